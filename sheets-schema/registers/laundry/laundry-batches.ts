import { carriedOver } from '../../calculations/carried-over.ts';
import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { demoLaundry } from '../../demo/laundry.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { deadline } from '../../rules/deadline.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { signedBy } from '../../rules/signed-by.ts';
import { inDays } from '../../settings.ts';
import { written } from '../../wording.ts';

const pieces = { unit: { zh: '件', en: 'pieces' }, min: 0, whole: true } as const;

const columns = {
  collected: moment({ zh: '收取时间', en: 'Collected' }, { required: true, stamped: true }),
  from: reference('places', { zh: '从哪收', en: 'From' }, { required: true }),
  what: choice(
    { zh: '洗什么', en: 'What' },
    {
      sheets: { zh: '床单', en: 'Sheets' },
      covers: { zh: '被套', en: 'Quilt covers' },
      pillowcases: { zh: '枕套', en: 'Pillowcases' },
      workClothes: { zh: '工作服', en: 'Work clothes' },
      curtains: { zh: '窗帘', en: 'Curtains' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  out: quantity({ zh: '送洗件数', en: 'Sent' }, { ...pieces, required: true }),
  collectedBy: reference('people', { zh: '收取人', en: 'Collected by' }, { required: true }),
  washedBy: text(
    { zh: '哪里洗', en: 'Washed by' },
    { help: { zh: '洗衣房或洗涤公司', en: 'The laundry room, or a firm' } },
  ),
  dried: moment({ zh: '洗好晾干', en: 'Washed and dried' }),
  returned: moment({ zh: '发回时间', en: 'Returned' }),
  back: quantity({ zh: '发回件数', en: 'Back' }, pieces),
  spoilt: quantity(
    { zh: '破损件数', en: 'Spoilt' },
    { ...pieces, help: { zh: '洗坏、报废的', en: 'Torn or thrown away' } },
  ),
  cause: text(
    { zh: '缺件原因', en: 'Why some are missing' },
    { help: { zh: '送洗和发回不一样时写', en: 'When sent and back differ' } },
  ),
  receivedBy: text({ zh: '签收人', en: 'Received by' }, { personal: true }),
};

const isBack = (row: Row): boolean => textAt(row, 'returned') !== '';

/** What is missing of a batch that came back: sent less back less spoilt. */
function missing(row: Row): number | undefined {
  const [out, back] = [numberAt(row, 'out'), numberAt(row, 'back')];
  return out === undefined || back === undefined
    ? undefined
    : out - back - (numberAt(row, 'spoilt') ?? 0);
}

/** 洗涤 Laundry (I, R1): sheets, covers and work clothes collected, washed, dried, handed out, batch by batch. */
export const laundryBatches = defineRegister({
  key: 'laundryBatches',
  title: { zh: '洗涤登记', en: 'Laundry' },
  purpose: {
    zh: '床品、工作服收了多少、洗好发回多少',
    en: 'How much was collected and how much came back',
  },
  workbook: 'stores',
  columns,
  happened: 'collected',
  form: {
    audience: 'staff',
    intro: { zh: '收的时候当面点数。', en: 'Count together when you collect.' },
    asks: ['from', 'what', 'out', 'collectedBy', 'washedBy'],
    example: {
      from: '宿舍1号楼',
      what: 'sheets',
      out: 48,
      collectedBy: '蒋爱华',
      washedBy: '净雅洗涤公司',
    },
  },
  batches: [
    {
      key: 'round',
      title: { zh: '一次收几样', en: 'Several kinds at once' },
      audience: 'staff',
      intro: { zh: '一栋楼一次收几样时用。', en: 'Several kinds from one building.' },
      shared: ['from', 'collectedBy', 'washedBy'],
      each: ['what', 'out'],
      rows: () => [{ what: 'sheets' }, { what: 'covers' }, { what: 'pillowcases' }],
      untouched: 'leftOut',
      example: {
        shared: { from: '宿舍1号楼', collectedBy: '蒋爱华', washedBy: '净雅洗涤公司' },
        rows: [
          { what: 'sheets', out: 48 },
          { what: 'covers', out: 48 },
        ],
      },
    },
  ],
  print: {
    slips: [
      {
        title: { zh: '洗涤交接单', en: 'Laundry slip' },
        columns: ['collected', 'from', 'what', 'out', 'washedBy', 'returned', 'back', 'spoilt'],
        signatures: [
          { zh: '送洗人', en: 'Sent by' },
          { zh: '洗涤方', en: 'Laundry' },
          { zh: '签收人', en: 'Received by' },
        ],
      },
    ],
  },
  rules: [
    inOrder({ from: 'collected', until: 'dried' }),
    inOrder({ from: 'collected', until: 'returned' }),
    deadline({
      from: 'collected',
      until: 'returned',
      within: (_row, world) => {
        const days = world.settings.number('laundryBatches.backDays');
        return {
          hours: days * 24,
          promise: { zh: `${days}天发回`, en: `back within ${days} days` },
        };
      },
      message: ({ zh, en }, open) =>
        open
          ? {
              zh: `已超“${zh}”，请催洗或登记发回`,
              en: `Past “${en}”: chase it or enter the return`,
            }
          : { zh: `发回时已超“${zh}”`, en: `Returned past “${en}”` },
    }),
    needed({
      key: 'returned',
      columns: ['back'],
      reads: ['returned'],
      when: isBack,
      because: { zh: '已发回', en: 'Returned' },
    }),
    rowRule<typeof columns>({
      key: 'out-is-in',
      columns: ['out', 'back', 'spoilt', 'cause'],
      catches: { zh: '送洗和发回件数不一样', en: 'Sent is not what came back' },
      finds: (row) => {
        const lacking = missing(row);
        if (lacking === undefined || lacking === 0 || (row.values.cause ?? '').trim() !== '')
          return undefined;
        const { out = 0, back = 0 } = row.values;
        return {
          column: 'back',
          severity: 'must',
          message:
            lacking > 0
              ? {
                  zh: `送洗 ${written(out)}，少回 ${written(lacking)} 件，请查找或写原因`,
                  en: `${lacking} of ${out} did not come back: find them or say why`,
                }
              : {
                  zh: `送洗 ${written(out)}，发回 ${written(back)}，请核对件数`,
                  en: `${out} sent, ${back} back: check the numbers`,
                },
        };
      },
    }),
    signedBy({
      by: 'receivedBy',
      happened: 'returned',
      within: (world) => world.settings.number('laundryBatches.signDays'),
      message: { zh: '发回没有签收，请补签收人', en: 'Returned and not signed for: sign' },
    }),
  ],
  settings: {
    backDays: inDays({ zh: '送洗几天内发回', en: 'Back within' }, 7, 'R1 洗涤晾晒发放；惯例'),
    signDays: inDays({ zh: '发回几天内签收', en: 'Signed for within' }, 1, '惯例'),
  },
  figures: {
    batches: count({
      title: { zh: '洗涤', en: 'Laundry batches' },
      unit: { zh: '批', en: 'batches' },
      counts: { zh: '收取时间在期内的', en: 'Collected in the period' },
      happened: 'collected',
    }),
    pieces: total({
      title: { zh: '洗涤件数', en: 'Pieces washed' },
      unit: { zh: '件', en: 'pieces' },
      counts: { zh: '期内送洗件数之和', en: 'Pieces sent in the period' },
      happened: 'collected',
      amounts: () => (row) => numberAt(row, 'out'),
    }),
    whole: share({
      title: { zh: '洗涤件数相符率', en: 'Batches that came back whole' },
      counts: { zh: '期内已发回的批次中件数相符的', en: 'Of those back, with every piece' },
      happened: 'collected',
      target: 98,
      among: (row) => missing(row) !== undefined,
      where: (row) => missing(row) === 0,
    }),
  },
  breakdowns: {
    byPlace: splitBy({
      title: { zh: '各处洗涤件数', en: 'Pieces by place' },
      unit: { zh: '件', en: 'pieces' },
      happened: 'collected',
      names: () => (row) => textAt(row, 'from').trim(),
      amounts: () => (row) => numberAt(row, 'out'),
    }),
  },
  plan: {
    tasks: (rows, month, world) =>
      carriedOver(
        rows.filter((row) => !isBack(row) && textAt(row, 'collected').slice(0, 10) < month.from),
        month,
        world,
        {
          register: 'laundryBatches',
          group: 'dorms',
          what: (row) => `追回${textAt(row, 'from')}送洗的 ${textAt(row, 'out')} 件`,
          standard: '件数相符，签收',
          owner: ['collectedBy', '宿管班长'],
        },
      ),
  },
  report: {
    section: 'dorms',
    sentences: ['洗涤床品、工作服{batches|compared}、{pieces|compared}，件数相符率{whole}。'],
    shortcomings: {
      whole: {
        says: '洗涤有丢件',
        effect: '床品不够换',
        measure: '收发当面点数签字，丢件由洗涤方赔',
      },
    },
  },
  retention: { receivedBy: { months: 24 } },
  demo: demoLaundry,
});
