import type { Sheets, SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { rowFingerprint } from '#platform/workbook/acceptance.ts';
import {
  type MatterLine,
  type MatterLines,
  matterLines,
  matterText,
} from '#platform/workbook/matter-lines.ts';
import { openMatters, type Shown } from '#platform/workbook/open-matters.ts';
import { readTabs, type WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { openMattersTab } from '#platform/workbook/tabs.ts';
import { openMattersRequests, restoredLines } from '#platform/workbook/write-open-matters.ts';
import { answeredBy } from '#schema/open-rows.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';

type Request = sheets_v4.Schema$Request;

/** What must be written for 待办 to say what was found in its workbook. */
export interface MatterWrite {
  readonly requests: readonly Request[];
  /** To be called when they are written: what must be put back, of 待办 as it was read since. */
  readonly mending: (sheets: Sheets, spreadsheetId: string) => Promise<readonly Request[]>;
}

/** Nothing is written while the tab 待办 is gone. */
export function matterWrite(
  seen: WorkbookRead,
  shown: readonly Shown[],
  registers: readonly Register[],
  world: World,
): MatterWrite {
  if (seen.lostTabs.includes(openMattersTab.key))
    return { requests: [], mending: () => Promise.resolve([]) };
  const lines = linesOf(seen);
  const matters = openMatters(shown, {
    registers,
    lines,
    standing: ({ register, row }) => rowFingerprint(seen.tabs.get(register), row),
    owner: ownerIn(seen, registers, world),
    alsoEnglish: world.settings.text('findingLanguage') === '中文和英文',
  });
  const layouts = new Map([...seen.tabs].map(([key, tab]) => [key, tab.resolved.layout]));
  const requests = openMattersRequests(lines, matters, {
    layouts,
    now: world.now,
    keeps: (line) => isUnjudged(line, seen, world),
  });
  const deletes = requests.some(({ deleteDimension }) => deleteDimension !== undefined);
  const hasReasons = [...lines.lines.values()].some((line) => matterText(line, 'reason') !== '');
  return {
    requests,
    mending: async (sheets, spreadsheetId) => {
      if (!deletes || !hasReasons) return [];
      const now = await readTabs(sheets, spreadsheetId, [], [openMattersTab.key]);
      if (now.lostTabs.length > 0) return [];
      return restoredLines(lines, linesOf(now), matters, layouts);
    },
  };
}

function linesOf({ frameTabs }: WorkbookRead): MatterLines {
  return matterLines(frameTabs.get(openMattersTab.key) ?? []);
}

function ownerIn(
  { tabs }: WorkbookRead,
  registers: readonly Register[],
  world: World,
): (finding: Shown) => string {
  const rows = new Map(
    [...tabs].map(([key, { identified }]) => [
      key,
      new Map(identified.rows.map((row) => [row.id, row])),
    ]),
  );
  return (finding) => {
    const register = registers.find(({ key }) => key === finding.register);
    const row = finding.row && rows.get(finding.register)?.get(finding.row);
    return register ? answeredBy(register, row, world) : '';
  };
}

/** A reason outlives the time in which its register cannot be judged: its tab or a column of it is gone. */
function isUnjudged(line: MatterLine, { tabs }: WorkbookRead, world: World): boolean {
  const [key = ''] = line.identity.split('|');
  const isRead = tabs.get(key)?.resolved.missing.length === 0;
  return !isRead && matterText(line, 'reason') !== '' && world.register(key) !== undefined;
}
