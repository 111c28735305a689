import { mealIn, mealKey, meals, menuOf } from '../../calculations/meals.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import type { BatchForm } from '../../register.ts';
import { dayOf, localDateTime } from '../../values.ts';

/** The columns of 食品留样. */
export const columns = {
  kept: moment({ zh: '留样时间', en: 'Kept at' }, { required: true, stamped: true }),
  meal: choice({ zh: '餐次', en: 'Meal' }, meals, { required: true }),
  dish: text({ zh: '菜名', en: 'Dish' }, { required: true, width: 180 }),
  grams: quantity(
    { zh: '留样量', en: 'Amount' },
    {
      required: true,
      unit: { zh: '克', en: 'g' },
      min: 0,
      help: { zh: '每道菜不少于 125 克', en: 'At least 125 g of each dish' },
    },
  ),
  place: text(
    { zh: '存放位置', en: 'Kept in' },
    { help: { zh: '如：留样柜第二层', en: 'Such as: sample fridge, second shelf' } },
  ),
  temperature: quantity(
    { zh: '柜温', en: 'Fridge' },
    { unit: { zh: '℃', en: '℃' }, min: -30, max: 60 },
  ),
  by: reference('people', { zh: '留样人', en: 'Kept by' }, { required: true }),
  discarded: moment(
    { zh: '倒掉时间', en: 'Discarded' },
    { help: { zh: '满 48 小时才能倒', en: 'Not before 48 hours' } },
  ),
  discardedBy: reference('people', { zh: '倒样人', en: 'Discarded by' }),
};

/** 一餐留样: the dishes of a meal come from the menu, each is weighed, one signature (M). */
export const oneMeal: BatchForm<typeof columns> = {
  key: 'meal',
  title: { zh: '一餐留样', en: 'Samples of a meal' },
  audience: 'staff',
  intro: {
    zh: '菜名按菜谱列好，逐道称重填克数，最后签一次名。',
    en: 'Dishes come from the menu: weigh each, sign once.',
  },
  shared: ['meal', 'place', 'temperature', 'by'],
  each: ['dish', 'grams'],
  rows: (world, shared) => {
    const meal = mealIn({ values: shared }, 'meal');
    const kept = localDateTime.safeParse(shared.kept);
    const day = dayOf(kept.success ? kept.data : world.now);
    const dishes = meal ? menuOf(world).get(mealKey(day, meal)) : undefined;
    return (dishes ?? []).map((dish) => ({ dish }));
  },
  untouched: 'leftOut',
  example: {
    shared: { meal: 'breakfast', place: '留样柜第一层', temperature: 4, by: '林小梅' },
    rows: [
      { dish: '煮鸡蛋', grams: 140 },
      { dish: '小米粥', grams: 150 },
    ],
  },
};
