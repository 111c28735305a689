import { choice, moment, photo, quantity, reference, text, yesNo } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { localDate } from '#schema/values.ts';

/** Rooms of a dorm, each on a floor: the list from which the grid of a floor is made. */
export const rooms = defineRegister({
  key: 'rooms',
  title: { zh: '寝室名单', en: 'Rooms' },
  purpose: { zh: '哪层有哪些寝室', en: 'Which rooms there are' },
  workbook: 'people',
  label: 'name',
  columns: {
    name: text({ zh: '寝室', en: 'Room' }, { required: true }),
    floor: text({ zh: '楼层', en: 'Floor' }, { required: true }),
  },
  rules: [],
  figures: {},
  demo: () => [],
});

/** A floor is a closed grid of rooms: only the bad ones are touched, two drawn by chance need a photo. */
export const floorChecks = defineRegister({
  key: 'floorChecks',
  title: { zh: '查寝', en: 'Floor checks' },
  purpose: { zh: '每天查寝', en: 'Rooms checked each day' },
  workbook: 'service',
  happened: 'checked',
  columns: {
    checked: moment({ zh: '检查时间', en: 'Checked' }, { required: true, stamped: true }),
    floor: text({ zh: '楼层', en: 'Floor' }, { required: true }),
    room: reference('rooms', { zh: '寝室', en: 'Room' }, { required: true }),
    result: choice(
      { zh: '结果', en: 'Result' },
      { good: { zh: '合格', en: 'Passed' }, bad: { zh: '不合格', en: 'Failed' } },
      { required: true },
    ),
    found: text({ zh: '问题', en: 'Found' }),
    picture: photo({ zh: '照片', en: 'Photo' }),
    inspector: reference('people', { zh: '检查人', en: 'Inspector' }, { required: true }),
    copied: yesNo({ zh: '照抄', en: 'Copied' }, { filledByCode: true }),
  },
  batches: [
    {
      key: 'floor',
      title: { zh: '整层查寝', en: 'A whole floor' },
      audience: 'staff',
      intro: { zh: '只点不合格的；抽中的两间要拍照。', en: 'Touch only those that failed.' },
      shared: ['floor', 'inspector'],
      each: ['room', 'result', 'found', 'picture'],
      rows: (world, { floor }) =>
        world
          .rows('rooms')
          .filter((row) => textAt(row, 'floor') === floor)
          .map((row) => ({ room: textAt(row, 'name'), result: 'good' as const })),
      closed: true,
      untouched: 'kept',
      copied: 'copied',
      drawn: {
        rows: 2,
        column: 'picture',
        history: {
          last: (rows) =>
            new Map(
              rows
                .filter((row) => textAt(row, 'picture') !== '')
                .map((row) => [
                  textAt(row, 'room'),
                  localDate.parse(textAt(row, 'checked').slice(0, 10)),
                ]),
            ),
          mostDays: () => 3,
        },
      },
      example: { shared: { floor: '3', inspector: '周敏' }, rows: [] },
    },
  ],
  rules: [],
  figures: {},
  demo: () => [],
});

/** The samples of a meal: dishes stand there, only what was weighed is written, other dishes can be added. */
export const mealSamples = defineRegister({
  key: 'mealSamples',
  title: { zh: '留样', en: 'Samples' },
  purpose: { zh: '每餐每道菜留样', en: 'A sample of each dish' },
  workbook: 'canteen',
  happened: 'kept',
  columns: {
    kept: moment({ zh: '留样时间', en: 'Kept' }, { required: true, stamped: true }),
    meal: choice(
      { zh: '餐次', en: 'Meal' },
      {
        breakfast: { zh: '早餐', en: 'Breakfast' },
        lunch: { zh: '午餐', en: 'Lunch' },
        dinner: { zh: '晚餐', en: 'Dinner' },
      },
      { required: true },
    ),
    dish: text({ zh: '菜名', en: 'Dish' }, { required: true }),
    grams: quantity(
      { zh: '克数', en: 'Grams' },
      { unit: { zh: '克', en: 'g' }, min: 125, required: true },
    ),
    by: reference('people', { zh: '留样人', en: 'By' }, { required: true }),
  },
  batches: [
    {
      key: 'meal',
      title: { zh: '一餐留样', en: 'Samples of a meal' },
      audience: 'staff',
      intro: { zh: '菜名已列好，逐道称重，最后签一次名。', en: 'Weigh each dish, sign once.' },
      shared: ['meal', 'by'],
      each: ['dish', 'grams'],
      rows: (_world, { meal }) =>
        meal === 'lunch' ? dishes.map((dish) => ({ dish })) : [{ dish: '白粥' }, { dish: '花卷' }],
      untouched: 'leftOut',
      example: { shared: { meal: 'lunch', by: '周敏' }, rows: [{ dish: '白粥', grams: 130 }] },
    },
  ],
  rules: [],
  figures: {},
  demo: () => [],
});

const dishes = [
  '红烧鸡腿',
  '番茄炒蛋',
  '蚝油生菜',
  '土豆烧牛肉',
  '麻婆豆腐',
  '紫菜蛋花汤',
  '米饭',
  '玉米馒头',
];
