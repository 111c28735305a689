import { html } from 'hono/html';
import { valueOfCell } from '#schema/cell.ts';
import type { ChoiceColumn, Column } from '#schema/columns.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Value } from '#schema/values.ts';
import { photoWords } from '../photos/words.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';
import { photoInput } from './photos.ts';

/** One field of a form as it is drawn. */
export interface Field {
  /** What it is sent as: the column, in a grid with the row before it. */
  readonly name: string;
  readonly column: Column;
  readonly language: Language;
  /** What stands in it: typed before, prefilled by the link, or nothing. */
  readonly typed: string;
  readonly problem?: string;
  /** Whether the form is opened on somebody's own device, which may remember them. */
  readonly isOwn?: boolean;
  /** Names to choose from, when they are at hand. */
  readonly list?: readonly string[];
  /** The id of a list that several fields share, and whose it is. */
  readonly sharedList?: { readonly id: string; readonly column: string };
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** So few choices all stand there to be touched; those of so few letters stand beside each other. */
const mostRadios = 6;
const shortChoice = 10;

/** The id of a field's input; a summary of errors links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A field with its label, help, input and, if there is one, its error. */
export function fieldOf(field: Field): Html {
  const options = optionsOf(field);
  if (options && options.length <= mostRadios) return radios(field, options);
  return html`<div class="field${field.problem ? ' wrong' : ''}" data-field="${field.name}">
<label class="label" for="${fieldId(field.name)}">${labelText(field)}</label>
${help(field)}${problemOf(field)}
${controlOf(field)}
</div>
`;
}

/** A field's input or drop-down by itself. */
export function controlOf(field: Field, isFixed = false): Html {
  const options = optionsOf(field);
  return options ? select(field, options) : input(field, isFixed);
}

function labelText({ column, language }: Field): Html {
  const needed = column.required ? words.required : words.optional;
  return html`${said(column.title, language)} <span class="${column.required ? 'needed' : 'free'}">${said(needed, language)}</span>`;
}

function help({ name, column, language }: Field): Html | '' {
  const text = helpOf(column);
  return text ? html`<p class="help" id="${fieldId(name)}-help">${said(text, language)}</p>` : '';
}

/** What is said of a photo where its register says nothing. */
function helpOf({ help, kind }: Column): Label | undefined {
  return help ?? (kind === 'photo' ? photoWords.help : undefined);
}

/** Stands there even when empty, so that the script has a place to write in. */
export function problemOf({ name, problem, language }: Field): Html {
  return html`<p class="problem" id="${fieldId(name)}-problem"${problem ? '' : html` hidden`}>${
    problem ? html`<span class="unseen">${said(words.error, language)}</span>${problem}` : ''
  }</p>`;
}

/** What every input says of itself, whatever its kind. */
export function attributes({ name, column, problem }: Field): Html {
  const described = [
    ...(helpOf(column) ? [`${fieldId(name)}-help`] : []),
    ...(problem ? [`${fieldId(name)}-problem`] : []),
  ].join(' ');
  return html` name="${name}"${column.required ? html` required` : ''}${
    described === '' ? '' : html` aria-describedby="${described}"`
  }${problem ? html` aria-invalid="true"` : ''}`;
}

function radios(field: Field, options: readonly Option[]): Html {
  const { name, column, language } = field;
  const all = column.required
    ? options
    : [...options, { value: '', text: said(words.notChosen, language) }];
  const chosen = optionTyped(field);
  return html`<fieldset class="field${field.problem ? ' wrong' : ''}" data-field="${name}"${
    field.problem ? html` aria-describedby="${fieldId(name)}-problem"` : ''
  }>
<legend class="label">${labelText(field)}</legend>
${help(field)}${problemOf(field)}
<div class="options${areShort(all) ? ' short' : ''}">
${all.map(
  (
    option,
    index,
  ) => html`<label class="option${option.value === '' ? ' unset' : ''}"><input type="radio" value="${option.value}"${
    index === 0 ? html` id="${fieldId(name)}"` : ''
  }${attributes(field)}${option.value === chosen ? html` checked` : ''}><span class="choice">${option.text}</span></label>
`,
)}</div>
</fieldset>
`;
}

function areShort(options: readonly Option[]): boolean {
  return options.every(({ text }) => widthOf(text) <= shortChoice);
}

/** How wide a text is, in letters; a Chinese character is two wide. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
}

function select(field: Field, options: readonly Option[]): Html {
  const chosen = optionTyped(field);
  return html`<select id="${fieldId(field.name)}"${attributes(field)}>
<option value="">${said(field.column.required ? words.choose : words.notChosen, field.language)}</option>
${options.map(
  ({ value, text }) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
)}
</select>`;
}

function input(field: Field, isFixed: boolean): Html {
  const { name, column, typed, language, list, sharedList } = field;
  const id = fieldId(name);
  if (column.kind === 'text' && column.long)
    return html`<textarea id="${id}" rows="5"${attributes(field)}>${guarded(typed)}</textarea>`;
  if (column.kind === 'photo') return photoInput(field, id, attributes(field));
  const drawn = html`<input id="${id}" value="${nativeSpelling(column, typed)}"${kindAttributes(column)}${attributes(field)}${scriptAttributes(field)}${isFixed ? html` readonly` : ''}${
    sharedList
      ? html` list="${sharedList.id}" data-list="${sharedList.column}"`
      : column.kind === 'reference'
        ? html` list="${id}-list" data-list="${name}"`
        : ''
  }>`;
  if (sharedList) return html`<div class="finder">${drawn}</div>`;
  if (column.kind === 'reference')
    return html`<div class="finder">${drawn}<datalist id="${id}-list">${(list ?? []).map(
      (option) => html`<option value="${option}"></option>`,
    )}</datalist></div>`;
  const [before, after] = unitOf(column, language);
  return before || after
    ? html`<div class="measure">${before ? html`<span class="unit" aria-hidden="true">${before}</span>` : ''}${drawn}${
        after ? html`<span class="unit">${after}</span>` : ''
      }</div>`
    : drawn;
}

/** What the script offers at a field: to read a code off a label, and what the person wrote of themselves last time. */
function scriptAttributes({ column, isOwn }: Field): Html {
  const isScanned =
    column.kind === 'code' || (column.kind === 'reference' && isLabelled(column.to));
  const isMine =
    isOwn === true &&
    (column.kind === 'phone' ||
      (column.kind === 'text' && column.personal === true) ||
      (column.kind === 'reference' && remembered.has(column.to)));
  return html`${isScanned ? html` data-scan` : ''}${isMine ? html` data-mine` : ''}`;
}

/** Lists of which a person is one, or has one. */
const remembered: ReadonlySet<string> = new Set(['people', 'places']);

/** Things and places carry labels; people do not. */
function isLabelled(to: string): boolean {
  return to !== 'people' && to !== 'teams';
}

/** HTML drops the first line break of a text area, so one stands before it. */
export function guarded(typed: string): string {
  return typed.startsWith('\n') ? `\n${typed}` : typed;
}

function kindAttributes(column: Column): Html {
  switch (column.kind) {
    case 'phone':
      return html` type="tel" inputmode="tel" autocomplete="tel"`;
    case 'email':
      return html` type="email" inputmode="email" autocomplete="email" spellcheck="false"`;
    case 'link':
      return html` type="url" inputmode="url" autocomplete="off" spellcheck="false"`;
    case 'date':
      return html` type="date" autocomplete="off"`;
    case 'time':
      return html` type="time" autocomplete="off"`;
    case 'moment':
      return html` type="datetime-local" autocomplete="off"`;
    case 'quantity':
    case 'money':
      return html` type="text" inputmode="decimal" autocomplete="off"`;
    case 'code':
      return html` type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"`;
    case 'text':
      return html` type="text" autocomplete="${column.personal ? 'name' : 'off'}"`;
    default:
      return html` type="text" autocomplete="off"`;
  }
}

function unitOf(column: Column, language: Language): readonly [string, string] {
  if (column.kind === 'money') return ['¥', ''];
  return ['', column.kind === 'quantity' && column.unit ? said(column.unit, language) : ''];
}

/** What a field shows for a value, in the spelling in which an untouched field sends it back. */
export function typedText(column: Column, value: Value | undefined): string {
  if (value === undefined) return '';
  if (column.kind === 'yesNo') return value ? 'yes' : 'no';
  return nativeSpelling(column, String(value));
}

/** Native date inputs drop any spelling but their own, so a readable one is respelled; the rest stays as typed. */
function nativeSpelling(column: Column, typed: string): string {
  if (column.kind !== 'date' && column.kind !== 'time' && column.kind !== 'moment') return typed;
  const reading = valueOfCell(column, typed);
  if (!reading.ok || reading.value === undefined) return typed;
  const spelled = String(reading.value);
  return column.kind === 'date' ? spelled : spelled.slice(0, spelled.lastIndexOf(':'));
}

/** The few words that a field may hold, if it is of that kind. */
export function optionsOf({ column, language }: Field): readonly Option[] | undefined {
  if (column.kind === 'yesNo')
    return [
      { value: 'yes', text: said(words.yes, language) },
      { value: 'no', text: said(words.no, language) },
    ];
  return column.kind === 'choice' ? choiceOptions(column, language) : undefined;
}

function choiceOptions(column: ChoiceColumn, language: Language): readonly Option[] {
  return Object.entries(column.choices).map(([value, label]) => ({
    value,
    text: said(label, language),
  }));
}

/** The option that stands for what was typed or prefilled, as a key or as either language's word. */
export function optionTyped({ column, typed }: Field): string {
  const reading = valueOfCell(column, typed);
  if (!reading.ok || reading.value === undefined) return '';
  return column.kind === 'yesNo' ? (reading.value ? 'yes' : 'no') : String(reading.value);
}
