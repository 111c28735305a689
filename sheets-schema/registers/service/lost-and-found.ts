import { choice, moment, money, phone, reference, text } from '../../columns.ts';
import { demoLostAndFound } from '../../demo/lost-and-found.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { inDays, inHours } from '../../settings.ts';
import { daysBetween, minutesBetween } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';

const kinds = {
  phone: { zh: '手机电子', en: 'Phone, electronics' },
  wallet: { zh: '钱包', en: 'Wallet' },
  cash: { zh: '现金', en: 'Cash' },
  papers: { zh: '证件', en: 'Papers' },
  card: { zh: '校园卡', en: 'Campus card' },
  clothes: { zh: '衣物鞋帽', en: 'Clothes and shoes' },
  other: { zh: '其他', en: 'Other' },
};

const columns = {
  found: moment({ zh: '捡到时间', en: 'Found' }, { required: true, stamped: true }),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  what: text(
    { zh: '物品', en: 'What' },
    { required: true, help: { zh: '留一个特征不写，认领时问', en: 'Keep one mark to ask for' } },
  ),
  amount: money({ zh: '金额', en: 'Amount' }, { min: 0, help: { zh: '有现金的填', en: 'Cash' } }),
  place: reference('places', { zh: '地点', en: 'Place' }),
  finder: text({ zh: '捡到人', en: 'Finder' }, { personal: true }),
  keeper: reference('people', { zh: '保管人', en: 'Kept by' }, { required: true }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      kept: { zh: '保管中', en: 'Kept' },
      handedOn: { zh: '已上交', en: 'Handed on' },
      claimed: { zh: '已认领', en: 'Claimed' },
      disposed: { zh: '已处理', en: 'Disposed of' },
    },
    { required: true },
  ),
  handedOn: moment({ zh: '上交时间', en: 'Handed on' }),
  handedTo: text(
    { zh: '交给谁', en: 'Handed to' },
    { help: { zh: '保卫处、派出所', en: 'Police' } },
  ),
  claimed: moment({ zh: '认领时间', en: 'Claimed' }),
  claimant: text({ zh: '认领人', en: 'Claimed by' }, { personal: true }),
  claimantPhone: phone({ zh: '认领人电话', en: 'Phone' }),
  disposal: text(
    { zh: '如何处理', en: 'How disposed of' },
    { help: { zh: '捐给谁、交到哪里，两人在场', en: 'To whom, before two people' } },
  ),
};

const isValuable = (row: Row): boolean =>
  ['phone', 'wallet', 'cash', 'papers'].includes(textAt(row, 'kind')) ||
  (numberAt(row, 'amount') ?? 0) > 0;

const isKept = (row: Row): boolean => valueAt(row, 'state') === 'kept';

function hoursSinceFound(row: Row, world: World): number {
  const found = momentAt(row, 'found');
  return found ? minutesBetween(found, world.now, world.settings.text('timeZone')) / 60 : 0;
}

/**
 * 失物招领 Lost and found (G; R3: phones, wallets, cash, 200-odd cards). 民法典第三百一十四条: what is found is returned or
 * handed in; 第三百一十八条: unclaimed within a year of the notice it is the state's, so nothing of worth is given away.
 */
