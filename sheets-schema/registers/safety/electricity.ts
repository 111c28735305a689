import { choice, date, photo, quantity, reference, text } from '../../columns.ts';
import { demoElectricity } from '../../demo/electricity.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { needed } from '../../rules/needed.ts';
import { repeated } from '../../rules/repeated.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const kinds = {
  fine: { zh: '没有问题', en: 'Fine' },
  appliance: { zh: '私用电器', en: 'Private appliance' },
  plug: { zh: '人走插头没拔', en: 'Plug left in' },
  wire: { zh: '私接电线', en: 'Private wiring' },
  overload: { zh: '插线板过载', en: 'Overloaded strip' },
};

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  kind: choice({ zh: '情况', en: 'What' }, kinds, { required: true }),
  thing: text(
    { zh: '电器名称', en: 'Appliance' },
    { help: { zh: '如 电热毯、电饭锅', en: 'Blanket, rice cooker' } },
  ),
  quantity: quantity(
    { zh: '处数', en: 'How many' },
    { unit: { zh: '处', en: '' }, min: 1, whole: true, help: { zh: '不填算 1', en: 'Blank is 1' } },
  ),
  handled: text(
    { zh: '处理', en: 'Handled' },
    { help: { zh: '拔掉、收走、谈话', en: 'Unplugged, taken, talked to' } },
  ),
  checkedBy: reference('people', { zh: '检查人', en: 'Checked by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const isFault = (row: Row): boolean => !['', 'fine'].includes(textAt(row, 'kind'));
const isKind =
  (...kind: readonly string[]) =>
  (row: Row): boolean =>
    kind.includes(textAt(row, 'kind'));

/** 用电检查 Electricity (C8; R2): no private appliances in dorms, plugs out when people leave; places that repeat. */
export const electricity = defineRegister({
  key: 'electricity',
  title: { zh: '用电检查', en: 'Electricity' },
  purpose: {
    zh: '寝室私用电器、人走插头没拔，重复的地方要盯住',
    en: 'Private appliances and plugs left in; places where it repeats',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '一处一行；收走的写清电器。', en: 'One place at a time; name what was taken.' },
    asks: ['day', 'place', 'kind', 'thing', 'quantity', 'handled', 'checkedBy', 'photo'],
    example: {
      day: localDate.parse('2026-11-24'),
      place: '宿舍2号楼 103',
      kind: 'appliance',
      thing: '电热水杯',
      handled: '已收走，通知家长',
      checkedBy: '沈月娥',
    },
  },
  rules: [
    repeated({
      key: 'place',
      happened: 'day',
      columns: ['place', 'kind'],
      same: (row) => (isFault(row) ? plain(textAt(row, 'place')) : ''),
      times: (world) => world.settings.number('electricity.repeatTimes'),
      days: (world) => world.settings.number('electricity.repeatDays'),
      message: (row, times, days) => ({
        zh: `${clip(textAt(row, 'place'), 11)}：${days}天内 ${times} 次，请盯住`,
        en: `${textAt(row, 'place')}: ${times} times in ${days} days`,
      }),
    }),
    needed({
      key: 'fault',
      columns: ['handled'],
      reads: ['kind'],
      when: isFault,
      because: { zh: '有问题', en: 'A fault' },
    }),
    needed({
      key: 'appliance',
      columns: ['thing'],
      reads: ['kind'],
      when: isKind('appliance'),
      because: { zh: '私用电器', en: 'A private appliance' },
    }),
  ],
  settings: {
    repeatTimes: {
      kind: 'number',
      title: { zh: '同一处几次要盯住', en: 'The same place so many times' },
      unit: { zh: '次', en: 'times' },
      default: 2,
      source: 'R2 寝室私自接用电器',
    },
    repeatDays: inDays({ zh: '同一处看多少天', en: 'Looked at over' }, 30, '惯例'),
  },
  figures: {
    checks: count({
      title: { zh: '用电检查', en: 'Checks' },
      unit: { zh: '处次', en: 'checks' },
      counts: { zh: '期内的用电检查登记', en: 'Entries of the period' },
      happened: 'day',
    }),
    appliances: total({
      title: { zh: '查出私用电器', en: 'Private appliances' },
      unit: { zh: '处', en: 'places' },
      counts: { zh: '期内私用电器和私接电线处数', en: 'Private appliances and wiring' },
      better: 'lower',
      happened: 'day',
      where: isKind('appliance', 'wire'),
      amounts: () => (row) => numberAt(row, 'quantity') ?? 1,
    }),
    plugs: total({
      title: { zh: '人走插头没拔', en: 'Plugs left in' },
      unit: { zh: '处', en: 'places' },
      counts: { zh: '期内人走插头没拔处数', en: 'Plugs left in' },
      better: 'lower',
      happened: 'day',
      where: (row) => valueAt(row, 'kind') === 'plug',
      amounts: () => (row) => numberAt(row, 'quantity') ?? 1,
    }),
  },
  breakdowns: {
    byPlace: splitBy({
      title: { zh: '用电问题多的地方', en: 'Faults by place' },
      unit: { zh: '次', en: 'times' },
      happened: 'day',
      where: isFault,
      names: () => (row) => textAt(row, 'place'),
    }),
  },
  report: {
    section: 'safety',
    sentences: ['用电检查{checks|compared}，查出私用电器{appliances}，人走插头没拔{plugs}。'],
  },
  demo: demoElectricity,
});
