import { lastDrawnDays } from '../../calculations/dorm-draw.ts';
import { dormRooms, weeklyBuildings } from '../../calculations/dorm-rooms.ts';
import { choice, moment, photo, reference, text, yesNo } from '../../columns.ts';
import { demoDormChecks } from '../../demo/dorm-checks.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { copied } from '../../rules/copied.ts';
import { drawnInTime, failedTwice, nobodyLooked } from '../../rules/dorms.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  checked: moment({ zh: '检查时间', en: 'Checked' }, { required: true, stamped: true }),
  building: reference('places', { zh: '宿舍楼', en: 'Building' }, { required: true }),
  room: reference('places', { zh: '寝室', en: 'Room' }, { required: true }),
  result: choice(
    { zh: '结果', en: 'Result' },
    { passed: { zh: '合格', en: 'Passed' }, failed: { zh: '不合格', en: 'Failed' } },
    { required: true, help: { zh: '整间寝室一起评', en: 'The room as a whole' } },
  ),
  dutySigned: yesNo(
    { zh: '值日生签字', en: 'Signed by who is on duty' },
    { help: { zh: '值日表上当天签了没有', en: 'On the list in the room' } },
  ),
  found: text(
    { zh: '发现的问题', en: 'Found' },
    { long: true, help: { zh: '卫生、物品、用电、秩序', en: 'Hygiene, order, appliances' } },
  ),
  drawn: yesNo(
    { zh: '抽查', en: 'Spot check' },
    { help: { zh: '抽到的要拍照', en: 'A room that was drawn needs a photo' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
  inspector: reference('people', { zh: '检查人', en: 'Inspector' }, { required: true }),
  copied: yesNo(
    { zh: '未逐间点', en: 'Not touched' },
    { filledByCode: true, help: { zh: '整层提交时没有点过的', en: 'Kept as prefilled' } },
  ),
};

const failed = (row: Row): boolean => valueAt(row, 'result') === 'failed';

/**
 * 寝室检查 Dorm checks (C4; R2): the weekly check and the spot checks that replaced it, of students' and staff's rooms.
 * The room is judged as a whole; rooms are drawn so that nobody can foretell them and none is left out.
 */
export const dormChecks = defineRegister({
  key: 'dormChecks',
  title: { zh: '寝室检查', en: 'Dorm checks' },
  purpose: {
    zh: '每周普查和随机抽查，整间评定，值日生签字',
    en: 'Weekly checks and spot checks; the room is judged as a whole',
  },
  workbook: 'service',
  columns,
  happened: 'checked',
  looksBack: 45,
  form: {
    audience: 'staff',
    intro: { zh: '抽查一间：抽到的请拍照。', en: 'One room; photograph one that was drawn.' },
    asks: ['building', 'room', 'result', 'dutySigned', 'found', 'drawn', 'photo', 'inspector'],
    example: {
      building: '宿舍2号楼',
      room: '宿舍2号楼 203',
      result: 'passed',
      dutySigned: true,
      drawn: true,
      photo: 'https://drive.example.edu.cn/dorms/203.jpg',
      inspector: '沈月娥',
    },
  },
  batches: [
    {
      key: 'floor',
      title: { zh: '整栋查寝', en: 'A whole building' },
      audience: 'staff',
      intro: {
        zh: '只点不合格的；抽到的两间要拍照。',
        en: 'Touch only those that failed; photograph the two that are drawn.',
      },
      shared: ['building', 'inspector'],
      each: ['room', 'result', 'dutySigned', 'found', 'photo'],
      rows: (world, { building }) =>
        dormRooms(world)
          .filter((dorm) => dorm.building === plain(String(building ?? '')))
          .map(({ room }) => ({ room, result: 'passed' as const, dutySigned: true })),
      closed: true,
      untouched: 'kept',
      copied: 'copied',
      drawn: {
        rows: 2,
        column: 'photo',
        history: {
          last: lastDrawnDays,
          mostDays: (world) => world.settings.number('dormChecks.drawnDays'),
        },
      },
      example: {
        shared: { building: '宿舍2号楼', inspector: '沈月娥' },
        rows: [
          {
            room: '宿舍2号楼 101',
            result: 'passed',
            dutySigned: true,
            photo: 'https://drive.example.edu.cn/dorms/101.jpg',
          },
          { room: '宿舍2号楼 102', result: 'failed', dutySigned: false, found: '地面未扫' },
        ],
      },
    },
  ],
  rules: [
    needed({
      key: 'failed',
      columns: ['found'],
      reads: ['result'],
      when: failed,
      because: { zh: '不合格', en: 'Failed' },
    }),
    needed({
      key: 'drawn',
      columns: ['photo'],
      reads: ['drawn'],
      when: (row) => valueAt(row, 'drawn') === true,
      because: { zh: '抽查', en: 'Spot check' },
    }),
    rowRule<typeof columns>({
      key: 'duty-unsigned',
      columns: ['dutySigned'],
      catches: { zh: '值日生没签字', en: 'Not signed by who is on duty' },
      finds: ({ values: { dutySigned } }) =>
        dutySigned === false
          ? {
              column: 'dutySigned',
              severity: 'look',
              message: { zh: '值日生没签字，请寝室长当天补', en: 'Who is on duty has not signed' },
            }
          : undefined,
    }),
    failedTwice({ happened: 'checked', room: 'room', failed, result: 'result' }),
    drawnInTime({
      columns: ['room', 'checked', 'drawn', 'photo'],
      happened: 'checked',
      rooms: (world) => dormRooms(world).map(({ room }) => room),
      lastDrawn: lastDrawnDays,
      days: (world) => world.settings.number('dormChecks.drawnDays'),
    }),
    nobodyLooked({ happened: 'checked', building: 'building', copied: 'copied', photo: 'photo' }),
    copied({
      happened: 'checked',
      by: 'inspector',
      at: 'result',
      clear: (row) => !failed(row),
      days: (world) => world.settings.number('dormChecks.copiedDays'),
      message: (name, days) => ({
        zh: `${clip(name, 4)}连续${days}次全部合格，请复查几间`,
        en: `${name}: all passed ${days} times running: look again`,
      }),
    }),
    cadence({
      happened: 'checked',
      of: 'building',
      reads: ['places'],
      due: weeklyBuildings,
      lookBack: (world) => world.settings.number('dormChecks.lookBackDays'),
      message: ([{ recurring, span }]) => ({
        zh: `${monthAndDay(span.from)}那周${clip(recurring.name, 8)}没查寝，请补查`,
        en: `${recurring.name} was not checked in the week of ${span.from}`,
      }),
    }),
  ],
  settings: {
    drawnDays: inDays(
      { zh: '每间多久要抽到一次', en: 'Each room drawn within' },
      45,
      'R2 不定时随时抽检',
    ),
    copiedDays: inDays(
      { zh: '连续全部合格多少次要复查', en: 'All passed so many times' },
      15,
      'R2 一不检查就回复原样',
    ),
    lookBackDays: inDays(
      { zh: '漏查往回查', en: 'Look back for weeks left out' },
      14,
      'R2 一周一检',
    ),
  },
  figures: {
    checks: count({
      title: { zh: '检查寝室', en: 'Rooms checked' },
      unit: { zh: '间次', en: 'checks' },
      counts: { zh: '期内的寝室检查', en: 'Checks of the period' },
      happened: 'checked',
    }),
    drawn: count({
      title: { zh: '抽查寝室', en: 'Spot checks' },
      unit: { zh: '间次', en: 'checks' },
      counts: { zh: '期内标了抽查或有照片的', en: 'Drawn, or with a photo' },
      happened: 'checked',
      where: (row) => valueAt(row, 'drawn') === true || textAt(row, 'photo') !== '',
    }),
    passed: share({
      title: { zh: '寝室检查合格率', en: 'Rooms passed' },
      counts: { zh: '期内检查的间次中合格的', en: 'Of the checks of the period, passed' },
      happened: 'checked',
      where: (row) => valueAt(row, 'result') === 'passed',
      target: 95,
    }),
    dutySigned: share({
      title: { zh: '值日生签字率', en: 'Duty signed' },
      counts: { zh: '查了值日签字的间次中已签的', en: 'Of those looked at, signed' },
      happened: 'checked',
      among: (row) => valueAt(row, 'dutySigned') !== undefined,
      where: (row) => valueAt(row, 'dutySigned') === true,
    }),
  },
  breakdowns: {
    failuresByBuilding: splitBy({
      title: { zh: '各楼不合格寝室', en: 'Failures by building' },
      unit: { zh: '间次', en: 'checks' },
      happened: 'checked',
      where: failed,
      names: () => (row) => textAt(row, 'building'),
    }),
  },
  report: {
    section: 'dorms',
    sentences: [
      '检查寝室{checks|compared}，其中抽查{drawn}；合格率{passed}，值日生签字率{dutySigned}。',
    ],
    indicators: ['passed'],
    shortcomings: {
      passed: {
        says: '部分寝室卫生和秩序不合格',
        effect: '住宿环境和用电安全受影响',
        measure: '不合格的寝室第二天复查，连续两次的找寝室长谈话',
      },
    },
  },
  print: {
    columns: ['checked', 'room', 'result', 'dutySigned', 'found', 'inspector'],
    signatures: [
      { zh: '检查人', en: 'Inspector' },
      { zh: '宿管班长', en: 'Head of dorm staff' },
    ],
  },
  demo: demoDormChecks,
});
