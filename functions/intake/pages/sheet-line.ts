import { html } from 'hono/html';
import { shown, valueOfCell } from '#schema/cell.ts';
import type { Column } from '#schema/columns.ts';
import type { Language } from '#schema/language.ts';
import type { SheetIssue } from '../batch/entry.ts';
import { isNeeded, nameColumn, type Sheet } from '../batch/sheet.ts';
import { isTouched, type TypedRow } from '../batch/typed-sheet.ts';
import { batchWords } from '../batch/words.ts';
import { examples } from '../words.ts';
import {
  attributes,
  controlOf,
  type Field,
  fieldId,
  guarded,
  optionsOf,
  optionTyped,
  problemOf,
  widthOf,
} from './field.ts';
import { type Html, said } from './layout.ts';

/** A row of a grid as it is drawn. */
export interface Line extends Omit<TypedRow, 'index'> {
  /** Its place; a template has a mark that the script replaces. */
  readonly index: number | typeof templateIndex;
  readonly isDrawn: boolean;
}

/** A row that nothing stands in yet. */
export function blankLine(index: Line['index']): Line {
  return { index, typed: {}, was: undefined, isSeen: false, isGone: false, isDrawn: false };
}

/** Stands in a template where a row's place belongs. */
export const templateIndex = '__';

/** A column whose choices are so few and so short shows them all. */
const mostPills = 3;
const widestPills = 14;

function fitAsPills(options: readonly { readonly text: string }[]): boolean {
  const width = options.reduce((sum, { text }) => sum + widthOf(text), 0);
  return options.length <= mostPills && width <= widestPills;
}

/** One row of a grid: a card on a telephone, a row of a table on a desk. */
export function lineOf(
  sheet: Sheet,
  line: Line,
  language: Language,
  issues: readonly SheetIssue[],
): Html {
  const name = `r${line.index}`;
  const isPrefilled = line.was !== undefined;
  const state = [
    'line',
    ...(isPrefilled ? ['prefilled'] : []),
    ...(isPrefilled && isTouched({ ...line, index: 0 }) ? ['touched'] : []),
    ...(line.isDrawn ? ['drawn'] : []),
    ...(sheet.each.length <= mostInline ? ['inline'] : []),
  ].join(' ');
  return html`<div class="${state}" role="group" aria-labelledby="${name}-head" data-line="${line.index}" data-said="${rowSaid(line.index, language)}">
<div class="line-head" id="${name}-head"><span class="line-number">${lineNumber(line.index)}</span> <b class="line-name">${nameOf(sheet, line, language)}</b> <span class="badge" data-drawn${line.isDrawn ? '' : html` hidden`}>${said(batchWords.drawn, language)}</span> <span class="line-said"></span></div>
<div class="cells">${sheet.each.map((column) => cellOf(sheet, line, column, language, issues))}</div>
<div class="marks">${mark(`${name}._seen`, 'seen', mayTick(sheet, line.was), line.isSeen, said(batchWords.seen, language))}${mark(
    `${name}._gone`,
    'gone',
    isPrefilled && !sheet.isClosed && sheet.untouched === 'kept',
    line.isGone,
    said(batchWords.gone, language),
  )}<input type="hidden" name="${name}._was" value="${JSON.stringify(line.was ?? {})}"${isPrefilled ? '' : html` disabled`}></div>
</div>
`;
}

/**
 * Whether a row may be ticked as it was prefilled: nothing that is needed is left to fill in, and the tick makes a
 * difference to what is written.
 */
function mayTick(sheet: Sheet, was: Line['was']): boolean {
  const isHeeded = sheet.untouched === 'leftOut' || sheet.copied !== undefined;
  return (
    isHeeded &&
    was !== undefined &&
    sheet.each.every((name) => !isNeeded(sheet, name) || (was[name] ?? '') !== '')
  );
}

/** A row with so few columns shows them beside each other even on a telephone. */
const mostInline = 2;

function lineNumber(index: Line['index']): string {
  return index === templateIndex ? '' : String(index + 1);
}

/** What a row is about, in its head. */
function nameOf(sheet: Sheet, { typed }: Line, language: Language): string {
  const name = nameColumn(sheet) ?? '';
  const column = sheet.register.columns[name];
  const reading = column && valueOfCell(column, typed[name]);
  return column && reading?.ok ? shown(column, reading.value, language) : (typed[name] ?? '');
}

function mark(
  name: string,
  kind: string,
  isOffered: boolean,
  isChecked: boolean,
  text: string,
): Html {
  return html`<label class="mark ${kind}"${isOffered ? '' : html` hidden`}><input type="checkbox" name="${name}" value="yes"${
    isChecked ? html` checked` : ''
  }><span>${text}</span></label>`;
}

