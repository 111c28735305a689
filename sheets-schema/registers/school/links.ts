import { choice, code, date, link, moment, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { listedLink } from '../../links/listed-link.ts';
import { mayIssueLinks, registersIn } from '../../links/who-issues.ts';
import { defineRegister } from '../../register.ts';
import { rowRule } from '../../rule.ts';
import { plusDays } from '../../time.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  name: text(
    { zh: '用途', en: 'Purpose' },
    { required: true, width: 220, help: { zh: '如“图书馆报修码”', en: 'What it is for' } },
  ),
  kind: choice(
    { zh: '类型', en: 'Kind' },
    {
      public: { zh: '公开', en: 'Public' },
      kiosk: { zh: '公用机', en: 'Kiosk' },
      post: { zh: '岗位', en: 'Post' },
      personal: { zh: '个人', en: 'Personal' },
    },
    {
      required: true,
      help: {
        zh: '公开：墙上的码；公用机：前台平板，一分钟没人碰就清空；岗位：值班室的手机；个人：只给一个人',
        en: 'Public: a code on a wall. Kiosk: a device on a desk, blank again after a minute. Post: the phone of a post. Personal: for one person',
      },
    },
  ),
  registers: text(
    { zh: '能填的表', en: 'Registers' },
    {
      width: 200,
      help: { zh: '表名用顿号分开；空着就是都能填', en: 'Names with commas; blank means all' },
    },
  ),
  place: reference(
    'places',
    { zh: '地点', en: 'Place' },
    { help: { zh: '打开时已填好的地点', en: 'Filled in when it is opened' } },
  ),
  prefill: text(
    { zh: '预填', en: 'Filled in' },
    { help: { zh: '如“紧急程度=紧急；渠道=电话”', en: 'Such as 紧急程度=紧急' } },
  ),
  person: reference(
    'people',
    { zh: '本人', en: 'Whose' },
    { help: { zh: '个人链接才填', en: 'For a personal link' } },
  ),
  until: date(
    { zh: '有效期至', en: 'Until' },
    { help: { zh: '空着就不过期', en: 'Blank: no end' } },
  ),
  state: choice(
    { zh: '启用或停用', en: 'On or off' },
    { on: { zh: '启用', en: 'On' }, off: { zh: '停用', en: 'Off' } },
    { help: { zh: '选停用，一分钟内失效', en: 'Off: shut within a minute' } },
  ),
  issuer: reference(
    'people',
    { zh: '签发人', en: 'Issued by' },
    { help: { zh: '班长或主任', en: 'A team leader or the director' } },
  ),
  code: code({ zh: '短码', en: 'Code' }, { filledByCode: true }),
  issued: moment({ zh: '签发时间', en: 'Issued' }, { filledByCode: true }),
  mailed: moment({ zh: '寄出时间', en: 'Mailed' }, { filledByCode: true }),
  address: link({ zh: '链接', en: 'Link' }, { filledByCode: true, secret: true, width: 360 }),
};

/**
 * 链接 Links: every code on a wall, phone of a post and personal link. A leader issues one by typing a line, and
 * revokes one by 停用; the functions fill in the link.
 */
export const links = defineRegister({
  key: 'links',
  title: { zh: '链接', en: 'Links' },
  purpose: {
    zh: '发出去的码和链接都在这里；班长新写一行就发，选停用就收回',
    en: 'Codes and links given out; a leader issues one by a new line and revokes one by 停用',
  },
  workbook: 'people',
  alwaysOn: true,
  codeProtected: true,
  columns,
  label: 'name',
  rules: [
    rowRule<typeof columns>({
      key: 'no-link',
      columns: ['kind', 'registers', 'place', 'prefill', 'person'],
      catches: { zh: '这一行做不成链接', en: 'A line of which no link can be made' },
      finds: (row, world) => {
        const found = listedLink(row, registersIn(world));
        return 'mistake' in found ? { ...found.mistake, severity: 'must' } : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'issuer',
      columns: ['issuer', 'issued'],
      reads: ['people'],
      catches: { zh: '不是班长或主任签发', en: 'Not issued by a leader' },
      finds: (row, world) =>
        mayIssueLinks(row, world)
          ? undefined
          : {
              column: 'issuer',
              severity: 'must',
              message: {
                zh: '签发人请填班长或主任，填了才有链接',
                en: 'Issued by a team leader or the director; then the link is made',
              },
            },
    }),
    rowRule<typeof columns>({
      key: 'expired',
      columns: ['until', 'state'],
      catches: { zh: '链接已过期', en: 'A link past its end' },
      finds: ({ values: { until, state } }, world) =>
        until !== undefined && state !== 'off' && until < world.now.slice(0, 10)
          ? {
              column: 'until',
              severity: 'look',
              message: {
                zh: `${monthAndDay(until)}已过期，请改日期或停用`,
                en: `Past since ${until}: change the day, or switch it off`,
              },
            }
          : undefined,
    }),
  ],
  figures: {},
  demo: (school) => {
    const asked = momentOn(plusDays(school.today, -30), 500);
    return [
      {
        name: '门卫室手机',
        kind: 'post' as const,
        registers: '来访登记、离校登记、来访车辆、门岗检查',
        issuer: '陈志远',
        issued: asked,
      },
      {
        name: '食堂值班手机',
        kind: 'post' as const,
        registers: '食品留样、餐具消毒',
        issuer: '陈志远',
        issued: asked,
      },
      {
        name: '开学报修码（旧）',
        kind: 'public' as const,
        registers: '报修',
        place: '图书馆',
        state: 'off' as const,
        issuer: '陈志远',
        issued: asked,
      },
    ];
  },
});
