import { type Finding, findingKey, type Severity } from '#schema/finding.ts';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { Cell, RowId } from '#schema/values.ts';
import { type Acceptance, acceptance } from './acceptance.ts';
import { type MatterLines, matterColumn, matterLines } from './matter-lines.ts';

/** How a finding is shown: one of the two severities, or a row that is still being typed. */
export type Shown = Finding | (Omit<Finding, 'severity'> & { readonly severity: 'unfinished' });

/** What 程度 says, in the order in which lines stand in 待办; those that somebody accepted come last. */
export const severityWords = {
  must: '必须改',
  look: '请看一下',
  unfinished: '未填完',
  accepted: '已接受',
} as const satisfies Readonly<Record<Severity | 'unfinished' | 'accepted', string>>;

const severityInEnglish: Readonly<Record<keyof typeof severityWords, string>> = {
  must: 'To be mended',
  look: 'Please look',
  unfinished: 'Not filled in yet',
  accepted: 'Accepted',
};

/** One line of 待办. */
export interface OpenMatter {
  /** Its `findingKey`: the same finding stays the same line. */
  readonly identity: string;
  readonly row: RowId | undefined;
  /** What the look-up beside the row shows: all of its findings that nobody accepted. */
  readonly beside: string;
  readonly register: Register;
  readonly column: string;
  readonly severity: string;
  readonly message: string;
  /** The whole line in English: how grave, where, what to do. */
  readonly english: string;
  readonly owner: string;
  readonly acceptance: Acceptance;
  /** Where the line belongs: by severity, then by register in the order of the workbook. */
  readonly order: number;
}

export interface OpenMattersOptions {
  readonly registers: readonly Register[];
  /** 待办 as it was read. */
  readonly lines: MatterLines;
  /** How a finding's row stands now. */
  readonly standing: (finding: Shown) => string;
  /** Who answers for it; '' when that cannot be told. */
  readonly owner: (finding: Shown) => string;
  /** Whether what stands beside a row is said in English, too: a second line under the Chinese one. */
  readonly alsoEnglish: boolean;
}

/** Findings as lines of 待办. */
export function openMatters(
  findings: readonly Shown[],
  { registers, lines, standing, owner, alsoEnglish }: OpenMattersOptions,
): OpenMatter[] {
  const judged = [...new Map(findings.map((finding) => [keyOf(finding), finding]))].flatMap(
    ([identity, finding]) => {
      const index = registers.findIndex(({ key }) => key === finding.register);
      const register = registers[index];
      if (!register) return [];
      const accepted = acceptance(lines.lines.get(identity), () => standing(finding));
      const severity: keyof typeof severityWords = accepted.isAccepted
        ? 'accepted'
        : finding.severity;
      const rank = Object.keys(severityWords).indexOf(severity);
      return [
        {
          identity,
          finding,
          register,
          severity,
          acceptance: accepted,
          order: rank * 1000 + index,
        },
      ];
    },
  );
  const sorted = judged.toSorted((one, other) => one.order - other.order);
  const unaccepted = sorted.filter(({ severity }) => severity !== 'accepted');
  const byRow = Map.groupBy(unaccepted, ({ finding }) => finding.row);
  return sorted.map(({ finding, severity, ...matter }): OpenMatter => {
    const column =
      finding.column === undefined ? undefined : matter.register.columns[finding.column];
    const besides = (byRow.get(finding.row) ?? []).map((other) => other.finding);
    const isBeside = finding.row !== undefined && severity !== 'accepted';
    return {
      ...matter,
      row: finding.row,
      beside: isBeside ? besideRow(besides, alsoEnglish) : '',
      column: column?.title.zh ?? '',
      severity: severityWords[severity],
      message: finding.message.zh,
      english: inEnglish(severity, matter.register, column?.title.en, finding.message.en),
      owner: owner(finding),
    };
  });
}

function inEnglish(
  severity: keyof typeof severityWords,
  { title }: Register,
  column: string | undefined,
  message: string,
): string {
  const where = column === undefined ? title.en : `${title.en}, ${column}`;
  return `${severityInEnglish[severity]} – ${where}: ${message}`;
}

function keyOf({ severity: _severity, ...finding }: Shown): string {
  return findingKey({ ...finding, severity: 'look' });
}

/** What stands beside a row: the gravest word once, then each message; colours go by the Chinese word at its beginning. */
function besideRow(findings: readonly Shown[], alsoEnglish: boolean): string {
  const [first] = findings;
  if (!first) return '';
  const said = (language: Language) => findings.map(({ message }) => message[language]);
  const chinese = `${severityWords[first.severity]}：${said('zh').join('；')}`;
  return alsoEnglish
    ? `${chinese}\n${severityInEnglish[first.severity]}: ${said('en').join('; ')}`
    : chinese;
}

/** What 待办 shows now, of what it was read as: the text beside each row. */
export function shownBeside(rows: readonly (readonly Cell[])[]): ReadonlyMap<string, string> {
  const [row, beside] = [matterColumn('row'), matterColumn('beside')];
  const lines = [...matterLines(rows).lines.values()];
  return new Map(
    lines.flatMap(({ cells }) =>
      cells[row] === undefined ? [] : [[String(cells[row]), String(cells[beside] ?? '')]],
    ),
  );
}
