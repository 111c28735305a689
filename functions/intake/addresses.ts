import type { Language } from '#schema/language.ts';
import { copyInKey } from './batch/sheet.ts';

/** Which sheet for many rows: a register and the key of a batch form or of 补录. */
export interface SheetPlace {
  readonly register: { readonly key: string };
  readonly key: string;
}

/** Which row of which register. */
interface RowPlace {
  readonly register: string;
  readonly row: string;
}

/** The addresses of intake; paths for its own pages, so that they work through any host name that reaches it. */
export interface Addresses {
  forms(token: string, language?: Language): string;
  form(register: string, token: string, language?: Language): string;
  api(register: string, token: string, language?: Language): string;
  lists(register: string, token: string): string;
  /** The page about the endpoints, and their description for programs. */
  apiPage(language?: Language): string;
  readonly apiDocument: string;
  sheet(sheet: SheetPlace, token: string, language?: Language): string;
  sheetApi(sheet: SheetPlace, token: string, language?: Language): string;
  /** What a sheet's grid begins with. */
  grid(sheet: SheetPlace, token: string, language?: Language): string;
  sheetLists(sheet: SheetPlace, token: string): string;
  /** A register on paper: its ledger, or another sheet of it. */
  print(register: string, token: string, paper?: string, language?: Language): string;
  /** Where a script puts a photo; it fills in the ids of submission and photo for the two marks. */
  photos(register: string, token: string, language?: Language): string;
  /** A photo that was sent, as the holder of the row's receipt sees it; they count from 1. */
  receiptPhoto(token: string, column: string, place: number): string;
  /** The same for staff. */
  rowPhoto(row: RowPlace, token: string, column: string, place: number): string;
  receipt(token: string, language?: Language): string;
  track(token: string, language?: Language): string;
  /** One person's decision about one request. */
  decide(token: string, language?: Language): string;
  /** What somebody on a post is called to now. */
  calls(register: string, token: string, language?: Language): string;
  /** A person's own open matters. */
  today(token: string, language?: Language): string;
  /** Opens a row where it stands in its sheet now. */
  openRow(register: string, row: string, token: string): string;
  asset(name: string): string;
  /** The worker that opens forms without a network; its address sets how far it reaches. */
  readonly worker: string;
  /** The path below which the functions are reached, without a slash at its end. */
  readonly base: string;
  /** The whole address of a path, for whoever stands outside the page. */
  absolute(path: string): string;
}

/** Stand in the address of photos for what the script fills in; `browser/uploads.ts` knows them too. */
const photoMarks = { entry: 'ENTRY', photo: 'PHOTO' } as const;

/**
 * Builds addresses below a public base.
 * @param baseUrl where the functions are reached, such as `https://forms.example.edu.cn`
 */
export function createAddresses(baseUrl: string): Addresses {
  const base = new URL(baseUrl);
  const below = base.pathname.replace(/\/+$/, '');
  const root = `${below}/intake`;
  const at = (path: string, query: Record<string, string | undefined>) => {
    const said = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const search = new URLSearchParams(Object.fromEntries(said)).toString();
    return `${root}/${path}${search === '' ? '' : `?${search}`}`;
  };
  const segment = encodeURIComponent;
  const apiOf = ({ register, key }: SheetPlace) =>
    key === copyInKey
      ? `api/${segment(register.key)}/${copyInKey}`
      : `api/${segment(register.key)}/batch/${segment(key)}`;
  return {
    forms: (t, lang) => at('', { t, lang }),
    form: (register, t, lang) => at(`form/${segment(register)}`, { t, lang }),
    api: (register, t, lang) => at(`api/${segment(register)}`, { t, lang }),
    lists: (register, t) => at(`lists/${segment(register)}`, { t }),
    calls: (register, t, lang) => at(`calls/${segment(register)}`, { t, lang }),
    today: (t, lang) => at('today', { t, lang }),
    openRow: (register, row, t) => at(`open/${segment(register)}/${segment(row)}`, { t }),
    sheet: ({ register, key }, t, lang) =>
      key === copyInKey
        ? at(`${copyInKey}/${segment(register.key)}`, { t, lang })
        : at(`batch/${segment(register.key)}/${segment(key)}`, { t, lang }),
    sheetApi: (sheet, t, lang) => at(apiOf(sheet), { t, lang }),
    grid: (sheet, t, lang) => at(`${apiOf(sheet)}/rows`, { t, lang }),
    sheetLists: ({ register, key }, t) =>
      at(`lists/${segment(register.key)}/${segment(key)}`, { t }),
    print: (register, t, paper, lang) =>
      at(['print', segment(register), ...(paper === undefined ? [] : [paper])].join('/'), {
        t,
        lang,
      }),
    photos: (register, t, lang) =>
      at(`photos/${segment(register)}/${photoMarks.entry}/${photoMarks.photo}`, { t, lang }),
    receiptPhoto: (token, column, place) =>
      at(`receipt/${segment(token)}/photo/${segment(column)}/${place}`, {}),
    rowPhoto: ({ register, row }, t, column, place) =>
      at(`row/${segment(register)}/${segment(row)}/photo/${segment(column)}/${place}`, { t }),
    receipt: (token, lang) => at(`receipt/${segment(token)}`, { lang }),
    track: (token, lang) => at(`track/${segment(token)}`, { lang }),
    decide: (token, lang) => at(`decide/${segment(token)}`, { lang }),
    apiPage: (lang) => at('api', { lang }),
    apiDocument: at('api.json', {}),
    asset: (name) => at(`assets/${name}`, {}),
    worker: at('worker.js', {}),
    base: below,
    absolute: (path) => new URL(path, base).href,
  };
}
