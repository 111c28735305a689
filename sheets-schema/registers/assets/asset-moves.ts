import { followed, type Misstep } from '../../calculations/asset-custody.ts';
import { workdayFrom } from '../../calendar.ts';
import { choice, date, moment, photo, reference, text } from '../../columns.ts';
import { demoAssetMoves } from '../../demo/assets.ts';
import { count } from '../../figures/count.ts';
import { toldShare } from '../../figures/told-share.ts';
import type { Label } from '../../language.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { dayOf, localDate } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  moved: moment({ zh: '时间', en: 'Moved' }, { required: true, stamped: true }),
  asset: reference(
    'assets',
    { zh: '资产编号', en: 'Asset' },
    { required: true, help: { zh: '看东西上的标签', en: 'As on its label' } },
  ),
  kind: choice(
    { zh: '变动', en: 'Move' },
    {
      transfer: { zh: '移交', en: 'Transfer' },
      loan: { zh: '借出', en: 'Loan' },
      return: { zh: '归还', en: 'Return' },
      disposal: { zh: '处置', en: 'Disposal' },
    },
    { required: true },
  ),
  toPlace: reference('places', { zh: '新地点', en: 'To place' }),
  toPerson: reference('people', { zh: '新保管人', en: 'New custodian' }),
  borrower: text({ zh: '借用人', en: 'Borrower' }, { personal: true }),
  due: date({ zh: '应还日期', en: 'Due back' }),
  reason: text(
    { zh: '原因', en: 'Reason' },
    { help: { zh: '处置写清报废、调出还是捐出', en: 'Scrapped, passed on or given away' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
  handedBy: reference('people', { zh: '移交人', en: 'Handed over by' }, { required: true }),
  approvedBy: reference('people', { zh: '批准人', en: 'Approved by' }),
};

const isKind =
  (kind: 'transfer' | 'loan' | 'disposal') =>
  (row: Row): boolean =>
    valueAt(row, 'kind') === kind;

const missteps: Readonly<Record<Misstep, Label>> = {
  lent: { zh: '这件还借在外面，请先登记归还', en: 'It is out on loan: enter its return first' },
  notLent: { zh: '没有借出记录，请核对编号或补借出', en: 'It was not lent: check the number' },
  gone: { zh: '这件已处置，请核对编号', en: 'It was disposed of: check the number' },
};

/** 校产变动 Asset moves (A6; R5): transfer, loan, return and disposal of an asset. */
export const assetMoves = defineRegister({
  key: 'assetMoves',
  title: { zh: '校产变动', en: 'Asset moves' },
  purpose: {
    zh: '校产移交、借出、归还和处置，谁交给谁、谁批的',
    en: 'Transfers, loans, returns and disposals: from whom to whom, approved by whom',
  },
  workbook: 'stores',
  columns,
  happened: 'moved',
  standing: ['asset'],
  form: {
    audience: 'staff',
    intro: { zh: '东西搬动当时填，编号照标签抄。', en: 'On moving it; copy the number.' },
    asks: [
      'asset',
      'kind',
      'toPlace',
      'toPerson',
      'borrower',
      'due',
      'reason',
      'photo',
      'handedBy',
      'approvedBy',
    ],
    example: {
      asset: 'XC-0012',
      kind: 'transfer',
      toPlace: '行政楼 会议室',
      toPerson: '宋秋菊',
      reason: '会议室添用',
      handedBy: '周敏',
      approvedBy: '陈志远',
    },
  },
  print: {
    signatures: [{ zh: '校产管理员', en: 'Asset keeper' }],
    slips: [
      {
        title: { zh: '校产变动单', en: 'Asset slip' },
        columns: ['asset', 'kind', 'moved', 'toPlace', 'toPerson', 'borrower', 'due', 'reason'],
        signatures: [
          { zh: '移交人', en: 'Handed over by' },
          { zh: '接收人', en: 'Received by' },
          { zh: '批准人', en: 'Approved by' },
        ],
      },
    ],
  },
  rules: [
    needed({
      key: 'handed-over',
      columns: ['toPlace', 'toPerson'],
      reads: ['kind'],
      when: isKind('transfer'),
      because: { zh: '移交', en: 'Transfer' },
    }),
    needed({
      key: 'lent',
      columns: ['borrower', 'due'],
      reads: ['kind'],
      when: isKind('loan'),
      because: { zh: '借出', en: 'Loan' },
    }),
    needed({
      key: 'disposed',
      columns: ['reason', 'approvedBy'],
      reads: ['kind'],
      when: isKind('disposal'),
      because: { zh: '处置', en: 'Disposal' },
    }),
    secondPerson({
      checker: 'approvedBy',
      others: ['handedBy'],
      message: () => ({ zh: '移交人不能自己批准，请换人', en: 'Let another approve it' }),
    }),
    preparedRowRule<typeof columns>({
      key: 'follows',
      columns: ['asset', 'kind', 'moved'],
      catches: { zh: '重复借出、没借先还、处置后又动', en: 'A move that cannot follow the last' },
      finds: (_world, rows) => {
        const found = followed(rows).missteps;
        return (row) => {
          const misstep = found.get(row);
          return misstep && { column: 'kind', severity: 'must', message: missteps[misstep] };
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'not-returned',
      columns: ['asset', 'kind', 'moved', 'due'],
      catches: { zh: '借出到期没还', en: 'A loan past its day' },
      finds: (world, rows) => {
        const { out } = followed(rows);
        return (row) => {
          const { due } = row.values;
          return due !== undefined && out.has(row) && due < dayOf(world.now)
            ? {
                column: 'due',
                severity: 'must',
                message: {
                  zh: `${monthAndDay(due)}该还没还，请催还或改期`,
                  en: `Due back on ${due}: ask for it, or set another day`,
                },
              }
            : undefined;
        };
      },
    }),
  ],
  figures: {
    moves: count({
      title: { zh: '校产变动', en: 'Asset moves' },
      unit: { zh: '次', en: 'moves' },
      counts: { zh: '期内登记的变动', en: 'Moves of the period' },
      happened: 'moved',
    }),
    disposed: count({
      title: { zh: '处置校产', en: 'Assets disposed of' },
      unit: { zh: '件', en: 'assets' },
      counts: { zh: '期内登记处置的', en: 'Disposals of the period' },
      happened: 'moved',
      where: isKind('disposal'),
    }),
    returned: toldShare({
      title: { zh: '借出按期归还率', en: 'Loans back or not due' },
      counts: { zh: '期内借出中已还或没到期的', en: 'Of the loans, back or not yet due' },
      happened: 'moved',
      target: 100,
      tells: (rows, world) => {
        const { out } = followed(rows);
        return (row) =>
          isKind('loan')(row) ? !out.has(row) || textAt(row, 'due') >= dayOf(world.now) : undefined;
      },
    }),
  },
  plan: { tasks },
  report: {
    section: 'stores',
    sentences: [
      '校产移交、借还和处置{moves|compared}，其中处置{disposed}，借出按期归还率{returned}。',
    ],
    shortcomings: {
      returned: {
        says: '借出的校产没有按期归还',
        effect: '账面有、用时找不到',
        measure: '到期前一天提醒借用人，超期的由保管人上门收回',
      },
    },
  },
  retention: { borrower: { months: 24 } },
  demo: demoAssetMoves,
});

/** Loans that fall due by the end of the month. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return [...followed(rows).out].flatMap((row): PlanTask[] => {
    const due = localDate.safeParse(valueAt(row, 'due'));
    if (!due.success || due.data > month.to) return [];
    return [
      {
        key: `assetMoves-${row.id}`,
        group: 'stores',
        what: `收回借出校产 ${textAt(row, 'asset')}`,
        standard: '当面验看，登记归还',
        owner: textAt(row, 'handedBy') || '校产管理员',
        due: due.data < month.from ? workdayFrom(month.from, world.calendar) : due.data,
        carriedOver: due.data < dayOf(world.now),
      },
    ];
  });
}
