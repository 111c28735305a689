import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import { todayWords as words } from '../today-words.ts';
import { type Html, said } from './layout.ts';

/** The page behind a mail's own link to stop it: asks once more, or says that it has stopped. */
export function unsubscribePage({
  isOff,
  language,
}: {
  readonly isOff: boolean;
  readonly language: Language;
}): Html {
  return html`<h1>${said(words.mail, language)}</h1>
<p class="intro">${said(isOff ? words.stopped : words.askStop, language)}</p>
${
  isOff
    ? ''
    : html`<form method="post" class="ways"><button class="way" name="stop" value="yes">${said(words.stop, language)}</button></form>`
}
<p class="help">${said(words.startAgain, language)}</p>`;
}
