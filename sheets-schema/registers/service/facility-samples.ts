import { choice, moment, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoFacilitySamples } from '../../demo/facility-samples.ts';
import { count } from '../../figures/count.ts';
import { ratio } from '../../figures/ratio.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { inTime, numberAt, type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { stillBroken } from '../../rules/still-broken.ts';
import { unsampledBuilding } from '../../rules/unsampled-building.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { written } from '../../wording.ts';

const facilities = {
  lamps: { zh: '灯具', en: 'Lamps' },
  fans: { zh: '风扇空调', en: 'Fans and air conditioning' },
  sockets: { zh: '开关插座', en: 'Switches and sockets' },
  water: { zh: '水龙头和冲水', en: 'Taps and flushing' },
  doors: { zh: '门窗', en: 'Doors and windows' },
  furniture: { zh: '桌椅床柜', en: 'Furniture' },
  teaching: { zh: '教学设备', en: 'Teaching equipment' },
  other: { zh: '其他', en: 'Other' },
};

const whole = { unit: { zh: '件', en: 'pieces' }, min: 0, whole: true } as const;

const columns = {
  sampled: moment({ zh: '抽查时间', en: 'Sampled' }, { required: true, stamped: true }),
  place: reference('places', { zh: '房间', en: 'Room' }, { required: true }),
  facility: choice({ zh: '设施', en: 'Facility' }, facilities, { required: true }),
  looked: quantity(
    { zh: '看了几件', en: 'Looked at' },
    { ...whole, min: 1, required: true, help: { zh: '这间房里一共几件', en: 'All in the room' } },
  ),
  working: quantity({ zh: '完好几件', en: 'Working' }, { ...whole, required: true }),
  fault: text({ zh: '坏在哪里', en: 'What is broken' }),
  reported: yesNo({ zh: '已报修', en: 'Repair reported' }),
  by: reference('people', { zh: '抽查人', en: 'Sampled by' }, { required: true }),
};

function brokenOf(row: Row): number | undefined {
  const [looked, working] = [numberAt(row, 'looked'), numberAt(row, 'working')];
  return looked === undefined || working === undefined || working > looked
    ? undefined
    : looked - working;
}

const hasBroken = (row: Row): boolean => (brokenOf(row) ?? 0) > 0;
/**
 * 设施抽查 Facility samples (D; R3: 设施完好率 98 % 以上). Rooms are looked at one by one, whether anybody reported a
 * fault or not: the share of facilities in working order is not the share of repairs done.
 */
