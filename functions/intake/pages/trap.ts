import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';

/** The name of the field that nobody sees: programs that fill in whatever they find fill it in too. */
export const trapName = '_website';

/** A field that no person is to fill in: off the screen, out of the keyboard's way, and unsaid by screen readers. */
export function trapField(language: Language): Html {
  return html`<div class="unseen" aria-hidden="true"><label for="leave-blank">${said(words.leaveBlank, language)}</label><input id="leave-blank" name="${trapName}" tabindex="-1" autocomplete="off"></div>`;
}
