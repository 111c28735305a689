import { choice, code, moment, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { daysBetween, plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  happened: moment({ zh: '时间', en: 'When' }, { required: true, stamped: true }),
  direction: choice(
    { zh: '进或出', en: 'In or out' },
    {
      in: { zh: '收到快递', en: 'Parcel in' },
      out: { zh: '物品出门', en: 'Goods out' },
    },
    { required: true },
  ),
  what: text({ zh: '物品', en: 'What' }, { required: true }),
  number: code(
    { zh: '单号尾号', en: 'Number' },
    { help: { zh: '快递单最后四位', en: 'Last four digits' } },
  ),
  person: text({ zh: '收件人或携带人', en: 'For, or carried by' }, { personal: true }),
  pass: code(
    { zh: '出门条号', en: 'Pass' },
    { help: { zh: '公物出门必须有出门条', en: 'School goods leave with a pass only' } },
  ),
  approver: reference('people', { zh: '批准人', en: 'Approved by' }),
  asset: reference(
    'assets',
    { zh: '校产编号', en: 'Asset' },
    { help: { zh: '带出的是校产时填', en: 'When it is an asset' } },
  ),
  taken: moment({ zh: '取走时间', en: 'Fetched' }),
  guard: reference('people', { zh: '门卫', en: 'Guard' }, { required: true }),
};

const isIn = (row: Row): boolean => valueAt(row, 'direction') === 'in';
const isOut = (row: Row): boolean => valueAt(row, 'direction') === 'out';

/** Days before today, what, carried by, pass. */
const demoOut = [
  [34, '旧课桌 12 张（报废）', '废品站 宋师傅', 'CM-1021'],
  [16, '投影仪送修', '教务处 石磊', 'CM-1108'],
  [9, '音箱 1 对借出', '体育组 江海燕', ''],
  [5, '空水桶 20 个', '送水老秦', 'CM-1108'],
] as const;

/** 快递和物品进出 Parcels in and goods out (F): parcels are fetched soon; school goods leave with a pass. */
export const parcels = defineRegister({
  key: 'parcels',
  title: { zh: '快递和物品进出', en: 'Parcels and goods' },
  purpose: {
    zh: '门卫收的快递、出校门的物品，公物凭出门条放行',
    en: 'Parcels kept at the gate, and goods that leave by a pass',
  },
  workbook: 'gate',
  columns,
  happened: 'happened',
  goesOn: () => (row) => isIn(row) && textAt(row, 'taken') === '',
  form: {
    audience: 'staff',
    intro: { zh: '公物出门先看出门条再放行。', en: 'School goods: look at the pass first.' },
    asks: ['direction', 'what', 'number', 'person', 'pass', 'approver', 'asset', 'guard'],
    example: {
      direction: 'in',
      what: '快递一件',
      number: '6612',
      person: '教务处 石磊',
      guard: '唐志刚',
    },
  },
  print: {
    slips: [
      {
        title: { zh: '物品出门条', en: 'Pass for goods' },
        columns: ['happened', 'what', 'person', 'pass', 'asset', 'approver'],
        signatures: [
          { zh: '携带人', en: 'Carried by' },
          { zh: '批准人', en: 'Approved by' },
          { zh: '门卫', en: 'Guard' },
        ],
      },
    ],
  },
  rules: [
    needed({
      key: 'out',
      columns: ['pass', 'approver'],
      reads: ['direction'],
      when: isOut,
      because: { zh: '物品出门', en: 'Goods out' },
    }),
    unique({
      columns: ['pass'],
      message: (said) => ({
        zh: `出门条${clip(said, 8)}用过了，请核对`,
        en: `The pass ${said} was used before: check it`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'not-fetched',
      columns: ['happened', 'direction', 'taken'],
      catches: { zh: '快递久放没人取', en: 'A parcel that nobody fetches' },
      finds: (row, world) => {
        const { happened, taken } = row.values;
        if (!isIn(row) || happened === undefined || taken !== undefined) return undefined;
        const days = daysBetween(dayOf(happened), dayOf(world.now));
        return days <= world.settings.number('parcels.fetchDays')
          ? undefined
          : {
              column: 'taken',
              severity: 'look',
              message: {
                zh: `快递放了${days}天，请通知来取`,
                en: `Here for ${days} days: tell them`,
              },
            };
      },
    }),
    inOrder({ from: 'happened', until: 'taken' }),
    preparedRowRule<typeof columns>({
      key: 'asset-without-move',
      columns: ['direction', 'asset', 'happened'],
      reads: ['assetMoves'],
      catches: { zh: '校产出门没有借出或处置登记', en: 'An asset out without a loan or disposal' },
      finds: (world) => {
        const moved = Map.groupBy(
          world.rows('assetMoves').filter((row) => textAt(row, 'kind') !== 'return'),
          (row) => plain(textAt(row, 'asset')).toLowerCase(),
        );
        return (row) => {
          const { asset, happened } = row.values;
          if (!isOut(row) || asset === undefined || happened === undefined) return undefined;
          const until = plusDays(dayOf(happened), 1);
          const known = (moved.get(plain(asset).toLowerCase()) ?? []).some(
            (move) => textAt(move, 'moved').slice(0, 10) <= until,
          );
          return known
            ? undefined
            : {
                column: 'asset',
                severity: 'must',
                message: { zh: '校产出门没有变动登记，请补', en: 'Enter the loan or disposal' },
              };
        };
      },
    }),
  ],
  settings: {
    fetchDays: inDays({ zh: '快递几天没取要催', en: 'Parcels are asked about after' }, 3, '惯例'),
  },
  figures: {
    parcels: count({
      title: { zh: '代收快递', en: 'Parcels in' },
      unit: { zh: '件', en: 'parcels' },
      counts: { zh: '期内收到的快递', en: 'Parcels of the period' },
      happened: 'happened',
      where: isIn,
    }),
    passes: share({
      title: { zh: '物品出门有条率', en: 'Goods out with a pass' },
      counts: { zh: '期内物品出门中有出门条的', en: 'Of the goods out, with a pass' },
      happened: 'happened',
      among: isOut,
      where: (row) => textAt(row, 'pass').trim() !== '',
      target: 100,
    }),
  },
  report: {
    section: 'gate',
    sentences: ['代收快递{parcels}，物品出门有条率{passes}。'],
    shortcomings: {
      passes: {
        says: '物品出门没有做到凭条放行',
        effect: '公物去向说不清',
        measure: '无出门条不放行，门卫班长每周核对存根',
      },
    },
  },
  retention: { person: { months: 3 } },
  demo: (school) => {
    const chance = school.chance('parcels');
    const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
    const parcelsIn = days.map((day, index) => {
      const waiting = index === days.length - 5;
      return {
        happened: momentOn(day, 640 + chance.between(0, 60)),
        direction: 'in' as const,
        what: '快递一件',
        number: String(chance.between(1000, 9999)),
        person: chance.pick(['教务处 石磊', '七年级组 方晓芸', '后勤处 周敏', '图书馆 徐美芳']),
        ...(waiting ? {} : { taken: momentOn(day, 725 + chance.between(0, 250)) }),
        guard: chance.pick(['唐志刚', '冯树林', '曹德明']),
      };
    });
    const goodsOut = demoOut.map(([ago, what, person, pass]) => ({
      happened: momentOn(plusDays(school.today, -ago), 900),
      direction: 'out' as const,
      what,
      person,
      ...(pass === '' ? {} : { pass, approver: '周敏' }),
      guard: '韩卫东',
    }));
    return [...parcelsIn, ...goodsOut].toSorted((a, b) => (a.happened < b.happened ? -1 : 1));
  },
});
