import { assetsAt } from '../../calculations/asset-counting.ts';
import { nameAt, nameKey, rowsByName } from '../../calculations/named-rows.ts';
import { choice, moment, photo, reference, text } from '../../columns.ts';
import { demoAssetCounts } from '../../demo/assets.ts';
import { assetsCovered } from '../../figures/assets-covered.ts';
import { count } from '../../figures/count.ts';
import { toldShare } from '../../figures/told-share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { assetsLeftOut } from '../../rules/assets-left-out.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { clip } from '../../wording.ts';

const columns = {
  at: moment({ zh: '清点时间', en: 'Counted at' }, { required: true, stamped: true }),
  campaign: text(
    { zh: '清查名称', en: 'Count' },
    { required: true, help: { zh: '同一次清查写一样，如“2026秋清查”', en: 'The same for all' } },
  ),
  asset: reference('assets', { zh: '资产编号', en: 'Asset' }, { required: true }),
  result: choice(
    { zh: '结果', en: 'Result' },
    {
      found: { zh: '在', en: 'Found' },
      damaged: { zh: '在，已坏', en: 'Found, damaged' },
      missing: { zh: '没找到', en: 'Missing' },
    },
    { required: true },
  ),
  place: reference(
    'places',
    { zh: '清点地点', en: 'Where' },
    { required: true, help: { zh: '在哪里看到的就填哪里', en: 'Where it was seen' } },
  ),
  counter: reference('people', { zh: '清点人', en: 'Counted by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
  note: text({ zh: '说明', en: 'Note' }),
};

/** Seen elsewhere than 校产 says. */
function isElsewhere(row: Row, assets: ReadonlyMap<string, Row>): boolean {
  const asset = assets.get(nameAt(row, 'asset'));
  const place = nameAt(row, 'place');
  return (
    asset !== undefined &&
    place !== '' &&
    valueAt(row, 'result') !== 'missing' &&
    nameAt(asset, 'place') !== place
  );
}

/** 校产清查 Asset counts (A6; R5): each term or year, place by place, what is there and where it was seen. */
export const assetCounts = defineRegister({
  key: 'assetCounts',
  title: { zh: '校产清查', en: 'Asset counts' },
  purpose: {
    zh: '每学期或每年逐处清点，看到的、坏了的、没找到的都记',
    en: 'Place by place, each term or year: found, damaged or missing',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  standing: ['asset'],
  form: {
    audience: 'staff',
    intro: { zh: '一件一次；一整间请用“按地点清点”。', en: 'One asset; for a room use its sheet.' },
    asks: ['campaign', 'asset', 'result', 'place', 'counter', 'photo', 'note'],
    example: {
      campaign: '期末清查',
      asset: 'XC-0012',
      result: 'found',
      place: '行政楼 后勤处办公室',
      counter: '周敏',
    },
  },
  batches: [
    {
      key: 'place',
      title: { zh: '按地点清点', en: 'Count a place' },
      audience: 'staff',
      intro: {
        zh: '这里该有的已列出，逐件看到再点；多出来的在下面加。',
        en: 'What should be here is listed: touch what you see, add what is more.',
      },
      shared: ['campaign', 'place', 'counter'],
      each: ['asset', 'result', 'note'],
      rows: (world, shared) =>
        assetsAt(world, String(shared.place ?? '')).map((asset) => ({
          asset: textAt(asset, 'number'),
        })),
      untouched: 'leftOut',
      example: {
        shared: { campaign: '期末清查', place: '行政楼 后勤处办公室', counter: '周敏' },
        rows: [{ asset: 'XC-0012', result: 'found' }],
      },
    },
  ],
  print: {
    signatures: [
      { zh: '清点人', en: 'Counted by' },
      { zh: '保管人', en: 'Custodian' },
    ],
  },
  rules: [
    unique({
      columns: ['asset', 'campaign'],
      message: (said) => ({
        zh: `${clip(said, 12)}这次清查点了两遍，请核对`,
        en: `${said} was counted twice: check it`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'missing',
      columns: ['result'],
      catches: { zh: '清查没找到', en: 'An asset that is missing' },
      finds: ({ values: { result } }) =>
        result === 'missing'
          ? {
              column: 'result',
              severity: 'must',
              message: { zh: '没找到，请查去向或办处置', en: 'Missing: find it, or dispose of it' },
            }
          : undefined,
    }),
    preparedRowRule<typeof columns>({
      key: 'elsewhere',
      columns: ['asset', 'place', 'result'],
      reads: ['assets'],
      catches: { zh: '在别处点到', en: 'Counted elsewhere' },
      finds: (world) => {
        const assets = rowsByName(world, 'assets');
        return (row) => {
          const asset = assets.get(nameAt(row, 'asset'));
          if (!asset || !isElsewhere(row, assets)) return undefined;
          return {
            column: 'place',
            severity: 'look',
            message: {
              zh: `该在${clip(textAt(asset, 'place'), 11)}，请搬回或办移交`,
              en: `Should be at ${textAt(asset, 'place')}: bring it back or hand it over`,
            },
          };
        };
      },
    }),
    assetsLeftOut,
  ],
  settings: {
    campaignDays: inDays({ zh: '一次清查几天点完', en: 'A count takes' }, 21, '惯例'),
  },
  figures: {
    counts: count({
      title: { zh: '清点校产', en: 'Assets counted' },
      unit: { zh: '件次', en: 'counts' },
      counts: { zh: '期内的清点记录', en: 'Counts of the period' },
      happened: 'at',
    }),
    covered: assetsCovered,
    inPlace: toldShare({
      title: { zh: '校产账物相符率', en: 'Assets found in their place' },
      counts: { zh: '期内清点中找到且地点相符的', en: 'Of those counted, found where they belong' },
      happened: 'at',
      target: 98,
      tells: (_rows, world) => {
        const assets = rowsByName(world, 'assets');
        return (row) =>
          assets.has(nameKey(textAt(row, 'asset')))
            ? valueAt(row, 'result') !== 'missing' && !isElsewhere(row, assets)
            : undefined;
      },
    }),
  },
  plan: { tasks: (_rows, month, world) => tasks(month, world) },
  report: {
    section: 'stores',
    sentences: ['清点校产{counts}，清查率{covered}，账物相符率{inPlace}。'],
    indicators: ['covered', 'inPlace'],
    shortcomings: {
      covered: {
        says: '校产没有全部清查到',
        effect: '有没有、在哪里说不清',
        measure: '按房间列表逐间清点，三周内点完',
      },
      inPlace: {
        says: '有的校产账物不符',
        effect: '搬动没有登记，责任不清',
        measure: '搬动当时办移交，找不到的查明去向',
      },
    },
  },
  demo: demoAssetCounts,
});

/** In the last month of a term everything is counted. */
function tasks(month: PlanMonth, world: World): PlanTask[] {
  const end = world.calendar.events(month.from, month.to).find(({ kind }) => kind === 'termEnd');
  if (!end) return [];
  return [
    {
      key: `assetCounts-${month.month}`,
      group: 'stores',
      what: '期末清查全部校产',
      standard: '逐处点到，缺的查明，错位的办移交',
      owner: '后勤副主任',
      assists: '各保管人',
      due: end.from,
    },
  ];
}
