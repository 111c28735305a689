import { numberAt, type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** What comes into a canteen, by how it is looked at when it arrives. */
export const foodKinds = {
  meat: { zh: '畜禽肉', en: 'Meat' },
  fish: { zh: '水产', en: 'Fish' },
  vegetables: { zh: '蔬菜水果', en: 'Vegetables and fruit' },
  staples: { zh: '米面粮油', en: 'Rice, flour, oil' },
  dairy: { zh: '蛋奶豆制品', en: 'Eggs, dairy, tofu' },
  seasoning: { zh: '调料干货', en: 'Seasoning, dry goods' },
  frozen: { zh: '冷冻食品', en: 'Frozen food' },
  other: { zh: '其他', en: 'Other' },
} as const;

export type FoodKind = keyof typeof foodKinds;

const kindsOfFood: readonly FoodKind[] = [
  'meat',
  'fish',
  'vegetables',
  'staples',
  'dairy',
  'seasoning',
  'frozen',
  'other',
];

/** The kind in a row of 进货验收. */
function foodKindIn(row: Row): FoodKind | undefined {
  return kindsOfFood.find((kind) => kind === textAt(row, 'kind'));
}

/** What goods cost, in yuan. */
export function costOf(row: Row): number | undefined {
  const [quantity, price] = [numberAt(row, 'quantity'), numberAt(row, 'price')];
  return quantity === undefined || price === undefined ? undefined : quantity * price;
}

/** The goods of the last delivery of a supplier, without their quantities: what will come again. */
export function goodsOfLastDelivery(world: World, supplier: string) {
  const own = world
    .rows('deliveries')
    .filter((row) => plain(textAt(row, 'supplier')) === plain(supplier));
  const last = own
    .map((row) => textAt(row, 'arrived').slice(0, 10))
    .reduce((a, b) => (a < b ? b : a), '');
  return own
    .filter((row) => last !== '' && textAt(row, 'arrived').startsWith(last))
    .map((row) => ({
      goods: textAt(row, 'goods'),
      kind: foodKindIn(row),
      unit: textAt(row, 'unit'),
      price: numberAt(row, 'price'),
    }));
}
