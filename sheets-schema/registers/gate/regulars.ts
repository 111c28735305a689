import { visitReasons } from '../../calculations/gate-lists.ts';
import { choice, code, date, phone, text, yesNo } from '../../columns.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { expiry } from '../../rules/expiry.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { plusDays } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

/** So long after the last day a regular stays on the list. */
const keptDays = 365;

const columns = {
  tag: text(
    { zh: '常客', en: 'Regular' },
    {
      required: true,
      width: 200,
      personal: true,
      help: {
        zh: '电话或车牌尾号加称呼，如“8812 送菜老周”',
        en: 'Tail of phone or plate, then who: 8812 送菜老周',
      },
    },
  ),
  name: text({ zh: '姓名', en: 'Name' }, { required: true, personal: true }),
  phone: phone({ zh: '电话', en: 'Telephone' }),
  plate: code({ zh: '车牌', en: 'Plate' }, { personal: true }),
  firm: text({ zh: '单位', en: 'Firm' }),
  reason: choice({ zh: '事由', en: 'Reason' }, visitReasons, { required: true }),
  host: text({ zh: '常找谁', en: 'Usually sees' }),
  until: date(
    { zh: '有效期至', en: 'Valid until' },
    { required: true, help: { zh: '按学期核一次', en: 'Looked at each term' } },
  ),
  stopped: yesNo({ zh: '停用', en: 'Stopped' }),
};

/** Tag, name, tail of the number, plate, firm, reason, host, days that it still holds. */
const demoRegulars = [
  ['8812 送菜老周', '周广发', '8812', '鲁B3K21', '绿源蔬菜批发部', 'delivery', '食堂', 58],
  ['6630 送肉小孟', '孟凡龙', '6630', '鲁B8F06', '放心肉食品公司', 'delivery', '食堂', 58],
  ['2075 送水老秦', '秦有田', '2075', '', '清泉送水站', 'delivery', '后勤处', 58],
  ['5521 电梯维保', '葛春雷', '5521', '', '安达电梯公司', 'repair', '维修班', 5],
  ['9047 收泔水程师傅', '程大力', '9047', '鲁B6D90', '青山环境餐厨处理公司', 'other', '食堂', 58],
  ['3318 快递小何', '何军', '3318', '', '快递驿站', 'delivery', '后勤处', -4],
] as const;

/**
 * 常客名单 Regular visitors (F). A guard types the last digits of phone or plate and picks the name: the tag stands
 * in the drop-down of 来访登记, and 常客进校 lists them all.
 */
export const regulars = defineRegister({
  key: 'regulars',
  title: { zh: '常客名单', en: 'Regular visitors' },
  purpose: {
    zh: '常来送货、维保的人，门卫打尾号就能登记',
    en: 'Those who come often; the guard finds them by the last digits',
  },
  workbook: 'gate',
  columns,
  label: 'tag',
  goesOn: (world) => (row) =>
    textAt(row, 'until') === '' || textAt(row, 'until') >= plusDays(dayOf(world.now), -keptDays),
  rules: [
    unique({ columns: ['tag'] }),
    rowRule<typeof columns>({
      key: 'no-tail',
      columns: ['tag', 'phone', 'plate'],
      catches: { zh: '常客里没有尾号，门卫找不到', en: 'A tag without the last digits' },
      finds: (row) => {
        const tails = [textAt(row, 'phone').slice(-4), textAt(row, 'plate').slice(-3)];
        const tag = plain(textAt(row, 'tag')).toUpperCase();
        const given = tails.filter((tail) => tail !== '');
        return tag === '' ||
          given.length === 0 ||
          given.some((tail) => tag.includes(tail.toUpperCase()))
          ? undefined
          : {
              column: 'tag',
              severity: 'look',
              message: {
                zh: '请在常客名里写电话或车牌尾号',
                en: 'Put the last digits of phone or plate into the tag',
              },
            };
      },
    }),
    expiry({
      until: 'until',
      columns: ['stopped'],
      soonDays: (world) => world.settings.number('regulars.soonDays'),
      applies: (row) => valueAt(row, 'stopped') !== true,
      message: {
        expired: (day) => ({
          zh: `常客${monthAndDay(day)}已到期，请核实后续期或停用`,
          en: `Ended on ${day}: ask, then renew or stop`,
        }),
        soon: (day) => ({
          zh: `常客${monthAndDay(day)}到期，请核实后续期`,
          en: `Ends on ${day}: ask and renew`,
        }),
      },
    }),
    needed({
      key: 'reachable',
      columns: ['phone', 'firm'],
      reads: ['tag', 'stopped'],
      when: (row) => textAt(row, 'tag') !== '' && valueAt(row, 'stopped') !== true,
      because: { zh: '常客', en: 'A regular' },
    }),
  ],
  settings: {
    soonDays: inDays({ zh: '到期前提醒', en: 'Asked about before it ends by' }, 7, '惯例'),
  },
  figures: {
    regulars: listed({
      title: { zh: '登记常客', en: 'Regular visitors' },
      unit: { zh: '人', en: 'people' },
      counts: { zh: '名单中未停用的常客', en: 'Regulars still in use' },
      where: (row) => valueAt(row, 'stopped') !== true,
    }),
  },
  retention: {
    tag: { months: 12 },
    name: { months: 12 },
    phone: { months: 12 },
    plate: { months: 12 },
  },
  demo: (school) =>
    demoRegulars.map(([tag, name, tail, plate, firm, reason, host, days]) => ({
      tag,
      name,
      phone: `1380000${tail}`,
      ...(plate === '' ? {} : { plate }),
      firm,
      reason,
      host,
      until: plusDays(school.today, days),
      stopped: false,
    })),
});
