import { html } from 'hono/html';
import { shown } from '#schema/cell.ts';
import { type Columns, moment } from '#schema/columns.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import type { FormRegister } from '../access.ts';
import type { Following } from '../follow-up.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';
import type { PhotoAt } from './photos.ts';
import { factsOf, sentColumns, spokenNumber } from './receipt.ts';

/** What a tracking page shows. */
export interface TrackPage {
  readonly register: FormRegister;
  readonly language: Language;
  readonly row: string;
  readonly values: Values<Columns>;
  readonly photoAt: PhotoAt;
  /** The promise, who has it, and what can be said; nothing where the register tells none of it. */
  readonly following: Following | undefined;
  /** Takes what is said. */
  readonly action: string;
  readonly notice?: Label;
}

/** The main part of a tracking page: where it stands, what can be said of it, then what was sent. */
export function trackPage(page: TrackPage): Html {
  const { register, language, row, values, following, notice, photoAt } = page;
  return html`<h1>${said(register.title, language)} · ${said(words.progress, language)}</h1>
<p class="number">${said(words.receiptNumber, language)} <b>${spokenNumber(register, row, values)}</b></p>
${notice ? html`<div class="notice" role="status">${said(notice, language)}</div>` : ''}
${factsOf(register, register.form.tracks ?? [], values, language, { isProgress: true })}
${following ? beside(following, language) : ''}
<p class="intro">${said(register.form.intro, language)}</p>
${following?.mayRate ? rating(page) : ''}
${following?.mayReopen ? again(page) : ''}
<h2>${said(words.whatWasSent, language)}</h2>
${factsOf(register, sentColumns(register), values, language, { photoAt })}`;
}

const promisedColumn = moment(words.promised);

function beside({ promised, owner, stars }: Following, language: Language): Html {
  const by = promised && shown(promisedColumn, promised.by, language);
  const facts: readonly (readonly [Label, string])[] = [
    ...(by ? [[words.promised, `${by}${promiseWords(promised.promise, language)}`] as const] : []),
    ...(owner === undefined ? [] : [[words.owner, owner] as const]),
    ...(stars === undefined ? [] : [[words.yourStars, '★'.repeat(stars)] as const]),
  ];
  if (facts.length === 0) return html``;
  return html`<dl class="facts progress">${facts.map(
    ([title, value]) => html`<div><dt>${said(title, language)}</dt><dd>${value}</dd></div>
`,
  )}</dl>`;
}

function promiseWords(promise: Label | undefined, language: Language): string {
  if (!promise) return '';
  return language === 'zh' ? `（${promise.zh}）` : ` (${promise.en})`;
}

function rating({ action, language }: TrackPage): Html {
  const choices = [5, 4, 3, 2, 1].map(
    (
      stars,
    ) => html`<label class="option"><input type="radio" name="stars" value="${stars}" required><span class="choice"><span class="star-row" aria-hidden="true">${'★'.repeat(stars)}</span><span class="unseen">${stars} ${said(words.star, language)}</span></span></label>
`,
  );
  return html`<form method="post" action="${action}" class="feedback">
<fieldset class="field"><legend class="label">${said(words.starsTitle, language)}</legend>
<div class="options short stars">${choices}</div></fieldset>
<button class="way" name="say" value="stars">${said(words.starsSend, language)}</button>
</form>`;
}

function again({ register, action, language }: TrackPage): Html {
  const { followUp } = register;
  if (!followUp?.again) return html``;
  return html`<form method="post" action="${action}" class="feedback">
<h2>${said(words.notSolvedTitle, language)}</h2>
<label class="label" for="not-solved">${said(words.notSolvedWords, language)}</label>
<textarea id="not-solved" name="words" rows="2" maxlength="500"></textarea>
<button class="way" name="say" value="again">${said(followUp.again.label, language)}</button>
</form>`;
}
