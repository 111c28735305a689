import { parentsByClass, regularsToday, visitReasons } from '../../calculations/gate-lists.ts';
import { choice, code, moment, phone, quantity, reference, text, yesNo } from '../../columns.ts';
import type { BatchForm } from '../../register.ts';

/** The columns of 来访登记. */
export const columns = {
  arrived: moment({ zh: '进校时间', en: 'Arrived' }, { required: true, stamped: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      visitor: { zh: '来访', en: 'Visitor' },
      group: { zh: '集体', en: 'Group' },
      regular: { zh: '常客', en: 'Regular' },
      found: { zh: '校内发现', en: 'Found inside' },
    },
    { required: true },
  ),
  name: text(
    { zh: '来访人', en: 'Visitor' },
    { personal: true, help: { zh: '集体写“七年级1班家长”', en: 'A group: 七年级1班家长' } },
  ),
  regular: reference(
    'regulars',
    { zh: '常客', en: 'Regular' },
    { personal: true, help: { zh: '打电话或车牌尾号查', en: 'Type the last digits' } },
  ),
  reason: choice({ zh: '事由', en: 'Reason' }, visitReasons, { required: true }),
  host: reference('hosts', { zh: '找谁', en: 'Host' }),
  badge: code({ zh: '胸牌号', en: 'Badge' }),
  people: quantity(
    { zh: '人数', en: 'People' },
    {
      unit: { zh: '人', en: 'people' },
      min: 1,
      max: 2000,
      whole: true,
      help: { zh: '空着就是 1 人', en: 'Blank means one' },
    },
  ),
  phone: phone({ zh: '电话', en: 'Telephone' }),
  left: moment({ zh: '离校时间', en: 'Left' }),
  badgeBack: yesNo({ zh: '胸牌收回', en: 'Badge back' }),
  document: choice(
    { zh: '保管证件', en: 'Document held' },
    {
      none: { zh: '不保管', en: 'None' },
      driving: { zh: '驾驶证', en: 'Driving licence' },
      work: { zh: '工作证', en: 'Work pass' },
    },
    { help: { zh: '不得扣身份证；本校默认不保管', en: 'Never an identity card' } },
  ),
  documentBack: yesNo({ zh: '证件退还', en: 'Document returned' }),
  foundAt: reference('places', { zh: '发现地点', en: 'Found at' }),
  note: text({ zh: '备注', en: 'Note' }, { personal: true }),
};

/** A parents' evening by class list, the regulars who come today, and somebody found inside (M). */
export const visitSheets: readonly BatchForm<typeof columns>[] = [
  {
    key: 'evening',
    title: { zh: '家长会按班登记', en: "Parents' evening by class" },
    audience: 'staff',
    intro: {
      zh: '各班已列好：来了点“已核对”，人数不对点开改。',
      en: 'Tick the classes that came; put their numbers right.',
    },
    shared: ['reason', 'host'],
    each: ['name', 'people', 'badge'],
    rows: parentsByClass,
    untouched: 'leftOut',
    starts: { kind: 'group' },
    example: {
      shared: { reason: 'event', host: '七年级组' },
      rows: [
        { name: '2026级1班家长', people: 41 },
        { name: '2026级2班家长', people: 38 },
      ],
    },
  },
  {
    key: 'regulars',
    title: { zh: '常客进校', en: 'Regulars' },
    audience: 'staff',
    intro: { zh: '来了谁点谁，填胸牌号。', en: 'Touch whoever came, give the badge.' },
    shared: [],
    each: ['regular', 'reason', 'badge'],
    rows: regularsToday,
    untouched: 'leftOut',
    closed: true,
    starts: { kind: 'regular' },
    example: {
      shared: {},
      rows: [{ regular: '8812 送菜老周', reason: 'delivery', badge: '7' }],
    },
  },
  {
    key: 'found',
    title: { zh: '校内发现未登记人员', en: 'Found inside, in no row' },
    audience: 'staff',
    intro: { zh: '在校内看到没登记的人，记在这里。', en: 'Somebody inside whom nobody let in.' },
    shared: [],
    each: ['name', 'foundAt', 'note'],
    rows: () => [],
    untouched: 'leftOut',
    starts: { kind: 'found', reason: 'other' },
    example: {
      shared: {},
      rows: [{ name: '推销人员一名', foundAt: '教学楼', note: '已请出校门' }],
    },
  },
];
