import type { Answer } from './service.ts';

/**
 * An answer whose links for people lead to the pages of this stand-in instead of Google's. The
 * address is that of the request, so links are made when answering and are no part of the state.
 *
 * @param origin of the request, without a slash at the end
 */
export function withOwnLinks(answer: Answer, origin: string): Answer {
  return 'json' in answer ? { json: linked(answer.json, origin) } : answer;
}

/** The members of Google's answers that hold a link, or something that does. */
const places: Readonly<Record<string, 'link' | 'object' | 'list'>> = {
  webViewLink: 'link',
  spreadsheetUrl: 'link',
  updatedSpreadsheet: 'object',
  file: 'object',
  files: 'list',
  changes: 'list',
};

function linked(json: object, origin: string): object {
  const changed = Object.entries(json).flatMap(([name, value]: [string, unknown]) => {
    const place = Object.hasOwn(places, name) ? places[name] : undefined;
    if (place === 'link' && typeof value === 'string') return [[name, ownLink(value, origin)]];
    if (place === 'object' && isObject(value)) return [[name, linked(value, origin)]];
    if (place === 'list' && Array.isArray(value)) {
      return [[name, value.map((item: unknown) => (isObject(item) ? linked(item, origin) : item))]];
    }
    return [];
  });
  return changed.length === 0 ? json : { ...json, ...Object.fromEntries(changed) };
}

function ownLink(link: string, origin: string): string {
  return link.replace(/^https:\/\/(?:docs|drive)\.google\.com\//, `${origin}/`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
