import { GoogleError } from '../errors.ts';
import type { Principal } from '../service.ts';
import type { FileRecord, GoogleState } from '../state.ts';
import { isTrashed } from './access.ts';
import { myDriveId } from './places.ts';
import { compare, isComparison, nameContains } from './query-terms.ts';

/** Whether a file is one of those searched for. */
export type FileTest = (file: FileRecord) => boolean;

/**
 * Reads the `q` of `files.list`, for example `'FOLDER' in parents and trashed = false`.
 * Throws 400 for what cannot be read and 501 for terms the stand-in does not search.
 * https://developers.google.com/workspace/drive/api/guides/ref-search-terms
 */
export function readQuery(text: string, state: GoogleState, principal: Principal): FileTest {
  const tokens = text.match(/'(?:\\.|[^'\\])*'|[(){}]|[<>!]?=|[<>]|[^\s(){}=<>!']+/g) ?? [];
  let at = 0;
  const take = () => tokens[at++];
  const expect = (...wanted: string[]) => {
    for (const token of wanted) if (take() !== token) throw invalidQuery();
  };

  const either = (): FileTest => {
    let test = both();
    while (tokens[at] === 'or') {
      at += 1;
      const [left, right] = [test, both()];
      test = (file) => left(file) || right(file);
    }
    return test;
  };
  const both = (): FileTest => {
    let test = one();
    while (tokens[at] === 'and') {
      at += 1;
      const [left, right] = [test, one()];
      test = (file) => left(file) && right(file);
    }
    return test;
  };
  const one = (): FileTest => {
    const token = take();
    if (token === 'not') {
      const inner = one();
      return (file) => !inner(file);
    }
    if (token === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (token?.startsWith("'")) return membership(unquote(token));
    return term(token);
  };
  const membership = (value: string): FileTest => {
    expect('in');
    const collection = take();
    if (collection === 'parents') {
      const parent = value === 'root' ? myDriveId(principal.email) : value;
      return (file) => file.parents.includes(parent);
    }
    if (collection === 'owners') return (file) => file.owner === value;
    throw unsearched(collection);
  };
  const term = (field: string | undefined): FileTest => {
    const operator = take();
    if ((field === 'properties' || field === 'appProperties') && operator === 'has') {
      return pair(field);
    }
    const value = unquote(take());
    switch (field) {
      case 'name':
        if (operator === 'contains') return (file) => nameContains(file.name, value);
        return comparing(operator, (file) => file.name, value);
      case 'mimeType':
        if (operator === 'contains') return (file) => file.mimeType.startsWith(value);
        return comparing(operator, (file) => file.mimeType, value);
      case 'createdTime':
      case 'modifiedTime':
        return comparing(operator, (file) => file[field], moment(value));
      case 'trashed':
        return comparing(operator, (file) => String(isTrashed(state, file)), value);
      case 'starred':
        return comparing(operator, (file) => String(file.starred), value);
      default:
        throw unsearched(field);
    }
  };
  const pair = (field: 'properties' | 'appProperties'): FileTest => {
    expect('{', 'key', '=');
    const key = unquote(take());
    expect('and', 'value', '=');
    const value = unquote(take());
    expect('}');
    return (file) => file[field][key] === value;
  };

  const test = either();
  if (at < tokens.length) throw invalidQuery();
  return test;
}

function comparing(
  operator: string | undefined,
  of: (file: FileRecord) => string,
  value: string,
): FileTest {
  if (!isComparison(operator)) throw invalidQuery();
  return (file) => compare(of(file), operator, value);
}

function unquote(token: string | undefined): string {
  if (token === undefined) throw invalidQuery();
  return token.startsWith("'") ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
}

/** Times without a zone are UTC. */
function moment(text: string): string {
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = new Date(zoned);
  if (Number.isNaN(time.getTime())) throw invalidQuery();
  return time.toISOString();
}

function invalidQuery(): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', 'Invalid Value', {
    reason: 'invalid',
    location: { type: 'parameter', name: 'q' },
  });
}

const googleTerms = [
  'fullText',
  'viewedByMeTime',
  'sharedWithMe',
  'writers',
  'readers',
  'visibility',
  'memberCount',
  'labels',
];

function unsearched(term: string | undefined): GoogleError {
  if (term === undefined || !googleTerms.includes(term)) return invalidQuery();
  return new GoogleError(
    501,
    'UNIMPLEMENTED',
    `The embedded stand-in for Google does not search by ${term}.`,
  );
}
