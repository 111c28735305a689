import { html } from 'hono/html';
import { rowAbout } from '#platform/documents/row-summary.ts';
import type { Language } from '#schema/language.ts';
import type { OwnMatter } from '#schema/reminders/own-matters.ts';
import type { Today } from '#schema/reminders/today.ts';
import { todayWords as words } from '../today-words.ts';
import { type Html, said } from './layout.ts';

/** What the page of today shows. */
export interface TodayPage extends Today {
  readonly language: Language;
  /** The address that opens a matter's row in its sheet; none for a register as a whole. */
  readonly openedBy: (matter: OwnMatter) => string | undefined;
  /** Takes what the person chose about the mail. */
  readonly action: string;
  /** The id of the row that a choice becomes, so that sending it twice writes it once. */
  readonly id: string;
}

/** The main part of the page behind a person's link: their open matters, the group's text, their mail. */
export function todayPage(page: TodayPage): Html {
  const { person, matters, dayText, language } = page;
  return html`<h1>${said(words.today, language)}</h1>
<p class="intro">${person.name} · ${
    matters.length === 0 ? said(words.nothing, language) : words.count(matters.length, language)
  }</p>
<ul class="matters">${matters.map((matter) => line(matter, page))}</ul>
${dayText === '' ? '' : group(dayText, language)}
${mail(page)}`;
}

function line(matter: OwnMatter, { language, openedBy }: TodayPage): Html {
  const { register, row, urgency, message, more, told } = matter;
  const about = row === undefined ? '' : rowAbout(register, row);
  const address = openedBy(matter);
  return html`<li class="${urgency}">
<p class="which"><b>${said(words.urgency[urgency], language)}</b> · ${said(register.title, language)}${
    told === 'above' ? html` · ${said(words.above, language)}` : ''
  }</p>
${about === '' ? '' : html`<p class="about">${about}</p>`}
<p>${said(message, language)}${more === 0 ? '' : words.more(more, language)}</p>
${address === undefined ? '' : html`<p><a href="${address}">${said(words.open, language)}</a></p>`}
</li>
`;
}

function group(text: string, language: Language): Html {
  const rows = text.split('\n').length + 3;
  return html`<h2><label for="day-text">${said(words.group, language)}</label></h2>
<p class="help">${said(words.groupHelp, language)}</p>
<textarea id="day-text" rows="${rows}" readonly lang="zh-CN">${text}</textarea>
<p class="ways"><button type="button" class="way" data-copy="day-text" data-copied="${said(words.copied, language)}" hidden>${said(words.copy, language)}</button></p>`;
}

function mail({ action, id, choice, mayStop, language }: TodayPage): Html {
  const other = choice.language === 'zh' ? 'en' : 'zh';
  const stops = choice.mail === 'none';
  return html`<h2 id="mail">${said(words.mail, language)}</h2>
<p class="help">${said(stops ? words.isOff : mayStop ? words.isOn : words.mustHave, language)}</p>
<form method="post" action="${action}" class="ways">
<input type="hidden" name="id" value="${id}">
${
  mayStop
    ? html`<button class="way" name="choose" value="${stops ? 'daily' : 'none'}">${said(stops ? words.start : words.stop, language)}</button>`
    : ''
}
<button class="way" name="choose" value="${other}">${said(other === 'en' ? words.inEnglish : words.inChinese, language)}</button>
</form>`;
}
