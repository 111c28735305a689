import type { Label } from './language.ts';

/** The nine headings under 二、主要工作与成效, in their order (papers.md). */
export const reportSections = {
  safety: { zh: '安全防范', en: 'Safety' },
  canteen: { zh: '食堂管理', en: 'Canteen' },
  dorms: { zh: '宿舍与环境卫生', en: 'Dorms and hygiene' },
  repairs: { zh: '维修保障', en: 'Repairs' },
  stores: { zh: '采购与物资校产', en: 'Purchases and property' },
  gate: { zh: '车辆与门卫', en: 'Vehicles and gate' },
  people: { zh: '队伍与制度建设', en: 'People and rules' },
  service: { zh: '服务沟通', en: 'Service' },
  energy: { zh: '节能降耗', en: 'Energy saving' },
} as const satisfies Readonly<Record<string, Label>>;

export type ReportSection = keyof typeof reportSections;

/**
 * A register's share of the term-end report.
 *
 * Sentences are Chinese, plain, verb first, a number in each; `{received}` stands for a figure with its unit,
 * `{received|compared}` adds the comparison with last term. A sentence one of whose figures was not recorded
 * is left out and the lack is said instead.
 */
export interface ReportShare<F extends string = string> {
  readonly section: ReportSection;
  readonly sentences: readonly string[];
  /** Figures that go into 表2, in order. */
  readonly indicators?: readonly F[];
  /** For a figure that missed its target: what it means, in words, as “报修未按承诺办结”, and the measure for next term. */
  readonly shortcomings?: Readonly<
    Partial<Record<F, { readonly says: string; readonly effect: string; readonly measure: string }>>
  >;
}

/** The figures that a sentence speaks of: `received` in `共受理报修{received|compared}。`. */
export function figuresIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)(?:\|\w+)?\}/g)].flatMap(([, name]) => name ?? []);
}
