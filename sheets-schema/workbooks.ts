import type { Label } from './language.ts';

/** The few spreadsheets of a school, cut by who works there and who may see it (hard point 17). */
export const workbooks = {
  stores: { title: { zh: '库房与校产', en: 'Stores and property' } },
  service: { title: { zh: '服务与安全', en: 'Service and safety' } },
  people: { title: { zh: '人员与计划', en: 'People and plan' } },
} as const satisfies Readonly<Record<string, { readonly title: Label }>>;

export type WorkbookKey = keyof typeof workbooks;

/** Raised when the layout of the spreadsheets changes in a way that set-up must know. */
export const schemaVersion = 1;
