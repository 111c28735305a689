import { html } from 'hono/html';
import type { Column } from '#schema/columns.ts';
import { link } from '#schema/columns.ts';
import type { Label, Language } from '#schema/language.ts';
import type { SheetIssue } from '../batch/entry.ts';
import { isNeeded, nameColumn, type Sheet } from '../batch/sheet.ts';
import { batchWords, copyInWords } from '../batch/words.ts';
import type { ColumnLists } from '../lists.ts';
import { words } from '../words.ts';
import { elsewhere } from './elsewhere.ts';
import { fieldId, fieldOf, optionsOf } from './field.ts';
import { photosPart, purposeOfColumns, scriptWords } from './form.ts';
import { type Html, said } from './layout.ts';
import {
  blankLine,
  hasList,
  type Line,
  lineOf,
  listId,
  rowSaid,
  templateIndex,
  unitText,
} from './sheet-line.ts';
import { type SummaryLine, summaryOf } from './summary.ts';
import { trapField } from './trap.ts';

/** The field of the picture of the page; a sheet that is copied in has no column that is asked once. */
export const pageField = 'page';

/** A sheet as it is drawn: its first step, or its grid with what was typed. */
export interface SheetPage {
  readonly sheet: Sheet;
  readonly language: Language;
  readonly step: 'shared' | 'grid';
  readonly id: string;
  /** What stands in the fields that are asked once. */
  readonly shared: Readonly<Record<string, string>>;
  readonly lines: readonly Line[];
  /** Blank rows of a grid that begins with none. */
  readonly blankLines: number;
  readonly lists: ColumnLists;
  readonly issues?: readonly SheetIssue[];
  readonly notice?: Label;
  readonly action: string;
  readonly api: string;
  /** Where the script asks what the grid begins with. */
  readonly gridAddress: string;
  readonly listsAddress: string;
  /** Where a script puts photos. */
  readonly photosAddress: string;
  readonly draft: string;
}

/** The main part of a sheet's page. */
export function sheetPage(page: SheetPage): Html {
  const { sheet, language, step, issues = [], notice } = page;
  // What is copied from paper is typed as words.
  const photographed = sheet.origin === 'paper' ? [] : [...sheet.shared, ...sheet.each];
  return html`<h1>${said(sheet.title, language)}</h1>
<p class="intro">${said(sheet.intro, language)}</p>
${summaryOf(
  issues.map((issue) => summaryLine(page, issue)),
  language,
)}
${notice ? html`<div class="notice" role="alert" tabindex="-1"${issues.length === 0 ? html` autofocus` : ''}>${said(notice, language)}</div>` : ''}
<form method="post" action="${page.action}" class="sheet" novalidate autocomplete="off" data-step="${step}"${photosPart(sheet.register, photographed, page.photosAddress)}
 data-sheet="${JSON.stringify(scriptSheet(page))}" data-api="${page.api}" data-grid="${page.gridAddress}"
 data-lists="${page.listsAddress}" data-draft="${page.draft}" data-words="${JSON.stringify(sheetWords(language))}">
${trapField(language)}
<input type="hidden" name="_id" value="${page.id}">
${shared(page, issues)}
<section class="grid" data-part="grid"${step === 'shared' ? html` hidden` : ''}>
<h2 class="unseen">${said(batchWords.grid, language)}</h2>
${legend(page)}
<div class="lines${sheet.each.length > 6 ? ' many' : ''}" data-lines>${head(sheet, language)}${page.lines.map((line) => lineOf(sheet, line, language, issues))}</div>
${sheet.isClosed ? '' : html`<button class="way more" type="submit" name="_do" value="more">${said(batchWords.more, language)}</button>`}
${lists(page)}
${purposeOfColumns(sheet.register, [...sheet.shared, ...sheet.each], language)}
<div class="finish"><p class="status" role="status" data-status></p>
<p class="counts" data-counts></p>
<button class="submit" type="submit" name="_do" value="send">${said(words.submit, language)}</button></div>
</section>
<template data-blank>${lineOf(sheet, blankLine(templateIndex), language, [])}</template>
</form>
${elsewhere(language)}`;
}

