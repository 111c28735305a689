import { tabColumns } from '#platform/workbook/frame-columns.ts';
import type { TabRead, WorkbookRead } from '#platform/workbook/read-tabs.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { clip } from '#schema/wording.ts';

/** What is wrong with the tabs themselves: gone, or columns of theirs gone. */
export function tabFindings(read: WorkbookRead): readonly Finding[] {
  return [
    ...[...read.tabs.values()].flatMap((tab) => [...missingColumns(tab), ...copiedTabs(tab)]),
    ...repeatedRows(read),
  ];
}

/** A tab that staff deleted, as a finding of its register. */
export function lostTabFinding(register: Register): Finding {
  return {
    register: register.key,
    rule: 'tab-gone',
    severity: 'must',
    message: {
      zh: `“${register.title.zh}”页不见了，请从版本记录恢复`,
      en: `The tab ${register.title.en} is gone: restore it from the version history`,
    },
  };
}

function missingColumns({ register, resolved }: TabRead): Finding[] {
  return resolved.missing.map((key) => {
    const title = tabColumns(register).find(([name]) => name === key)?.[1].title;
    return {
      register: register.key,
      rule: 'column-gone',
      severity: 'must',
      about: key,
      message: {
        zh: `“${title?.zh ?? key}”栏不见了，请撤销或补回表头`,
        en: `The column ${title?.en ?? key} is gone: undo, or type its header again`,
      },
    };
  });
}

/** What is typed into a copy of a tab is seen by nobody. */
function copiedTabs({ register, copies }: TabRead): Finding[] {
  return copies.map((title) => ({
    register: register.key,
    rule: 'tab-copied',
    severity: 'look',
    about: title,
    message: {
      zh: `“${clip(title, 10)}”是复制页，填了不算，移回后请删除`,
      en: `${title} is a copy: nothing in it counts; move its rows back and delete it`,
    },
  }));
}

/** One submission written twice: the first counts, the other is marked and counts nowhere (hard point 5c). */
export function repeatedRows({ tabs }: WorkbookRead): readonly Finding[] {
  return [...tabs.values()].flatMap(({ register, identified }) =>
    identified.repeated.flatMap(({ id: row, sequence }): Finding[] =>
      row === undefined
        ? []
        : [
            {
              register: register.key,
              rule: 'repeated',
              row,
              about: sequence ?? '',
              severity: 'look',
              message: {
                zh: '重复：写了两行，后一行不计，可删除',
                en: 'Written twice: the later row does not count; delete it',
              },
            },
          ],
    ),
  );
}
