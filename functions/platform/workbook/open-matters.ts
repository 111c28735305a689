import type { Finding, Severity } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { serialOfMoment } from '#schema/serial.ts';
import type { Cell, LocalDateTime, RowId } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { enteredValue } from './cell-data.ts';
import { idColumn } from './frame-columns.ts';
import type { TabLayout } from './layout.ts';
import { columnLetters, openMattersTab, quoted, sheetIdOf } from './tabs.ts';

type Request = sheets_v4.Schema$Request;

/** How a finding is shown: one of the two severities, or a row that is still being typed. */
export type Shown = Finding | (Omit<Finding, 'severity'> & { readonly severity: 'unfinished' });

export const severityWords: Readonly<Record<Severity | 'unfinished', string>> = {
  must: '必须改',
  look: '请看一下',
  unfinished: '未填完',
};

/** One line of 待办. */
export interface OpenMatter {
  readonly row: RowId | undefined;
  /** What the look-up beside the row shows: all of its findings. */
  readonly beside: string;
  readonly register: Register;
  readonly column: string;
  readonly severity: string;
  readonly message: string;
}

/** Findings as lines of 待办: what must be mended first, then by register in the order of the workbook. */
export function openMatters(
  findings: readonly Shown[],
  registers: readonly Register[],
): OpenMatter[] {
  const order = (finding: Shown): number =>
    ['must', 'look', 'unfinished'].indexOf(finding.severity) * 1000 +
    registers.findIndex(({ key }) => key === finding.register);
  const sorted = findings.toSorted((a, b) => order(a) - order(b));
  const byRow = Map.groupBy(sorted, ({ row }) => row);
  return sorted.flatMap((finding) => {
    const register = registers.find(({ key }) => key === finding.register);
    if (!register) return [];
    const column = finding.column === undefined ? undefined : register.columns[finding.column];
    return [
      {
        row: finding.row,
        beside: finding.row === undefined ? '' : besideRow(byRow.get(finding.row) ?? []),
        register,
        column: column?.title.zh ?? '',
        severity: severityWords[finding.severity],
        message: finding.message.zh,
      },
    ];
  });
}

/** What stands beside a row: the gravest word once, then each message. */
function besideRow(findings: readonly Shown[]): string {
  const [first] = findings;
  return first
    ? `${severityWords[first.severity]}：${findings.map(({ message }) => message.zh).join('；')}`
    : '';
}

/** What 待办 shows now, of what it was read as: the text beside each row. */
export function shownBeside(rows: readonly (readonly Cell[])[]): ReadonlyMap<string, string> {
  return new Map(rows.slice(1).map((cells) => [String(cells[0] ?? ''), String(cells[1] ?? '')]));
}

/**
 * Requests that bring 待办 from what it was read as to what it should say; none when it says so already.
 * A matter that stays keeps the time at which it was found.
 */
export function openMattersRequests(
  read: readonly (readonly Cell[])[],
  matters: readonly OpenMatter[],
  layouts: ReadonlyMap<string, TabLayout>,
  now: LocalDateTime,
): Request[] {
  const before = read.slice(1);
  const identity = (cells: readonly Cell[]): string =>
    JSON.stringify([0, 1, 2, 4, 5, 6].map((index) => cells[index] ?? ''));
  const since = new Map(before.map((cells) => [identity(cells), cells[7]]));
  const lines = matters.map((matter): Cell[] => {
    const cells: Cell[] = [
      matter.row ?? '',
      matter.beside,
      matter.register.title.zh,
      '',
      matter.column,
      matter.severity,
      matter.message,
    ];
    return [...cells, since.get(identity(cells)) ?? serialOfMoment(now)];
  });
  if (
    lines.length === before.length &&
    lines.every((line, index) => identity(line) === identity(before[index] ?? []))
  )
    return [];
  const sheetId = sheetIdOf(openMattersTab.key);
  const rows = lines.map((line, index) => ({
    values: line.map((cell, position) =>
      lineCell(cell, position, matters[index], layouts, index + 1),
    ),
  }));
  const blank = { values: Array.from({ length: 8 }, () => ({})) };
  const inPlace = before.map((_, index) => rows[index] ?? blank);
  const added = rows.slice(before.length);
  const fields = 'userEnteredValue,userEnteredFormat.numberFormat';
  return [
    ...(inPlace.length > 0
      ? [
          {
            updateCells: { start: { sheetId, rowIndex: 1, columnIndex: 0 }, rows: inPlace, fields },
          },
        ]
      : []),
    ...(added.length > 0 ? [{ appendCells: { sheetId, rows: added, fields } }] : []),
  ];
}

function lineCell(
  cell: Cell,
  position: number,
  matter: OpenMatter | undefined,
  layouts: ReadonlyMap<string, TabLayout>,
  rowIndex: number,
): sheets_v4.Schema$CellData {
  if (position === 7)
    return {
      userEnteredValue: enteredValue(cell),
      userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } },
    };
  const layout = matter && layouts.get(matter.register.key);
  if (position === 3 && matter?.row !== undefined && layout)
    return { userEnteredValue: { formulaValue: rowLinkFormula(layout, rowIndex) } };
  return { userEnteredValue: enteredValue(cell) };
}

/** Opens the row wherever it stands now: found by its id, so that sorting does not mislead it. */
function rowLinkFormula(layout: TabLayout, rowIndex: number): string {
  const letters = columnLetters(layout.columns.get(idColumn) ?? 0);
  const place = `MATCH($A${rowIndex + 1},${quoted(layout.title)}!$${letters}:$${letters},0)`;
  return `=IFERROR(HYPERLINK("#gid=${layout.sheetId}&range=A"&${place},"第"&${place}&"行"),"")`;
}
