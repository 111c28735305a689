import { reasonNamed, regularUntil } from '../../calculations/gate-lists.ts';
import { type Stay, staySpans, staysOf, stillInside } from '../../calculations/gate-stays.ts';
import { demoVisitors } from '../../demo/visitors.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { toldShare } from '../../figures/told-share.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { namesIn } from '../../roster/posts.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { documentHeld } from '../../rules/document-held.ts';
import { foundInside } from '../../rules/found-inside.ts';
import { inOrder } from '../../rules/in-order.ts';
import { handedBack, leftInside } from '../../rules/left-inside.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { validThen } from '../../rules/valid-then.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';
import { columns, visitSheets } from './visit-sheets.ts';

const is =
  (...kinds: readonly string[]) =>
  (row: Row): boolean =>
    kinds.includes(textAt(row, 'kind'));

const peopleOf = () => (row: Row) =>
  is('found')(row) ? undefined : (numberAt(row, 'people') ?? 1);

const holdsDocument = (row: Row): boolean => !['', 'none'].includes(textAt(row, 'document'));

const closing = (world: World): string => world.settings.text('visitors.closing');

/**
 * 来访登记 Visitors (F; R2, R3, R5). 中小学幼儿园安全管理办法第十七条: whoever is not of the school is registered at the
 * gate. 居民身份证法第十五条: nobody but the police may hold an identity card. 个人信息保护法第六条、第十九条: as little
 * as possible, and deleted after a set time.
 */