function cellOf(
  sheet: Sheet,
  line: Line,
  name: string,
  language: Language,
  issues: readonly SheetIssue[],
): Html | '' {
  const column = sheet.register.columns[name];
  if (!column) return '';
  const field: Field = {
    name: `r${line.index}.${name}`,
    column: { ...column, required: isNeeded(sheet, name) },
    language,
    typed: line.typed[name] ?? '',
    ...problemAt(issues, line.index, name, language),
    ...(hasList(sheet, column) && { sharedList: { id: listId(name), column: name } }),
  };
  const isFixed = sheet.isClosed && name === nameColumn(sheet) && line.was?.[name] !== undefined;
  const isDrawnOn = name === sheet.drawn?.column;
  return html`<div class="cell ${column.kind}${field.problem ? ' wrong' : ''}${isFixed ? ' fixed' : ''}${(line.was?.[name] ?? '') === '' ? '' : ' had'}" data-field="${field.name}" data-column="${name}"${
    isNeeded(sheet, name) ? html` data-needed` : ''
  }${column.kind === 'quantity' && column.unit ? html` data-unit="${said(column.unit, language)}"` : ''}${isDrawnOn ? html` data-drawn-needs` : ''} data-said="${rowSaid(line.index, language)} · ${said(column.title, language)}">${control(sheet, field, isFixed)}${problemOf(field)}</div>`;
}

function problemAt(
  issues: readonly SheetIssue[],
  index: Line['index'],
  name: string,
  language: Language,
): { readonly problem?: string } {
  const wrong = issues.find(({ row, column }) => row === index && column === name);
  return wrong ? { problem: said(wrong.message, language) } : {};
}

/** How a summary of problems calls a row. */
export function rowSaid(index: Line['index'], language: Language): string {
  const { row, rowEnd } = batchWords;
  const number = index === templateIndex ? index : index + 1;
  return `${said(row, language)}${number}${said(rowEnd, language)}`;
}

/** The label goes with the control: a choice of few is a group, which has no one input to point at. */
function control(sheet: Sheet, field: Field, isFixed: boolean): Html {
  const { column, name, language } = field;
  const id = fieldId(name);
  const title = html`${said(column.title, language)}${unitText(column, language)}`;
  const options = sheet.origin === 'paper' ? undefined : optionsOf(field);
  if (options && column.required && fitAsPills(options)) {
    const chosen = optionTyped(field);
    return html`<span class="label" id="${id}-label">${title}</span><div class="pills" role="radiogroup" aria-labelledby="${id}-label">${options.map(
      ({ value, text }, place) =>
        html`<label class="pill"><input type="radio" value="${value}"${place === 0 ? html` id="${id}"` : ''}${attributes(field)}${
          value === chosen ? html` checked` : ''
        }><span>${text}</span></label>`,
    )}</div>`;
  }
  const drawn = sheet.origin === 'paper' ? plainInput(field) : controlOf(field, isFixed);
  return html`<label class="label" for="${id}">${title}</label>${drawn}`;
}

/** The unit behind a column's title. */
export function unitText(column: Column, language: Language): string {
  if (column.kind !== 'quantity' || !column.unit) return '';
  const unit = said(column.unit, language);
  return language === 'zh' ? `（${unit}）` : ` (${unit})`;
}

/** Copied from paper, everything is typed or pasted as words. */
function plainInput(field: Field): Html {
  const { name, column, typed, language, sharedList } = field;
  if (column.kind === 'text' && column.long)
    return html`<textarea id="${fieldId(name)}" rows="1"${attributes(field)}>${guarded(typed)}</textarea>`;
  const example = said(examples[column.kind] ?? noExample, language);
  const mode = column.kind === 'quantity' || column.kind === 'money' ? 'decimal' : 'text';
  return html`<input id="${fieldId(name)}" type="text" inputmode="${mode}" autocomplete="off" value="${typed}"${
    example === '' ? '' : html` placeholder="${example}"`
  }${sharedList ? html` list="${sharedList.id}"${column.kind === 'reference' ? html` data-list="${sharedList.column}"` : ''}` : ''}${attributes(field)}>`;
}

const noExample = { zh: '', en: '' };

/** The id of the list that all rows share for a column. */
export function listId(name: string): string {
  return `list-${name}`;
}

/** Whether a column's names stand in a list; copied from paper, the words of choices do too. */
export function hasList({ origin }: Sheet, { kind }: Column): boolean {
  return kind === 'reference' || (origin === 'paper' && (kind === 'choice' || kind === 'yesNo'));
}
