import type { Language } from '#schema/language.ts';

/** The addresses of intake; paths for its own pages, so that they work through any host name that reaches it. */
export interface Addresses {
  forms(token: string, language?: Language): string;
  form(register: string, token: string, language?: Language): string;
  api(register: string, token: string, language?: Language): string;
  lists(register: string, token: string): string;
  receipt(token: string, language?: Language): string;
  track(token: string, language?: Language): string;
  asset(name: string): string;
  /** The worker that opens forms without a network; its address sets how far it reaches. */
  readonly worker: string;
  /** The whole address of a path, for whoever stands outside the page. */
  absolute(path: string): string;
}

/**
 * Builds addresses below a public base.
 * @param baseUrl where the functions are reached, such as `https://forms.example.edu.cn`
 */
export function createAddresses(baseUrl: string): Addresses {
  const base = new URL(baseUrl);
  const root = `${base.pathname.replace(/\/+$/, '')}/intake`;
  const at = (path: string, query: Record<string, string | undefined>) => {
    const said = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const search = new URLSearchParams(Object.fromEntries(said)).toString();
    return `${root}/${path}${search === '' ? '' : `?${search}`}`;
  };
  const segment = encodeURIComponent;
  return {
    forms: (t, lang) => at('', { t, lang }),
    form: (register, t, lang) => at(`form/${segment(register)}`, { t, lang }),
    api: (register, t, lang) => at(`api/${segment(register)}`, { t, lang }),
    lists: (register, t) => at(`lists/${segment(register)}`, { t }),
    receipt: (token, lang) => at(`receipt/${segment(token)}`, { lang }),
    track: (token, lang) => at(`track/${segment(token)}`, { lang }),
    asset: (name) => at(`assets/${name}`, {}),
    worker: at('worker.js', {}),
    absolute: (path) => new URL(path, base).href,
  };
}