export const visitors = defineRegister({
  key: 'visitors',
  title: { zh: '来访登记', en: 'Visitors' },
  purpose: {
    zh: '校外人员进校一律登记，胸牌一人一牌，关门前全部离校',
    en: 'Everybody from outside who comes in; a badge each, all out by closing',
  },
  workbook: 'gate',
  startsOn: true,
  columns,
  happened: 'arrived',
  goesOn: (world) => {
    const inside = stillInside(world.rows('visitors'), world);
    return (row) => !is('found')(row) && inside(row);
  },
  form: {
    audience: 'staff',
    intro: {
      zh: '写姓名，点事由、找谁、胸牌。只为校园安全，到期删除；不收身份证。',
      en: 'For safety only, deleted in time; never keep an identity card.',
    },
    asks: ['name', 'reason', 'host', 'badge', 'regular', 'people', 'phone', 'note'],
    starts: { kind: 'visitor' },
    queue: true,
    example: { name: '林先生', reason: 'parent', host: '七年级组', badge: '31' },
  },
  batches: visitSheets,
  print: {
    columns: ['arrived', 'name', 'people', 'reason', 'host', 'badge', 'left'],
    signatures: [
      { zh: '门卫', en: 'Guard' },
      { zh: '保安队长', en: 'Head of the guards' },
    ],
  },
  rules: [
    leftInside({
      arrived: 'arrived',
      left: 'left',
      closing,
      isStay: is('visitor', 'group', 'regular'),
      message: { zh: '关门时没登记离校，请核实去向', en: 'Not out by closing: find out where' },
    }),
    handedBack({
      given: 'badge',
      back: 'badgeBack',
      isGiven: ({ row }: Stay) => textAt(row, 'badge') !== '',
      isBack: ({ badgeBack }) => badgeBack,
      message: { zh: '人已离校胸牌没收回，请追回', en: 'Gone with the badge: get it back' },
    }),
    handedBack({
      given: 'document',
      back: 'documentBack',
      isGiven: ({ row }: Stay) => holdsDocument(row),
      isBack: ({ documentBack }) => documentBack,
      message: { zh: '人已离校证件没退还，请联系退还', en: 'Gone without the document: return it' },
    }),
    overlap({
      key: 'badge-twice',
      columns: ['badge', 'arrived', 'left'],
      reads: ['departures'],
      who: (row) => plain(textAt(row, 'badge')).toLowerCase(),
      span: (world) => staySpans(world.rows('visitors'), world),
      message: (row) => ({
        zh: `${clip(textAt(row, 'badge'), 6)}号胸牌还在别人手里，请核对`,
        en: `Badge ${textAt(row, 'badge')} is still with somebody else: check it`,
      }),
    }),
    inOrder({ from: 'arrived', until: 'left' }),
    needed({
      key: 'host',
      columns: ['host'],
      reads: ['kind'],
      when: is('visitor', 'group'),
      because: { zh: '找谁不清楚', en: 'Whom they see is not known' },
    }),
    needed({
      key: 'name',
      columns: ['name'],
      reads: ['arrived', 'kind', 'regular'],
      // Names are deleted in time, and are not to be asked for again.
      when: (row, world) =>
        is('visitor', 'group', 'regular')(row) &&
        textAt(row, 'regular') === '' &&
        textAt(row, 'arrived').slice(0, 10) >
          plusDays(dayOf(world.now), -world.settings.number('visitors.keepDays')),
      because: { zh: '来的是谁', en: 'Whoever came' },
    }),
    validThen({
      link: 'regular',
      to: 'regulars',
      happened: 'arrived',
      until: regularUntil,
      message: () => ({ zh: '常客已到期，请核实后续期再放行', en: 'No longer valid: ask, renew' }),
    }),
    foundInside({
      at: 'kind',
      happened: 'arrived',
      isFound: is('found'),
      posts: (world) => namesIn(world.settings.text('visitors.gatePosts')),
    }),
    documentHeld({
      document: 'document',
      note: 'note',
      isHeld: holdsDocument,
      mayHold: (world) => world.settings.text('visitors.holdDocument') === '保管',
    }),
  ],
  settings: {
    closing: {
      kind: 'text',
      title: { zh: '关门时间', en: 'Closing time' },
      default: '18:30',
      accepts: (said) => /^([01]\d|2[0-3]):[0-5]\d$/.test(said),
      source: '学校',
    },
    keepDays: inDays(
      { zh: '来访人信息保存', en: 'Personal data is kept for' },
      30,
      '个人信息保护法第十九条：保存期限为必要的最短时间',
    ),
    holdDocument: {
      kind: 'text',
      title: { zh: '是否保管身份证以外的证件', en: 'Hold a document other than an identity card' },
      default: '不保管',
      words: ['不保管', '保管'],
      source: '居民身份证法第十五条',
    },
    gatePosts: {
      kind: 'text',
      title: { zh: '门岗岗位（用顿号分开）', en: 'Posts at the gate' },
      default: '门卫白班、门卫夜班',
      source: '学校',
    },
  },
  figures: {
    visits: count({
      title: { zh: '来访登记', en: 'Visits' },
      unit: { zh: '批', en: 'visits' },
      counts: { zh: '期内进校的来访登记', en: 'Visits of the period' },
      happened: 'arrived',
      where: is('visitor', 'group', 'regular'),
    }),
    people: total({
      title: { zh: '来访人次', en: 'Visitors' },
      unit: { zh: '人次', en: 'visitors' },
      counts: { zh: '期内来访登记的人数之和', en: 'People of all visits added up' },
      happened: 'arrived',
      amounts: peopleOf,
    }),
    out: toldShare({
      title: { zh: '离校登记率', en: 'Visits with their end' },
      counts: { zh: '期内已过关门时间的来访中登记了离校的', en: 'Of past visits, those ended' },
      happened: 'arrived',
      tells: (rows, world) => {
        const { stays } = staysOf(rows, world);
        return (row) => {
          const left = stays.get(row.id)?.left;
          if (is('found')(row) || left === undefined) return undefined;
          return left !== '' || dayOf(world.now) > textAt(row, 'arrived').slice(0, 10)
            ? left !== ''
            : undefined;
        };
      },
      target: 100,
    }),
    found: count({
      title: { zh: '校内发现未登记人员', en: 'Found inside' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内类别为校内发现的登记', en: 'Entries of the period of that kind' },
      better: 'lower',
      happened: 'arrived',
      where: is('found'),
    }),
  },
  breakdowns: {
    byReason: splitBy({
      title: { zh: '来访事由', en: 'Visits by reason' },
      unit: { zh: '批', en: 'visits' },
      happened: 'arrived',
      names: () => reasonNamed,
    }),
  },
  report: {
    section: 'gate',
    sentences: [
      '登记来访{visits|compared}、{people|compared}，离校登记率{out}。',
      '校内发现未登记人员{found|compared}。',
    ],
    indicators: ['people', 'out'],
    shortcomings: {
      out: {
        says: '来访人员离校登记不全',
        effect: '关门后说不清校内还有没有外人',
        measure: '关门前用“全部离校”逐人核对，胸牌当场清点',
      },
    },
  },
  retention: {
    name: { months: 1, days: 'keepDays' },
    regular: { months: 1, days: 'keepDays' },
    phone: { months: 1, days: 'keepDays' },
    note: { months: 1, days: 'keepDays' },
  },
  demo: demoVisitors,
});
