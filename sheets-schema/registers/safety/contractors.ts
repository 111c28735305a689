import { choice, code, date, quantity, reference, text, yesNo } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { metWithoutPass } from '../../rules/met-without-pass.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { inDays } from '../../settings.ts';
import { spanOfDays } from '../../span.ts';
import { essence, plain } from '../../spelling.ts';
import { daysBetween, plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  firm: text({ zh: '单位', en: 'Firm' }, { required: true }),
  worker: text(
    { zh: '姓名', en: 'Name' },
    {
      personal: true,
      help: { zh: '一人一行，或写带班人', en: 'One a row, or whoever leads them' },
    },
  ),
  people: quantity(
    { zh: '人数', en: 'People' },
    { unit: { zh: '人', en: '' }, min: 1, whole: true },
  ),
  pass: code({ zh: '出入证号', en: 'Pass' }),
  work: text({ zh: '施工内容', en: 'Work' }, { required: true }),
  place: reference('places', { zh: '施工地点', en: 'Place' }, { required: true }),
  from: date({ zh: '进场日期', en: 'From' }, { required: true }),
  until: date({ zh: '离场日期', en: 'Until' }, { required: true }),
  responsible: reference('people', { zh: '校方负责人', en: 'Responsible' }, { required: true }),
  briefed: yesNo(
    { zh: '安全交底', en: 'Briefed' },
    { help: { zh: '进场前讲了安全要求并签字', en: 'Told the rules and signed' } },
  ),
  fire: choice(
    { zh: '动火作业', en: 'Hot work' },
    {
      no: { zh: '没有', en: 'None' },
      permitted: { zh: '已批', en: 'Permitted' },
      unpermitted: { zh: '没批', en: 'Not permitted' },
    },
  ),
  returned: date({ zh: '交回日期', en: 'Pass returned' }),
};

const spanOf = (row: Row) => {
  const from = localDate.safeParse(textAt(row, 'from'));
  const until = localDate.safeParse(textAt(row, 'returned') || textAt(row, 'until'));
  return from.success && until.success && until.data >= from.data
    ? spanOfDays(from.data, until.data)
    : undefined;
};

