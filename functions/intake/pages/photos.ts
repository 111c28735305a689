import { html } from 'hono/html';
import { fileIdIn } from '#platform/photos/file-link.ts';
import type { Language } from '#schema/language.ts';
import { photoLinks } from '#schema/photo-links.ts';
import { photoWords } from '../photos/words.ts';
import type { Field } from './field.ts';
import { type Html, said } from './layout.ts';

/** The address under which the holder of a page sees a photo of its row; they count from 1. */
export type PhotoAt = (column: string, place: number) => string;

/** The photos of a cell, each leading to itself in full; a link to elsewhere stays words. */
export function photosOf(
  { column, text }: { readonly column: string; readonly text: string },
  photoAt: PhotoAt,
  language: Language,
): Html {
  return html`<span class="pictures">${photoLinks(text).map((link, index) => {
    if (fileIdIn(link) === undefined) return html`<span>${link}</span>`;
    const address = photoAt(column, index + 1);
    const name = `${said(photoWords.photo, language)} ${index + 1}`;
    return html`<a href="${address}"><img src="${address}" alt="${name}" loading="lazy" decoding="async"></a>`;
  })}</span>`;
}

/** What telephones make of a picture that is asked for so: Apple's turn HEIC into JPEG by themselves. */
const accepted = 'image/jpeg,image/png,image/webp';

/**
 * A field for photos. What was uploaded stands in a hidden field, one a line; without a script the files travel with
 * the form, with one `browser/photo-field.ts` takes over.
 */
export function photoInput(field: Field, id: string, attributes: Html): Html {
  const { name, typed, column, language } = field;
  const count = photoLinks(typed).length;
  return html`<div class="photos" data-photos><input type="hidden" name="${name}" value="${typed}" data-links${
    column.required ? html` data-required` : ''
  }>${count === 0 ? '' : html`<p class="photos-kept">${count} ${said(photoWords.kept, language)}</p>`}<input type="file" id="${id}" accept="${accepted}" multiple${attributes}></div>`;
}
