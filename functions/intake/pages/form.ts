import { html } from 'hono/html';
import type { Issue } from '#schema/entry.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { FormRegister } from '../access.ts';
import type { ColumnLists } from '../lists.ts';
import { photoWords } from '../photos/words.ts';
import { purposeOf, words } from '../words.ts';
import { elsewhere } from './elsewhere.ts';
import { fieldId, fieldOf } from './field.ts';
import { type Html, said } from './layout.ts';
import { type Opens, waysBeside } from './plain.ts';
import { type SummaryLine, summaryOf } from './summary.ts';
import { trapField } from './trap.ts';

/** A form as it is drawn: new, or again with what was typed. */
export interface FormPage {
  readonly register: FormRegister;
  readonly language: Language;
  /** The id that this page's submission will have, however often it is sent. */
  readonly id: string;
  /** What stands in the fields, by column. */
  readonly typed: Readonly<Record<string, string>>;
  readonly lists: ColumnLists;
  readonly issues?: readonly Issue[];
  /** A sentence above the fields, when the form is drawn again. */
  readonly notice?: Label;
  /** Whether the submission may have been sent before. */
  readonly retry?: boolean;
  readonly action: string;
  readonly api: string;
  readonly listsAddress: string;
  /** Where a script puts photos. */
  readonly photosAddress: string;
  /** Whether it is opened on somebody's own device; a post's is shared. */
  readonly isOwn: boolean;
  /** Whether the device forgets each person after a minute. */
  readonly isKiosk: boolean;
  /** Names the draft that the browser keeps. */
  readonly draft: string;
  /** Sheets of the same register that the link opens too. */
  readonly beside: readonly Opens[];
}

/** The main part of a form's page. */
export function formPage(page: FormPage): Html {
  const { register, language, issues = [], notice } = page;
  return html`<h1>${said(register.title, language)}</h1>
<p class="intro">${said(register.form.intro, language)}</p>
${waysBeside(page.beside, language)}
${summaryOf(
  issues.map((issue) => summaryLine(page, issue)),
  language,
)}
${notice && issues.length === 0 ? html`<div class="notice" role="alert" tabindex="-1" autofocus>${said(notice, language)}</div>` : ''}
<form method="post" action="${page.action}"${page.isKiosk ? html` data-kiosk="${said(words.endsSoon, language)}"` : ''} novalidate autocomplete="on" data-intake${photosPart(register, register.form.asks, page.photosAddress)}
 data-api="${page.api}" data-lists="${page.listsAddress}" data-draft="${page.draft}"
 data-words="${JSON.stringify(scriptWords(language))}"${register.form.queue ? html` data-queue` : ''}>
<input type="hidden" name="_id" value="${page.id}">
${page.retry ? html`<input type="hidden" name="_retry" value="1">` : ''}
${trapField(language)}
${fields(page, issues)}
${purposeOfColumns(register, register.form.asks, language)}
<p class="status" role="status" data-status></p>
<button class="submit" type="submit">${said(words.submit, language)}</button>
</form>
${elsewhere(language)}`;
}

function fields(
  { register, language, typed, lists, isOwn }: FormPage,
  issues: readonly Issue[],
): Html[] {
  return register.form.asks.flatMap((name) => {
    const column = register.columns[name];
    if (!column) return [];
    const wrong = issues.find((issue) => issue.column === name);
    const list = lists[name];
    return fieldOf({
      name,
      column,
      language,
      typed: typed[name] ?? '',
      isOwn,
      ...(wrong && { problem: said(wrong.message, language) }),
      ...(list && { list }),
    });
  });
}

function summaryLine({ register, language }: FormPage, { column, message }: Issue): SummaryLine {
  const title = register.columns[column]?.title;
  return {
    text: `${title ? said(title, language) : column}：${said(message, language)}`,
    field: register.form.asks.includes(column) ? fieldId(column) : undefined,
  };
}

/** A form with photos travels in parts, and tells the script where to put them. */
export function photosPart(
  { columns }: Pick<Register, 'columns'>,
  asks: readonly string[],
  address: string,
): Html | '' {
  return asks.some((name) => columns[name]?.kind === 'photo')
    ? html` enctype="multipart/form-data" data-upload="${address}"`
    : '';
}

/** Why personal columns are asked and how long they are kept: the longest of them counts. */
export function purposeOfColumns(
  { columns, retention }: Register,
  asks: readonly string[],
  language: Language,
): Html | '' {
  const personal = [...new Set(asks)].filter((name) => columns[name]?.personal);
  if (personal.length === 0) return '';
  const titles = personal.flatMap((name) => columns[name]?.title ?? []);
  const months = personal.map((name) => retention?.[name]?.months);
  const longest = months.every((each) => each !== undefined) ? Math.max(...months) : undefined;
  const joined = {
    zh: titles.map(({ zh }) => zh).join('、'),
    en: titles.map(({ en }) => en).join(', '),
  };
  return html`<p class="purpose">${said(purposeOf(joined, longest), language)}</p>`;
}

/** The words that the script says; `browser/page.ts` reads them. */
const spoken = [
  'sending',
  'retryNow',
  'waiting',
  'restored',
  'clear',
  'error',
  'fillIn',
  'searchList',
  'nothingFound',
  'sentBefore',
  'broken',
  'received',
  'openReceipt',
  'waitingHere',
  'aside',
  'scan',
  'noCode',
  'lastTime',
] as const satisfies readonly (keyof typeof words)[];

const spokenOfPhotos = [
  'take',
  'pick',
  'remove',
  'photo',
  'preparing',
  'uploading',
  'notKept',
  'unreadable',
  'tooMany',
] as const satisfies readonly (keyof typeof photoWords)[];

export function scriptWords(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...spoken.map((name) => [name, said(words[name], language)] as const),
    ...spokenOfPhotos.map((name) => [name, said(photoWords[name], language)] as const),
  ]);
}
