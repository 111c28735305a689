import { numberAt, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { exact } from './exact.ts';

/** What money is spent on; budget lines and payments use the same (R2, R3, R5). */
export const spendingCategories = {
  canteen: { zh: '食堂', en: 'Canteen' },
  repairs: { zh: '维修', en: 'Repairs' },
  cleaning: { zh: '保洁用品', en: 'Cleaning' },
  office: { zh: '办公用品', en: 'Office' },
  dorms: { zh: '宿舍用品', en: 'Dorms' },
  medical: { zh: '医务', en: 'Medical' },
  equipment: { zh: '设备购置', en: 'Equipment' },
  utilities: { zh: '水电气', en: 'Water, power, gas' },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  laundry: { zh: '洗涤', en: 'Laundry' },
  publicity: { zh: '宣传印刷', en: 'Publicity' },
  training: { zh: '培训演练', en: 'Training' },
  other: { zh: '其他', en: 'Other' },
};

/** A category of spending in Chinese, from its key; the key itself when it is none. */
export function spendingName(category: string): { readonly zh: string; readonly en: string } {
  return (
    Object.entries(spendingCategories).find(([key]) => key === category)?.[1] ?? {
      zh: category,
      en: category,
    }
  );
}

/** Yuan planned by category in the budget of a calendar year (《预算法》第十八条: 预算年度是公历年). */
export function plannedIn(year: number, world: World): ReadonlyMap<string, number> {
  const planned = new Map<string, number>();
  for (const line of world.rows('budgetLines')) {
    const category = textAt(line, 'category');
    const amount = numberAt(line, 'planned');
    if (numberAt(line, 'year') !== year || category === '' || amount === undefined) continue;
    planned.set(category, exact((planned.get(category) ?? 0) + amount));
  }
  return planned;
}
