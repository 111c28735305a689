import { valueOfCell } from '../cell.ts';
import type { Column } from '../columns.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import { namesListed } from '../reminders/looks-after.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import { plain } from '../spelling.ts';
import type { RowId } from '../values.ts';
import { clip } from '../wording.ts';
import { linkCode } from './link-code.ts';

/** Who holds a link that stands in 链接. */
export type ListedKind = (typeof listedKinds)[number];

const listedKinds = ['public', 'kiosk', 'post', 'personal'] as const;

/** A link as its line in 链接 says it. */
export interface ListedLink {
  readonly row: RowId;
  readonly code: string;
  readonly kind: ListedKind;
  /** Keys of the registers that it opens; all that suit its kind when absent. */
  readonly registers?: readonly string[];
  /** The name in 人员 of whoever a personal link belongs to. */
  readonly person?: string;
  /** Fields filled in beforehand, by column, as they are typed. */
  readonly prefill: Readonly<Record<string, string>>;
  /** The last day on which it opens, `YYYY-MM-DD`. */
  readonly until?: string;
  /** Nobody revoked it. */
  readonly isOn: boolean;
}

/** Why a line makes no link, and the column to mend. */
export interface LinkMistake {
  readonly column: 'kind' | 'registers' | 'person' | 'prefill';
  readonly message: Label;
}

/** A token names at most so many registers, and a value filled in beforehand is at most so long. */
const mostRegisters = 20;
const longestPrefill = 64;

/**
 * The link that a line of 链接 stands for, or what is wrong with the line.
 *
 * @param registers all that the school could use
 */
export function listedLink(
  row: Row,
  registers: readonly Register[],
): { readonly link: ListedLink } | { readonly mistake: LinkMistake } {
  const kind = kindOf(valueAt(row, 'kind'));
  if (kind === undefined) return mistake('kind', '请选链接类型', 'Choose the kind of link');
  const scope = scopeOf(textAt(row, 'registers'), registers);
  if ('unknown' in scope)
    return mistake(
      'registers',
      `没有“${clip(scope.unknown, 10)}”这张表，请核对`,
      `There is no register ${clip(scope.unknown, 20)}: check the name`,
    );
  const named = scope.named ?? registers;
  if (named.length > mostRegisters && scope.named)
    return mistake(
      'registers',
      `最多写${mostRegisters}张表，请分成几行`,
      'Too many: use two lines',
    );
  const closed = scope.named?.find((register) => !opensFor(kind, register));
  if (closed)
    return mistake(
      'registers',
      `“${clip(closed.title.zh, 8)}”不能用${kind === 'kiosk' ? '公用机' : '公开'}链接填，请改类型`,
      `A ${kind} link does not open ${closed.title.en}: change the kind`,
    );
  const person = textAt(row, 'person').trim();
  if (kind === 'personal' && person === '')
    return mistake('person', '个人链接请选本人', 'Say whose link it is');
  const filled = prefillOf(row, named);
  if ('mistake' in filled) return filled;
  const until = textAt(row, 'until');
  return {
    link: {
      row: row.id,
      code: linkCode(row.id),
      kind,
      ...(scope.named && { registers: scope.named.map(({ key }) => key) }),
      ...(kind === 'personal' && { person }),
      prefill: filled.prefill,
      ...(until !== '' && { until }),
      isOn: valueAt(row, 'state') !== 'off',
    },
  };
}

function kindOf(value: unknown): ListedKind | undefined {
  return listedKinds.find((kind) => kind === value);
}

/** Whether a link of a kind is held by whoever comes along. */
export function isForStrangers(kind: string): boolean {
  return kind === 'public' || kind === 'kiosk';
}

function opensFor(kind: ListedKind, { form, batches = [] }: Register): boolean {
  if (!isForStrangers(kind)) return true;
  return [form, ...batches].some((asking) => asking?.audience === 'anyone');
}

/** The registers that a cell names by their titles; nothing named means all that suit. */
function scopeOf(
  words: string,
  registers: readonly Register[],
): { readonly named?: readonly Register[] } | { readonly unknown: string } {
  const names = namesListed(words);
  const named: Register[] = [];
  for (const name of names) {
    const register = registers.find(
      ({ key, title }) => plain(title.zh) === plain(name) || key === name,
    );
    if (!register) return { unknown: name };
    named.push(register);
  }
  return names.length === 0 ? {} : { named };
}

/** What the place and the cell 预填 say, by column: 地点 fills the first place that a form asks. */
function prefillOf(
  row: Row,
  registers: readonly Register[],
): { readonly prefill: Readonly<Record<string, string>> } | { readonly mistake: LinkMistake } {
  const prefill: Record<string, string> = {};
  const place = textAt(row, 'place').trim();
  if (place !== '')
    for (const { form, columns } of registers) {
      const asked = form?.asks.find((name) => isPlace(columns[name]));
      if (asked !== undefined) prefill[asked] = place;
    }
  for (const pair of textAt(row, 'prefill')
    .split(/[；;\n]/)
    .map((part) => part.trim())) {
    if (pair === '') continue;
    const [, title = '', value = ''] = /^([^=＝:：]+)[=＝:：](.+)$/.exec(pair) ?? [];
    const columns = registers.flatMap((register) => askedColumns(register, title));
    if (columns.length === 0)
      return mistake(
        'prefill',
        `表单没有“${clip(title || pair, 8)}”，请照“栏目=内容”写`,
        'Write it as “field=value”, with a field of the form',
      );
    for (const [name, column] of columns) prefill[name] = typedValue(column, value.trim());
  }
  return Object.values(prefill).some((value) => value.length > longestPrefill)
    ? mistake(
        'prefill',
        `预填内容最多${longestPrefill}字`,
        `At most ${longestPrefill} letters each`,
      )
    : { prefill };
}

function isPlace(column: Column | undefined): boolean {
  return column?.kind === 'reference' && column.to === 'places';
}

function askedColumns(
  { form, columns }: Register,
  title: string,
): readonly (readonly [string, Column])[] {
  return (form?.asks ?? []).flatMap((name) => {
    const column = columns[name];
    return column && plain(column.title.zh) === plain(title) ? [[name, column] as const] : [];
  });
}

/** A choice is typed as its word, and sent as its key. */
function typedValue(column: Column, said: string): string {
  const reading = valueOfCell(column, said);
  return column.kind === 'choice' && reading.ok && reading.value !== undefined
    ? String(reading.value)
    : said;
}

function mistake(
  column: LinkMistake['column'],
  zh: string,
  en: string,
): { readonly mistake: LinkMistake } {
  return { mistake: { column, message: { zh, en } } };
}
