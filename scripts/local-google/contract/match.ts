import type { Api, Method } from './discovery.ts';
import { apis } from './discovery.ts';

/** A request recognised as one of Google's methods. */
export interface Match {
  readonly id: string;
  readonly api: Api;
  readonly method: Method;
  readonly pathParams: Readonly<Record<string, string>>;
  /** `upload` and `download` are Google's other entrances to the same method. */
  readonly entrance: 'plain' | 'upload' | 'download';
}

interface Route {
  readonly id: string;
  readonly api: Api;
  readonly method: Method;
  readonly shape: RegExp;
  readonly template: RegExp;
  readonly names: readonly string[];
  readonly variables: number;
  readonly literal: number;
}

const variable = /\{(\+?)(\w+)\}/g;

const routes: readonly Route[] = apis
  .flatMap((api) => Object.entries(api.methods).map(([id, method]) => routeOf(api, id, method)))
  .toSorted((a, b) => a.variables - b.variables || b.literal - a.literal);

function routeOf(api: Api, id: string, method: Method): Route {
  const path = `/${api.servicePath}${method.path}`;
  const flat = `/${api.servicePath}${method.flatPath ?? method.path}`;
  // Resource names of Cloud Tasks hold no colon, ranges of Sheets do.
  const segment = method.flatPath === undefined ? '[^/]+' : '[^/:]+';
  return {
    id,
    api,
    method,
    shape: new RegExp(`^${withVariables(flat, () => segment)}$`),
    template: new RegExp(`^${withVariables(path, (many) => (many ? '(.+)' : '([^/]+)'))}$`),
    names: [...path.matchAll(variable)].map(([, , name = '']) => name),
    variables: [...flat.matchAll(variable)].length,
    literal: flat.replace(variable, '').length,
  };
}

function withVariables(template: string, pattern: (many: boolean) => string): string {
  const literals = template
    .split(/\{\+?\w+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const patterns = [...template.matchAll(variable)].map(([, many]) => pattern(many === '+'));
  return literals.map((literal, at) => literal + (patterns[at] ?? '')).join('');
}

/** Finds the method behind a verb and an undecoded path; undefined if Google has none there. */
export function matchMethod(verb: string, asked: string): Match | undefined {
  // Google takes a slash behind an address as if it were not there; google-spreadsheet sends one.
  const path = asked.length > 1 && asked.endsWith('/') ? asked.slice(0, -1) : asked;
  const [, entered, rest = path] = path.match(/^\/(upload|download)(\/.*)$/) ?? [];
  const entrance = entered === 'upload' || entered === 'download' ? entered : 'plain';
  for (const { id, api, method, shape, template, names } of routes) {
    if (!accepts(method, verb, entrance) || !shape.test(rest)) continue;
    const values = rest.match(template)?.slice(1) ?? [];
    const decoded = values.map(decode);
    if (decoded.includes(undefined)) return undefined;
    const pathParams = Object.fromEntries(names.map((name, at) => [name, decoded[at] ?? '']));
    return { id, api, method, pathParams, entrance };
  }
  return undefined;
}

function accepts(method: Method, verb: string, entrance: Match['entrance']): boolean {
  if (entrance === 'download') return method.mediaDownload === true && verb === 'GET';
  return method.httpMethod === verb && (entrance === 'plain' || method.mediaUpload === true);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
