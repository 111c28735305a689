import {
  choice,
  code,
  date,
  email,
  link,
  moment,
  money,
  phone,
  quantity,
  reference,
  text,
  time,
  yesNo,
} from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';

/** A register with a column of every kind that a form can ask. */
export const everyKind = defineRegister({
  key: 'everyKind',
  title: { zh: '各种栏目', en: 'Every kind' },
  purpose: { zh: '每种栏目各一个', en: 'One column of each kind' },
  workbook: 'service',
  columns: {
    words: text({ zh: '文字', en: 'Words' }, { help: { zh: '想写什么都行', en: 'Anything' } }),
    story: text({ zh: '经过', en: 'Story' }, { long: true }),
    code: code({ zh: '编号', en: 'Code' }),
    phone: phone({ zh: '电话', en: 'Phone' }),
    mail: email({ zh: '邮箱', en: 'Mail' }),
    page: link({ zh: '网址', en: 'Page' }),
    present: yesNo({ zh: '到场', en: 'Present' }),
    day: date({ zh: '日期', en: 'Day' }),
    hour: time({ zh: '时间', en: 'Hour' }),
    happened: moment({ zh: '发生时间', en: 'Happened' }, { stamped: true }),
    amount: quantity({ zh: '数量', en: 'Amount' }, { unit: { zh: '公斤', en: 'kg' }, min: 0 }),
    price: money({ zh: '金额', en: 'Price' }),
    place: reference('places', { zh: '地点', en: 'Place' }),
    worker: reference('people', { zh: '经办人', en: 'Handled by' }),
    few: choice(
      { zh: '二选一', en: 'One of two' },
      { good: { zh: '好', en: 'Good' }, bad: { zh: '坏', en: 'Bad' } },
    ),
    many: choice(
      { zh: '七选一', en: 'One of seven' },
      {
        a: { zh: '甲', en: 'A' },
        b: { zh: '乙', en: 'B' },
        c: { zh: '丙', en: 'C' },
        d: { zh: '丁', en: 'D' },
        e: { zh: '戊', en: 'E' },
        f: { zh: '己', en: 'F' },
        g: { zh: '庚', en: 'G' },
      },
    ),
    secret: text({ zh: '内部备注', en: 'Internal note' }),
  },
  form: {
    audience: 'anyone',
    intro: { zh: '每种栏目各填一个。', en: 'Fill in one of each.' },
    asks: [
      'words',
      'story',
      'code',
      'phone',
      'mail',
      'page',
      'present',
      'day',
      'hour',
      'happened',
      'amount',
      'price',
      'place',
      'worker',
      'few',
      'many',
    ],
    example: { words: '例子' },
  },
  print: {
    slips: [
      {
        title: { zh: '合格单', en: 'Pass' },
        columns: ['words'],
        signatures: [{ zh: '经办人', en: 'Handled by' }],
        of: ({ values }) => values.few === 'good',
      },
    ],
  },
  rules: [],
  figures: {},
  demo: () => [],
});

/** A form for staff only, without tracking. */
export const staffOnly = defineRegister({
  key: 'staffOnly',
  title: { zh: '内部登记', en: 'Staff only' },
  purpose: { zh: '只给后勤人员填', en: 'For logistics staff' },
  workbook: 'service',
  columns: {
    worker: reference('people', { zh: '经办人', en: 'Handled by' }, { required: true }),
  },
  form: {
    audience: 'staff',
    intro: { zh: '内部使用。', en: 'Internal.' },
    asks: ['worker'],
    example: { worker: '周敏' },
  },
  rules: [],
  figures: {},
  demo: () => [],
});
