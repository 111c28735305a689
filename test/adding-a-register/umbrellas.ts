import { workdayFrom } from '#schema/calendar.ts';
import { choice, code, moment, phone, reference, text } from '#schema/columns.ts';
import { momentOn } from '#schema/demo/moment.ts';
import { count } from '#schema/figures/count.ts';
import { share } from '#schema/figures/share.ts';
import { defineRegister } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import { deadline } from '#schema/rules/deadline.ts';
import { needed } from '#schema/rules/needed.ts';
import { inDays } from '#schema/settings.ts';
import { plusDays, plusMonths } from '#schema/time.ts';

const columns = {
  lent: moment({ zh: '借出时间', en: 'Lent' }, { required: true, stamped: true }),
  place: reference('places', { zh: '借伞处', en: 'Stand' }, { required: true }),
  umbrella: code(
    { zh: '伞号', en: 'Umbrella' },
    { required: true, help: { zh: '伞柄上的号码', en: 'The number on its handle' } },
  ),
  borrower: text({ zh: '借伞人', en: 'Borrower' }, { required: true, personal: true }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  returned: moment({ zh: '归还时间', en: 'Returned' }),
  condition: choice(
    { zh: '归还情况', en: 'Condition' },
    {
      good: { zh: '完好', en: 'Good' },
      damaged: { zh: '损坏', en: 'Damaged' },
      lost: { zh: '丢失', en: 'Lost' },
    },
  ),
  receivedBy: reference('people', { zh: '经手人', en: 'Taken back by' }),
};

const isReturned = (row: Row): boolean => textAt(row, 'returned') !== '';
const isGone = (row: Row): boolean => ['damaged', 'lost'].includes(textAt(row, 'condition'));

/** 爱心雨伞 Shared umbrellas (practice): lent on a rainy day, due back in three days. */
export const umbrellas = defineRegister({
  key: 'umbrellas',
  title: { zh: '爱心雨伞', en: 'Shared umbrellas' },
  purpose: {
    zh: '借伞扫码登记，归还时填归还时间和情况',
    en: 'Whoever borrows one enters it; whoever takes it back says how it is',
  },
  workbook: 'service',
  columns,
  happened: 'lent',
  form: {
    audience: 'anyone',
    intro: { zh: '三天内还到任何一个借伞处。', en: 'Bring it back to any stand in three days.' },
    asks: ['place', 'umbrella', 'borrower', 'phone'],
    tracks: ['returned'],
    example: { place: '图书馆', umbrella: 'S-07', borrower: '八年级 3 班 学生' },
  },
  rules: [
    deadline({
      from: 'lent',
      until: 'returned',
      within: (_row, world) => {
        const days = world.settings.number('umbrellas.days');
        return { hours: days * 24, promise: { zh: `${days}天`, en: `${days} days` } };
      },
      message: (time, open) =>
        open
          ? { zh: `借出超${time.zh}没还，请催还`, en: `Not back after ${time.en}: ask for it` }
          : { zh: `归还晚于${time.zh}，请核对时间`, en: `Back after ${time.en}: check the time` },
    }),
    needed({
      key: 'returned',
      columns: ['condition', 'receivedBy'],
      reads: ['returned'],
      when: isReturned,
      because: { zh: '已归还', en: 'Returned' },
    }),
  ],
  settings: { days: inDays({ zh: '借伞归还期限', en: 'Back within' }, 3, '惯例') },
  figures: {
    lent: count({
      title: { zh: '借出雨伞', en: 'Umbrellas lent' },
      unit: { zh: '把次', en: 'times' },
      counts: { zh: '借出时间在期内的登记', en: 'Loans begun in the period' },
      happened: 'lent',
    }),
    returned: share({
      title: { zh: '雨伞归还率', en: 'Umbrellas returned' },
      counts: { zh: '期内借出的雨伞中已归还的', en: 'Of those lent in the period, returned' },
      happened: 'lent',
      where: isReturned,
      target: 95,
    }),
  },
  plan: {
    tasks: (rows, month, world) => {
      const lastMonth = plusMonths(month.month, -1);
      const gone = rows.filter((row) => isGone(row) && textAt(row, 'lent').startsWith(lastMonth));
      if (gone.length === 0) return [];
      return [
        {
          key: 'umbrellas-replace',
          group: 'service',
          what: `补充爱心雨伞 ${gone.length} 把`,
          standard: '编号上架，各处不少于 10 把',
          owner: '后勤副主任',
          due: workdayFrom(month.from, world.calendar),
        },
      ];
    },
  },
  report: {
    section: 'service',
    sentences: ['借出爱心雨伞{lent|compared}，归还率{returned}。'],
    indicators: ['returned'],
    shortcomings: {
      returned: {
        says: '爱心雨伞没有全部归还',
        effect: '雨天不够借',
        measure: '每周一清点，逾期的逐一催还',
      },
    },
  },
  retention: { borrower: { months: 3 }, phone: { months: 3 } },
  demo: (school) => {
    const ago = (days: number, minutes: number) => momentOn(plusDays(school.today, -days), minutes);
    const back = (days: number, condition: 'good' | 'damaged') => ({
      returned: ago(days, 460),
      condition,
      receivedBy: '徐美芳',
    });
    return [
      { lent: ago(41, 1010), umbrella: 'S-01', borrower: '七年级学生', ...back(40, 'good') },
      { lent: ago(41, 1015), umbrella: 'S-02', borrower: '九年级学生', ...back(39, 'good') },
      { lent: ago(19, 745), umbrella: 'S-05', borrower: '英语组老师', ...back(18, 'damaged') },
      { lent: ago(6, 1005), umbrella: 'S-03', borrower: '八年级学生' },
      { lent: ago(1, 1000), umbrella: 'S-04', borrower: '七年级学生' },
    ].map((loan) => ({ ...loan, place: '图书馆' }));
  },
});
