import type { Label } from './language.ts';
import type { Row } from './row.ts';
import type { World } from './rule.ts';
import type { LocalDate } from './values.ts';

/** The nine groups of 表2, in their order (papers.md). */
export const planGroups = {
  safety: { zh: '安全与门卫', en: 'Safety and gate' },
  canteen: { zh: '食堂', en: 'Canteen' },
  dorms: { zh: '宿舍与卫生', en: 'Dorms and hygiene' },
  repairs: { zh: '维修与设备', en: 'Repairs and equipment' },
  stores: { zh: '物资采购与校产', en: 'Purchases and property' },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  people: { zh: '人员与培训', en: 'People and training' },
  service: { zh: '服务与活动保障', en: 'Service and events' },
  energy: { zh: '节能', en: 'Energy saving' },
} as const satisfies Readonly<Record<string, Label>>;

export type PlanGroup = keyof typeof planGroups;

/** One line of the monthly plan: what, to which standard, by whom, by when. */
export interface PlanTask {
  /** Stable, derived from its source, so that planning a month twice makes no second line. */
  readonly key: string;
  readonly group: PlanGroup;
  readonly what: string;
  readonly standard: string;
  readonly owner: string;
  readonly assists?: string;
  readonly due: LocalDate;
  readonly note?: string;
  /** ★: carried over, late already. */
  readonly carriedOver?: boolean;
}

/** What is to be bought: 表4. */
export interface Purchase {
  readonly item: string;
  readonly unit: string;
  readonly onHand: number;
  readonly minimum: number;
  readonly quantity: number;
  /** 估价: what one unit is expected to cost, in yuan; times the quantity it is 金额. */
  readonly estimate: number | undefined;
  readonly purpose: string;
  readonly neededBy: LocalDate;
}

/** The month being planned. */
export interface PlanMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A register's share of the monthly plan. */
export interface PlanShare {
  readonly tasks?: (rows: readonly Row[], month: PlanMonth, world: World) => readonly PlanTask[];
  readonly purchases?: (
    rows: readonly Row[],
    month: PlanMonth,
    world: World,
  ) => readonly Purchase[];
}