/** 施工人员 Contractors (C6c; R3): who works on site, with which pass, from when until when, briefed beforehand. */
export const contractors = defineRegister({
  key: 'contractors',
  title: { zh: '施工人员', en: 'Contractors' },
  purpose: {
    zh: '外来施工单位和人员的出入证、交底、进离场',
    en: 'Firms and people on site: pass, briefing, first and last day',
  },
  workbook: 'service',
  columns,
  happened: 'from',
  looksBack: 10,
  rules: [
    rowRule<typeof columns>({
      key: 'without-pass',
      columns: ['pass', 'from', 'until'],
      catches: { zh: '进场没有出入证', en: 'On site without a pass' },
      finds: ({ values: { pass, from, until } }, world) => {
        const today = dayOf(world.now);
        return pass === undefined &&
          from !== undefined &&
          from <= today &&
          (until === undefined || until >= today)
          ? {
              column: 'pass',
              severity: 'must',
              message: {
                zh: '已进场没有出入证，请办证或劝离',
                en: 'On site without a pass: issue one',
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'pass-not-returned',
      columns: ['pass', 'until', 'returned'],
      catches: { zh: '到期没交回出入证', en: 'The pass was not returned' },
      finds: ({ values: { pass, until, returned } }, world) => {
        const today = dayOf(world.now);
        if (pass === undefined || until === undefined || returned !== undefined || until >= today)
          return undefined;
        return {
          column: 'returned',
          severity: 'must',
          message: {
            zh: `离场已 ${daysBetween(until, today)} 天，请收回出入证`,
            en: `Left ${daysBetween(until, today)} days ago: take the pass back`,
          },
        };
      },
    }),
    overlap({
      key: 'pass-twice',
      columns: ['pass', 'from', 'until', 'returned'],
      who: (row) => plain(textAt(row, 'pass')).toLowerCase(),
      span: () => spanOf,
      message: (_row, other) => ({
        zh: `此证同时给了${clip(textAt(other, 'firm'), 10)}，请换号`,
        en: `${textAt(other, 'firm')} has this pass at that time: another number`,
      }),
    }),
    needed({
      key: 'on-site',
      columns: ['briefed'],
      reads: ['from', 'firm'],
      when: (row, world) =>
        textAt(row, 'from') !== '' && textAt(row, 'from') <= world.now.slice(0, 10),
      because: { zh: '已进场', en: 'On site' },
    }),
    rowRule<typeof columns>({
      key: 'unsafe',
      columns: ['briefed', 'fire'],
      catches: { zh: '没交底或动火没批', en: 'Not briefed, or hot work without a permit' },
      finds: ({ values: { briefed, fire } }) =>
        briefed === false || fire === 'unpermitted'
          ? {
              column: briefed === false ? 'briefed' : 'fire',
              severity: 'must',
              message:
                briefed === false
                  ? { zh: '没有安全交底，请先交底再施工', en: 'Brief them before they work' }
                  : { zh: '动火没批，请停工补批', en: 'Hot work without a permit: stop' },
            }
          : undefined,
    }),
    inOrder({ from: 'from', until: 'until' }),
    metWithoutPass,
  ],
  settings: {
    metDays: inDays(
      { zh: '巡逻遇到无证往回看', en: 'Look back for people without a pass' },
      7,
      'R3 控制外来人员',
    ),
  },
  figures: {
    admitted: count({
      title: { zh: '施工进场', en: 'Contractors on site' },
      unit: { zh: '批', en: 'entries' },
      counts: { zh: '进场日期在期内的', en: 'On site from a day in the period' },
      happened: 'from',
    }),
    firms: {
      title: { zh: '施工单位', en: 'Firms' },
      unit: { zh: '家', en: 'firms' },
      better: 'neither',
      form: 'amount',
      counts: { zh: '期内进场的不同单位', en: 'Different firms from a day in the period' },
      measure: (rows, period) => {
        const there = rows.filter(
          (row) => textAt(row, 'from') >= period.from && textAt(row, 'from') <= period.to,
        );
        return {
          value:
            there.length === 0
              ? undefined
              : new Set(there.map((row) => essence(textAt(row, 'firm')))).size,
          rows: there.map(({ id }) => id),
        };
      },
    },
    passesOut: listed({
      title: { zh: '未收回出入证', en: 'Passes out' },
      unit: { zh: '张', en: 'passes' },
      counts: { zh: '有证号、没交回的', en: 'With a pass that was not returned' },
      better: 'lower',
      where: (row) => textAt(row, 'pass') !== '' && valueAt(row, 'returned') === undefined,
    }),
  },
  report: { section: 'gate', sentences: ['施工进场{admitted|compared}，涉及单位{firms}。'] },
  retention: { worker: { months: 12 } },
  print: {
    signatures: [
      { zh: '校方负责人', en: 'Responsible' },
      { zh: '施工单位', en: 'Firm' },
    ],
  },
  demo: (school) =>
    (
      [
        ['安居防水工程队', '高师傅', 4, 'SG-01', '屋面防水', '教学楼', -50, -38, 0],
        ['明亮电器', '田师傅', 2, 'SG-02', '更换配电箱', '配电房', -30, -27, 0],
        ['清源管道', '石师傅', 3, 'SG-03', '化粪池清掏', '食堂', -16, -14, 0],
        ['安居防水工程队', '高师傅', 3, 'SG-01', '卫生间补漏', '宿舍2号楼', -9, -4, undefined],
        ['恒温空调', '贾师傅', 2, 'SG-04', '报告厅空调检修', '行政楼 报告厅', -1, 6, undefined],
        ['校园绿化', '蓝师傅', 5, undefined, '树木过冬修剪', '操场', -2, 3, undefined],
      ] as const
    ).map(([firm, worker, people, pass, work, place, from, until, back]) => ({
      firm,
      worker,
      people,
      ...(pass === undefined ? {} : { pass }),
      work,
      place,
      from: plusDays(school.today, from),
      until: plusDays(school.today, until),
      responsible: '李国强',
      briefed: true,
      fire: 'no' as const,
      ...(back === undefined ? {} : { returned: plusDays(school.today, until + back) }),
    })),
});
