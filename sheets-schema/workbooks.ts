import type { Label } from './language.ts';

/** The few spreadsheets of a school, cut by who works there and who may see it (hard point 17). */
export const workbooks = {
  stores: { title: { zh: '库房与校产', en: 'Stores and property' } },
  canteen: { title: { zh: '食堂', en: 'Canteen' } },
  service: { title: { zh: '服务与安全', en: 'Service and safety' } },
  people: { title: { zh: '人员与计划', en: 'People and plan' } },
  gate: { title: { zh: '门卫', en: 'Gate' }, monthly: true },
} as const satisfies Readonly<Record<string, { readonly title: Label; readonly monthly?: true }>>;

export type WorkbookKey = keyof typeof workbooks;

/**
 * Whether a workbook is a new file each month: Google's own history of versions cannot be purged, so what is personal
 * in it ends with the file (hard point 10). Closing a month protects such a file instead of moving its rows.
 */
export function isMonthly(workbook: string): workbook is 'gate' {
  return workbook === 'gate' && workbooks.gate.monthly;
}

/** Raised when the layout of the spreadsheets changes in a way that set-up must know. */
export const schemaVersion = 1;
