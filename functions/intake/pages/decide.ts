import { html } from 'hono/html';
import type { ApprovalRegister } from '#schema/approval.ts';
import { shown } from '#schema/cell.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Row } from '#schema/row.ts';
import { forWhom, decideWords as words } from '../decide-words.ts';
import { type Html, said } from './layout.ts';

/** What the page about a decision shows. */
export interface DecidePage {
  readonly register: ApprovalRegister;
  readonly row: Row;
  /** Whose link it is. */
  readonly person: string;
  readonly language: Language;
  /** Takes the decision. */
  readonly action: string;
  /** Nobody has decided yet. */
  readonly isOpen: boolean;
  /** What was touched in the mail. */
  readonly chosen?: 'approve' | 'refuse';
  readonly notice?: Label;
}

/** The main part: the request, and while it is open two buttons, or the one that was touched in the mail. */
export function decidePage({ register, row, language, notice, ...page }: DecidePage): Html {
  const { approval, columns } = register;
  const names = page.isOpen
    ? approval.tells
    : [...approval.tells, approval.state, approval.approver, approval.record];
  // Whoever decides must see what they decide about, so nothing of it is masked.
  const facts = names.flatMap((name) => {
    const column = columns[name];
    const text = column ? shown(column, row.values[name], language) : '';
    return column && text !== '' ? [{ title: column.title, text }] : [];
  });
  return html`<h1>${said(register.title, language)} · ${said(words.title, language)}</h1>
${notice ? html`<div class="notice" role="status">${said(notice, language)}</div>` : ''}
<dl class="facts">${facts.map(
    ({ title, text }) => html`<div><dt>${said(title, language)}</dt><dd>${text}</dd></div>
`,
  )}</dl>
${page.isOpen ? asking(page, language) : ''}
<p class="purpose">${said(forWhom(page.person), language)}</p>`;
}

function asking(
  { action, chosen }: Pick<DecidePage, 'action' | 'chosen'>,
  language: Language,
): Html {
  const button = (choice: 'approve' | 'refuse', word: Label) =>
    html`<button class="way${chosen === choice ? ' main' : ''}" name="decide" value="${choice}">${said(word, language)}</button>`;
  const approve = button('approve', chosen === 'approve' ? words.sureApprove : words.approve);
  const refuse = button('refuse', chosen === 'refuse' ? words.sureRefuse : words.refuse);
  return html`<form method="post" action="${action}" class="feedback">
<p class="intro">${said(words.asksAgain, language)}</p>
<label class="label" for="why">${said(words.why, language)}</label>
<textarea id="why" name="why" rows="2" maxlength="200"></textarea>
<p class="ways">${chosen === 'refuse' ? html`${refuse}${approve}` : html`${approve}${refuse}`}</p>
</form>`;
}