export const facilitySamples = defineRegister({
  key: 'facilitySamples',
  title: { zh: '设施抽查', en: 'Facility samples' },
  purpose: {
    zh: '到房间里数：看了几件、完好几件，算设施完好率',
    en: 'Counted room by room: how many were looked at, how many work',
  },
  workbook: 'service',
  columns,
  happened: 'sampled',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '一间房一类设施填一次；坏的当场报修。', en: 'One facility of one room.' },
    asks: ['place', 'facility', 'looked', 'working', 'fault', 'reported', 'by'],
    example: { place: '教学楼 A203', facility: 'lamps', looked: 9, working: 9, by: '刘海峰' },
  },
  batches: [
    {
      key: 'room',
      title: { zh: '一间房抽查', en: 'One room' },
      audience: 'staff',
      intro: { zh: '一间房的设施一次填完，没看的不填。', en: 'All facilities of one room.' },
      shared: ['place', 'by'],
      each: ['facility', 'looked', 'working', 'fault', 'reported'],
      rows: (world, { place }) => {
        const there = inTime(world.rows('facilitySamples'), 'sampled').filter(
          (row) => plain(textAt(row, 'place')) === plain(String(place ?? '')),
        );
        const counted = new Map(there.map((row) => [textAt(row, 'facility'), row]));
        return (['lamps', 'fans', 'sockets', 'water', 'doors', 'furniture'] as const).map(
          (facility) => {
            const before = counted.get(facility);
            const looked = before && numberAt(before, 'looked');
            return { facility, ...(looked === undefined ? {} : { looked, working: looked }) };
          },
        );
      },
      untouched: 'leftOut',
      example: {
        shared: { place: '教学楼 A203', by: '刘海峰' },
        rows: [
          { facility: 'lamps', looked: 9, working: 9 },
          { facility: 'doors', looked: 8, working: 7, fault: '后窗插销断', reported: true },
        ],
      },
    },
  ],
  rules: [
    rowRule<typeof columns>({
      key: 'more-than-looked',
      columns: ['looked', 'working'],
      catches: { zh: '完好的比看的多', en: 'More work than were looked at' },
      finds: ({ values: { looked, working } }) =>
        looked !== undefined && working !== undefined && working > looked
          ? {
              column: 'working',
              severity: 'must',
              message: {
                zh: `看了${written(looked)}件，完好${written(working)}件，请核对`,
                en: `${looked} looked at, ${working} working: check both`,
              },
            }
          : undefined,
    }),
    needed({
      key: 'broken',
      columns: ['fault'],
      reads: ['looked', 'working'],
      when: hasBroken,
      because: { zh: '有坏的', en: 'Some are broken' },
    }),
    rowRule<typeof columns>({
      key: 'unreported',
      columns: ['looked', 'working', 'reported'],
      catches: { zh: '抽到坏的没报修', en: 'Found broken, and no repair reported' },
      finds: (row) =>
        hasBroken(row) && row.values.reported !== true
          ? {
              column: 'reported',
              severity: 'must',
              message: { zh: '有坏的没报修，请报修后填“是”', en: 'Report the repair, then say so' },
            }
          : undefined,
    }),
    stillBroken({
      happened: 'sampled',
      of: ['place', 'facility'],
      at: 'working',
      columns: ['looked'],
      broken: hasBroken,
    }),
    unsampledBuilding({ place: 'place', happened: 'sampled' }),
  ],
  settings: {
    buildingDays: inDays({ zh: '每栋楼多久抽查一次', en: 'Each building within' }, 31, 'R3 完好率'),
  },
  figures: {
    working: ratio({
      title: { zh: '设施完好率', en: 'Facilities in working order' },
      counts: {
        zh: '期内抽查的设施件数中完好的，与报修完成率无关',
        en: 'Of the pieces looked at in the period, those that work; not the repairs done',
      },
      happened: 'sampled',
      part: (row) => (brokenOf(row) === undefined ? undefined : numberAt(row, 'working')),
      whole: (row) => (brokenOf(row) === undefined ? undefined : numberAt(row, 'looked')),
      target: 98,
    }),
    looked: total({
      title: { zh: '抽查设施', en: 'Facilities looked at' },
      unit: { zh: '件', en: 'pieces' },
      counts: { zh: '期内抽查的设施件数', en: 'Pieces looked at in the period' },
      happened: 'sampled',
      amounts: () => (row) => numberAt(row, 'looked'),
    }),
    samples: count({
      title: { zh: '设施抽查记录', en: 'Samples' },
      unit: { zh: '条', en: 'samples' },
      counts: { zh: '期内的抽查记录', en: 'Samples of the period' },
      happened: 'sampled',
    }),
  },
  breakdowns: {
    broken: splitBy({
      title: { zh: '抽查发现损坏', en: 'Found broken' },
      unit: { zh: '件', en: 'pieces' },
      happened: 'sampled',
      names: () => (row) =>
        Object.entries(facilities).find(([key]) => key === textAt(row, 'facility'))?.[1].zh ?? '',
      amounts: () => brokenOf,
    }),
  },
  plan: {
    tasks: (_rows, month) => [
      {
        key: `facilitySamples-${month.month}`,
        group: 'repairs',
        what: '抽查各楼设施完好情况',
        standard: '每栋楼至少抽两间，完好率98%以上，坏的当场报修',
        owner: '维修班长',
        due: month.to,
      },
    ],
  },
  report: {
    section: 'repairs',
    sentences: ['逐间抽查设施{looked|compared}，设施完好率{working|compared}。'],
    indicators: ['working'],
    shortcomings: {
      working: {
        says: '抽查的设施没有达到完好目标',
        effect: '有的设施坏了没人报，影响使用',
        measure: '每月每栋楼抽两间，坏的当场报修，下次抽查先看上次坏的',
      },
    },
  },
  print: { signatures: [{ zh: '抽查人', en: 'Sampled by' }] },
  demo: demoFacilitySamples,
});
