import { choice, code, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoMeters } from '../../demo/meters.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { Rule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  name: text(
    { zh: '表名', en: 'Meter' },
    { required: true, help: { zh: '如“总电表”“宿舍1号楼 水表”', en: 'Such as 总电表' } },
  ),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      water: { zh: '水', en: 'Water' },
      power: { zh: '电', en: 'Power' },
      gas: { zh: '燃气', en: 'Gas' },
      heat: { zh: '供热', en: 'Heat' },
    },
    { required: true },
  ),
  main: yesNo(
    { zh: '总表', en: 'Main meter' },
    { help: { zh: '全校用量只按总表算，分表不重复算', en: 'Use of the school is by main meters' } },
  ),
  place: reference('places', { zh: '位置', en: 'Place' }, { required: true }),
  number: code({ zh: '表号', en: 'Number' }),
  factor: quantity(
    { zh: '倍率', en: 'Factor' },
    { min: 0, help: { zh: '电表有互感器的填，没有就空着', en: 'Of a transformer; blank if none' } },
  ),
  reader: reference('people', { zh: '抄表人', en: 'Read by' }, { required: true }),
  stopped: yesNo(
    { zh: '停用', en: 'Out of use' },
    { help: { zh: '换表时旧表填“是”，新表另起一行', en: 'A new meter is a new line' } },
  ),
};

const isUsed = (row: Row): boolean =>
  textAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true;

/** 水电气表 Meters (H, R5): which meters are read, where, by whom. */
export const meters = defineRegister({
  key: 'meters',
  title: { zh: '水电气表', en: 'Meters' },
  purpose: {
    zh: '全校水、电、气、热的总表和分表',
    en: 'Main meters and others for water, power, gas and heat',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  rules: [unique({ columns: ['name'] }), unique({ columns: ['number'] }), withoutMain()],
  figures: {
    used: listed({
      title: { zh: '在用水电气表', en: 'Meters in use' },
      unit: { zh: '块', en: 'meters' },
      counts: { zh: '未停用的表', en: 'Meters that are in use' },
      where: isUsed,
    }),
  },
  demo: demoMeters,
});

/** Each kind that is read has a main meter, else nobody can say what the school uses. */
function withoutMain(): Rule<'kind' | 'main' | 'stopped'> {
  return {
    key: 'without-main',
    columns: ['kind', 'main', 'stopped'],
    reads: [],
    catches: { zh: '有分表没有总表', en: 'A kind without a main meter' },
    check: (register, rows) => {
      const used = rows.filter((row) => isUsed(row) && textAt(row, 'kind') !== '');
      const kinds = Map.groupBy(used, (row) => textAt(row, 'kind'));
      return [...kinds]
        .filter(([, own]) => !own.some((row) => valueAt(row, 'main') === true))
        .map(([kind]) => {
          const words = columns.kind.choices;
          const { zh, en } = Object.entries(words).find(([key]) => key === kind)?.[1] ?? {
            zh: kind,
            en: kind,
          };
          return {
            register: register.key,
            rule: 'without-main',
            about: kind,
            severity: 'look' as const,
            message: {
              zh: `${zh}表没有总表，请把总表标“是”`,
              en: `${en}: no main meter, mark it`,
            },
          };
        });
    },
  };
}
