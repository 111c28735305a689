import type { Register } from '../register.ts';
import { textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { quietUntilSetting } from '../settings.ts';
import { plain } from '../spelling.ts';
import { workbooks } from '../workbooks.ts';

/** Names that a cell lists with commas or 、 between them. */
export function namesListed(words: string): readonly string[] {
  return words
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Whether a name in 负责的表 means a workbook. */
function isWorkbook(name: string): boolean {
  return Object.values(workbooks).some(({ title }) => plain(title.zh) === plain(name));
}

/** The titles of all registers, of those too that are switched off: each has its line about old rows in 设置. */
function registerTitles({ settings }: World): ReadonlySet<string> {
  const suffix = `：${quietUntilSetting.title.zh}`;
  return new Set(
    [...settings.declared]
      .filter(([key]) => key.endsWith('.quietUntil'))
      .map(([, { title }]) => plain(title.zh.slice(0, -suffix.length))),
  );
}

/** Names in a cell of 负责的表 that are neither a workbook nor a register. */
export function unlistedIn(words: string, world: World): readonly string[] {
  const titles = registerTitles(world);
  return namesListed(words).filter((name) => !isWorkbook(name) && !titles.has(plain(name)));
}

/**
 * The team that looks after a register, by the column 负责的表 of 班组: one that names the register itself counts
 * before one that names its workbook.
 */
export function teamOf({ title, workbook }: Register, world: World): string | undefined {
  const teams = world.rows('teams');
  const naming = (words: string) =>
    teams.find((row) =>
      namesListed(textAt(row, 'looksAfter')).some((name) => plain(name) === plain(words)),
    );
  const team = naming(title.zh) ?? naming(workbooks[workbook].title.zh);
  return team && textAt(team, 'name');
}