export const lostAndFound = defineRegister({
  key: 'lostAndFound',
  title: { zh: '失物招领', en: 'Lost and found' },
  purpose: {
    zh: '捡到什么、谁保管、谁认领；贵重的当天上交',
    en: 'What was found, who keeps it, who claimed it; valuables are handed on',
  },
  workbook: 'service',
  columns,
  happened: 'found',
  form: {
    audience: 'staff',
    intro: { zh: '手机、钱包、现金、证件当天上交。', en: 'Valuables are handed on the same day.' },
    asks: ['kind', 'what', 'amount', 'place', 'finder', 'keeper'],
    starts: { state: 'kept' },
    example: { kind: 'card', what: '校园卡', place: '操场', keeper: '唐志刚' },
  },
  rules: [
    rowRule<typeof columns>({
      key: 'valuable-kept',
      columns: ['found', 'kind', 'amount', 'state'],
      catches: { zh: '贵重失物没有上交', en: 'Valuables not handed on' },
      finds: (row, world) =>
        isKept(row) &&
        isValuable(row) &&
        hoursSinceFound(row, world) > world.settings.number('lostAndFound.handOnHours')
          ? {
              column: 'state',
              severity: 'must',
              message: { zh: '贵重失物没上交，请交保卫处', en: 'Hand it on: it is of worth' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'unclaimed',
      columns: ['found', 'kind', 'state'],
      catches: { zh: '失物很久没人认领', en: 'Unclaimed for too long' },
      finds: (row, world) => {
        const { found } = row.values;
        const days = found === undefined ? 0 : daysBetween(dayOf(found), dayOf(world.now));
        return isKept(row) &&
          !isValuable(row) &&
          days > world.settings.number('lostAndFound.unclaimedDays')
          ? {
              column: 'state',
              severity: 'look',
              message: {
                zh: `${days}天没人认领，请再公告或处理`,
                en: `Unclaimed for ${days} days: announce it again, or dispose of it`,
              },
            }
          : undefined;
      },
    }),
    needed({
      key: 'handed-on',
      columns: ['handedOn', 'handedTo'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'handedOn',
      because: { zh: '已上交', en: 'Handed on' },
    }),
    needed({
      key: 'claimed',
      columns: ['claimed', 'claimant'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'claimed',
      because: { zh: '已认领', en: 'Claimed' },
    }),
    needed({
      key: 'disposed',
      columns: ['disposal'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'disposed',
      because: { zh: '已处理', en: 'Disposed of' },
    }),
    needed({
      key: 'cash',
      columns: ['amount'],
      reads: ['kind'],
      when: (row) => valueAt(row, 'kind') === 'cash',
      because: { zh: '捡到现金', en: 'Cash' },
    }),
    rowRule<typeof columns>({
      key: 'valuable-disposed',
      columns: ['found', 'kind', 'amount', 'state'],
      catches: { zh: '贵重失物自行处理了', en: 'Valuables given away' },
      finds: (row) =>
        valueAt(row, 'state') === 'disposed' && isValuable(row)
          ? {
              column: 'state',
              severity: 'must',
              message: { zh: '贵重失物不能自行处理，请上交', en: 'Hand it in: it is not ours' },
            }
          : undefined,
    }),
    inOrder({ from: 'found', until: 'claimed' }),
    inOrder({ from: 'found', until: 'handedOn' }),
  ],
  settings: {
    handOnHours: inHours({ zh: '贵重失物上交时限', en: 'Valuables handed on within' }, 24, 'R3'),
    unclaimedDays: inDays({ zh: '无人认领提醒', en: 'Unclaimed after' }, 45, '惯例'),
  },
  figures: {
    found: count({
      title: { zh: '拾到失物', en: 'Things found' },
      unit: { zh: '件', en: 'things' },
      counts: { zh: '捡到时间在期内的失物', en: 'Found in the period' },
      happened: 'found',
    }),
    returned: share({
      title: { zh: '失物认领率', en: 'Things claimed' },
      counts: { zh: '期内捡到的失物中已认领的', en: 'Of those found, claimed' },
      happened: 'found',
      where: (row) => valueAt(row, 'state') === 'claimed',
    }),
    cash: total({
      title: { zh: '拾到现金', en: 'Cash found' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内捡到的现金之和', en: 'Cash found in the period' },
      happened: 'found',
      amounts: () => (row) => numberAt(row, 'amount'),
    }),
  },
  breakdowns: {
    byKind: splitBy({
      title: { zh: '失物种类', en: 'Kinds of things' },
      unit: { zh: '件', en: 'things' },
      happened: 'found',
      names: () => (row) =>
        Object.entries(kinds).find(([key]) => key === textAt(row, 'kind'))?.[1].zh ?? '',
    }),
  },
  plan: {
    tasks: (rows, month) => {
      const left = rows.filter(
        (row) => isKept(row) && textAt(row, 'found').slice(0, 10) < month.from,
      );
      const [first] = left;
      return first === undefined
        ? []
        : [
            {
              key: `lostAndFound-${month.month}`,
              group: 'service',
              what: `公告并清理失物${left.length}件`,
              standard: `如“${clip(textAt(first, 'what'), 10)}”，公告两周，贵重的上交`,
              owner: '保安队长',
              due: month.to,
            },
          ];
    },
  },
  report: {
    section: 'service',
    sentences: ['登记失物{found|compared}，其中现金{cash}，认领率{returned}。'],
  },
  print: {
    signatures: [
      { zh: '保管人', en: 'Keeper' },
      { zh: '认领人', en: 'Claimant' },
    ],
  },
  retention: { finder: { months: 6 }, claimant: { months: 12 }, claimantPhone: { months: 6 } },
  demo: demoLostAndFound,
});