/** What is asked once; folded away, with what it says, once the grid is there. */
function shared(
  { sheet, language, step, shared: typed, lists: names }: SheetPage,
  issues: readonly SheetIssue[],
): Html | '' {
  const asked: readonly (readonly [string, Column])[] =
    sheet.origin === 'paper'
      ? [[pageField, link(copyInWords.page, { help: words.photoHelp })]]
      : sheet.shared.flatMap((name) => {
          const column = sheet.register.columns[name];
          return column ? [[name, column] as const] : [];
        });
  if (asked.length === 0) return '';
  const wrong = issues.some(({ row }) => row === undefined);
  const fields = asked.map(([name, column]) => {
    const issue = issues.find((each) => each.row === undefined && each.column === name);
    const list = names[name];
    return fieldOf({
      name,
      column,
      language,
      typed: typed[name] ?? '',
      ...(issue && { problem: said(issue.message, language) }),
      ...(list && { list }),
    });
  });
  if (sheet.origin === 'paper') return html`<div data-page>${fields}</div>`;
  return html`<details class="once" data-once${step === 'shared' || wrong ? html` open` : ''}><summary>${sharedSaid(asked, typed, language)} <span class="change">${said(batchWords.change, language)}</span></summary>
${fields}
<p class="status" role="status" data-once-status></p>
<button class="submit next" type="submit" name="_do" value="grid">${said(batchWords.next, language)}</button>
</details>`;
}

/** What was said once, in one line; the script writes the same. */
function sharedSaid(
  asked: readonly (readonly [string, Column])[],
  typed: Readonly<Record<string, string>>,
  language: Language,
): Html {
  const parts = asked.flatMap(([name, column]) => {
    const text = typed[name] ?? '';
    const option = optionsOf({ name, column, language, typed: text })?.find(
      ({ value }) => value === text,
    );
    const shown = option?.text ?? text.replace('T', ' ');
    return text === '' ? [] : [`${said(column.title, language)} ${shown}`];
  });
  return html`<span data-once-said>${parts.join(' · ')}</span>`;
}

/** What grey means; of no use where nothing is prefilled. */
function legend({ sheet, language, lines }: SheetPage): Html {
  const { untouched, copied } = sheet;
  const text =
    untouched === 'leftOut'
      ? batchWords.leftOut
      : copied === undefined
        ? batchWords.keptUnmarked
        : batchWords.kept;
  return html`<p class="help legend" data-legend${lines.some(({ was }) => was) ? '' : html` hidden`}>${said(text, language)}</p>`;
}

/** Titles over the columns on a desk; each field has its own for those who listen. */
function head(sheet: Sheet, language: Language): Html {
  const { register, each } = sheet;
  return html`<div class="lines-head" aria-hidden="true"><span></span>${each.map((name) => {
    const column = register.columns[name];
    return html`<span>${column ? html`${said(column.title, language)}${unitText(column, language)}` : ''}${isNeeded(sheet, name) ? html`<i>*</i>` : ''}</span>`;
  })}<span></span></div>`;
}

/** Names that the rows choose from, once for all of them. */
function lists({ sheet, language, lists: names }: SheetPage): Html[] {
  return sheet.each.flatMap((name) => {
    const column = sheet.register.columns[name];
    if (!column || !hasList(sheet, column)) return [];
    const options = optionsOf({ name, column, language, typed: '' })?.map(({ text }) => text);
    return html`<datalist id="${listId(name)}">${(options ?? names[name] ?? []).map(
      (option) => html`<option value="${option}"></option>`,
    )}</datalist>`;
  });
}

/** How the summary calls what is wrong: by row and column, by column alone, or by the words alone. */
function summaryLine({ sheet, language }: SheetPage, issue: SheetIssue): SummaryLine {
  const { row, column: name, message } = issue;
  const column = sheet.register.columns[name];
  const title = column && said(column.title, language);
  const place =
    row === undefined ? title : [rowSaid(row, language), title].filter(Boolean).join(' · ');
  return {
    text: [place, said(message, language)].filter(Boolean).join('：'),
    field: column && fieldId(row === undefined ? name : `r${row}.${name}`),
  };
}

/** What the script must know of a sheet. */
function scriptSheet({ sheet, blankLines }: SheetPage) {
  const { untouched, copied, isClosed, shared: once, origin } = sheet;
  return {
    untouched,
    copied,
    isClosed,
    isCopiedIn: origin === 'paper',
    name: nameColumn(sheet),
    asksOnce: once.length > 0,
    blankLines,
  };
}

const spoken = [
  'row',
  'rowEnd',
  'fill',
  'untouched',
  'rows',
  'noRows',
  'drawnNeeds',
  'gridUnread',
  'same',
] as const satisfies readonly (keyof typeof batchWords)[];

function sheetWords(language: Language): Readonly<Record<string, string>> {
  return {
    ...scriptWords(language),
    ...Object.fromEntries(spoken.map((name) => [name, said(batchWords[name], language)])),
  };
}
