import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoUniforms } from '../../demo/uniforms.ts';
import { count } from '../../figures/count.ts';
import { listed } from '../../figures/listed.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { dutyPeople, isOnStaff } from '../../roster/people.ts';
import { namesIn } from '../../roster/posts.ts';
import { inSequence, numberAt, type Row, textAt } from '../../row.ts';
import type { Rule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { daysBetween } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  given: date({ zh: '发放日期', en: 'Given' }, { required: true }),
  person: reference('people', { zh: '领用人', en: 'Given to' }, { required: true }),
  what: choice(
    { zh: '品名', en: 'What' },
    {
      summer: { zh: '夏装', en: 'Summer' },
      autumn: { zh: '春秋装', en: 'Spring and autumn' },
      winter: { zh: '冬装', en: 'Winter' },
      rain: { zh: '雨衣', en: 'Raincoat' },
      shoes: { zh: '工作鞋', en: 'Shoes' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  size: text({ zh: '尺码', en: 'Size' }),
  quantity: quantity(
    { zh: '数量', en: 'Quantity' },
    { required: true, unit: { zh: '件', en: 'pieces' }, min: 1, max: 20, whole: true },
  ),
  returned: date(
    { zh: '交回日期', en: 'Returned' },
    { help: { zh: '离岗或换新时交回', en: 'On leaving, or for a new one' } },
  ),
  state: text(
    { zh: '交回情况', en: 'State' },
    { help: { zh: '如 完好、破损报废', en: 'Whole, worn out' } },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const isOut = (row: Row): boolean => textAt(row, 'person') !== '' && textAt(row, 'returned') === '';

/** Whoever leaves gives back the work clothes. */
const givenBack: Rule<'person' | 'returned'> = {
  key: 'given-back',
  columns: ['person', 'returned'],
  reads: ['people'],
  catches: { zh: '离岗没有交回工作服', en: 'Left and did not give it back' },
  check: (register, rows, world) => {
    const today = dayOf(world.now);
    const left = new Map(
      dutyPeople(world.rows('people')).flatMap(({ name, left: day }) =>
        day !== undefined && day < today ? [[name, day] as const] : [],
      ),
    );
    return rows.flatMap((row): Finding[] => {
      const day = left.get(plain(textAt(row, 'person')));
      return day === undefined || !isOut(row)
        ? []
        : [
            {
              register: register.key,
              rule: 'given-back',
              row: row.id,
              column: 'returned',
              severity: 'must',
              message: {
                zh: `${monthAndDay(day)}已离岗，请收回或写明去向`,
                en: `Left on ${day}: take it back`,
              },
            },
          ];
    });
  },
};

/** The same piece again within its time, while the first is out. */
const tooSoon: Rule<'given' | 'person' | 'what' | 'returned'> = {
  key: 'too-soon',
  columns: ['given', 'person', 'what', 'returned'],
  reads: [],
  catches: { zh: '没到更换年限又发', en: 'The same again before its time' },
  check: (register, rows, world) => {
    const least = world.settings.number('uniforms.againAfterDays');
    const last = new Map<string, string>();
    const inOrderOfDays = inSequence(rows).toSorted((a, b) =>
      textAt(a, 'given') < textAt(b, 'given')
        ? -1
        : textAt(a, 'given') > textAt(b, 'given')
          ? 1
          : 0,
    );
    return inOrderOfDays.flatMap((row): Finding[] => {
      const given = localDate.safeParse(textAt(row, 'given'));
      const whose = `${plain(textAt(row, 'person'))}|${textAt(row, 'what')}`;
      if (!given.success || textAt(row, 'person') === '' || textAt(row, 'what') === '') return [];
      const before = localDate.safeParse(last.get(whose));
      last.set(whose, given.data);
      if (!before.success || daysBetween(before.data, given.data) >= least) return [];
      return [
        {
          register: register.key,
          rule: 'too-soon',
          row: row.id,
          column: 'given',
          severity: 'look',
          message: {
            zh: `${monthAndDay(before.data)}刚发过同样的，请核对`,
            en: `Given the same on ${before.data}: check`,
          },
        },
      ];
    });
  },
};

/** Teams that wear work clothes have them within some days of joining. */
const withoutAny: Rule<'person' | 'returned'> = {
  key: 'without-any',
  columns: ['person', 'returned'],
  reads: ['people'],
  catches: { zh: '该穿工作服的没领', en: 'A team that wears them, and somebody without' },
  check: (register, rows, world) => {
    const teams = new Set(namesIn(world.settings.text('uniforms.teams')));
    const within = world.settings.number('uniforms.withinDays');
    const today = dayOf(world.now);
    const dressed = new Set(rows.filter(isOut).map((row) => plain(textAt(row, 'person'))));
    return dutyPeople(world.rows('people'))
      .filter(
        (person) =>
          teams.has(person.team) &&
          isOnStaff(person, today) &&
          !dressed.has(person.name) &&
          (person.joined === undefined || daysBetween(person.joined, today) > within),
      )
      .map(
        ({ name }): Finding => ({
          register: register.key,
          rule: 'without-any',
          severity: 'look',
          about: name,
          message: {
            zh: `${clip(name, 8)}还没领工作服，请补发`,
            en: `${name} has no work clothes`,
          },
        }),
      );
  },
};

/** 工作服 Uniforms (B1; R3): who was given what, and gave it back. */
export const uniforms = defineRegister({
  key: 'uniforms',
  title: { zh: '工作服', en: 'Uniforms' },
  purpose: {
    zh: '工作服、雨衣、鞋发给谁、什么尺码、交回没有',
    en: 'Who was given which work clothes, and gave them back',
  },
  workbook: 'people',
  columns,
  happened: 'given',
  standing: ['person', 'what'],
  rules: [givenBack, tooSoon, withoutAny, inOrder({ from: 'given', until: 'returned' })],
  settings: {
    againAfterDays: inDays(
      { zh: '同样的工作服多久可再发', en: 'The same again after' },
      365,
      '惯例',
    ),
    withinDays: inDays({ zh: '新到岗发放期限', en: 'Given after joining within' }, 14, '惯例'),
    teams: {
      kind: 'text',
      title: { zh: '穿工作服的班组', en: 'Teams that wear them' },
      default: '食堂、保安、保洁、维修班',
      source: 'R3 购置保安服装',
    },
  },
  figures: {
    given: count({
      title: { zh: '发放工作服', en: 'Work clothes given' },
      unit: { zh: '人次', en: 'times' },
      counts: { zh: '发放日期在期内的行', en: 'Given in the period' },
      happened: 'given',
    }),
    out: listed({
      title: { zh: '在外工作服', en: 'Work clothes out' },
      unit: { zh: '件', en: 'pieces' },
      counts: { zh: '没交回的数量之和', en: 'Pieces not given back' },
      where: isOut,
      amount: (row) => numberAt(row, 'quantity'),
    }),
  },
  print: { signatures: [{ zh: '领用人', en: 'Received' }] },
  demo: demoUniforms,
});
