import { isHanging, lastSeenOf } from '../../calculations/signs.ts';
import { choice, date, photo, quantity, reference, text } from '../../columns.ts';
import { demoPlacements } from '../../demo/publicity.ts';
import { listedShare } from '../../figures/listed-share.ts';
import { byBuilding, splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { notBeyond } from '../../rules/not-beyond.ts';
import { daysOfMonth, plusDays, plusMonths } from '../../time.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { written } from '../../wording.ts';

const columns = {
  at: date({ zh: '发放或悬挂日期', en: 'Day' }, { required: true }),
  run: reference('publicityRuns', { zh: '宣传品', en: 'Publicity' }, { required: true }),
  use: choice(
    { zh: '去向', en: 'Went' },
    {
      hung: { zh: '悬挂张贴', en: 'Hung' },
      given: { zh: '发放赠送', en: 'Given away' },
      kept: { zh: '留存归档', en: 'Kept' },
      spoilt: { zh: '报废', en: 'Thrown away' },
    },
    { required: true },
  ),
  place: reference(
    'places',
    { zh: '地点', en: 'Place' },
    { help: { zh: '悬挂的填挂在哪里', en: 'Where it hangs' } },
  ),
  to: text(
    { zh: '发给谁', en: 'To' },
    { help: { zh: '部门、家长、来宾', en: 'Office, parents, guests' } },
  ),
  copies: quantity(
    { zh: '数量', en: 'Copies' },
    { required: true, min: 0, whole: true, unit: { zh: '份', en: 'copies' } },
  ),
  seen: date(
    { zh: '最近查看', en: 'Last seen' },
    { help: { zh: '挂着的隔几个月看一次，写日期', en: 'Look at it every few months' } },
  ),
  state: choice(
    { zh: '状况', en: 'State' },
    {
      good: { zh: '完好', en: 'Good' },
      damaged: { zh: '破损', en: 'Damaged' },
      removed: { zh: '已摘除', en: 'Taken down' },
    },
  ),
  handledBy: reference('people', { zh: '经办人', en: 'Handled by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

/** 宣传品去向 Publicity placements (A8, R1): what hangs or went where, and when somebody last looked at each sign. */
export const publicityPlacements = defineRegister({
  key: 'publicityPlacements',
  title: { zh: '宣传品去向', en: 'Publicity placed' },
  purpose: {
    zh: '宣传品挂在哪、发给谁，标识牌定期查看',
    en: 'Where publicity hangs or went; signs are looked at regularly',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  form: {
    audience: 'staff',
    intro: { zh: '挂好或发完登记，挂的拍张照。', en: 'Once hung or given; a photo of what hangs.' },
    asks: ['at', 'run', 'use', 'place', 'to', 'copies', 'seen', 'state', 'handledBy', 'photo'],
    example: {
      at: localDate.parse('2026-11-24'),
      run: '节水节电提示牌',
      use: 'hung',
      place: '教学楼 A201',
      copies: 1,
      state: 'good',
      handledBy: '郑文博',
    },
  },
  rules: [
    notBeyond({
      link: 'run',
      to: 'publicityRuns',
      at: 'copies',
      amounts: () => (row) => numberAt(row, 'copies'),
      allowed: () => (run) => numberAt(run, 'copies'),
      message: (_row, sum, printed) => ({
        zh: `印了 ${written(printed)} 份，去向共 ${written(sum)}，请核对`,
        en: `${printed} printed, ${sum} placed: check`,
      }),
    }),
    needed({
      key: 'hung',
      columns: ['place'],
      reads: ['use'],
      when: (row) => textAt(row, 'use') === 'hung',
      because: { zh: '悬挂张贴', en: 'Hung' },
    }),
    needed({
      key: 'given',
      columns: ['to'],
      reads: ['use'],
      when: (row) => textAt(row, 'use') === 'given',
      because: { zh: '发放赠送', en: 'Given away' },
    }),
    rowRule<typeof columns>({
      key: 'not-seen',
      columns: ['at', 'seen', 'use', 'state'],
      catches: { zh: '标识牌几个月没人看过', en: 'A sign that nobody has looked at for months' },
      finds: (row, world) => {
        const months = world.settings.number('publicityPlacements.seenMonths');
        const seen = lastSeenOf(row);
        return isHanging(row) && seen !== undefined && seen < monthsBefore(dayOf(world.now), months)
          ? {
              column: 'seen',
              severity: 'look',
              message: {
                zh: `超过${months}个月没看过，请查看后写日期`,
                en: `Not looked at for ${months} months: look and write the day`,
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'damaged',
      columns: ['state', 'use'],
      catches: { zh: '破损的标识牌还挂着', en: 'A damaged sign still hangs' },
      finds: (row) =>
        isHanging(row) && row.values.state === 'damaged'
          ? {
              column: 'state',
              severity: 'must',
              message: {
                zh: '破损了，请更换或摘除后改状况',
                en: 'Damaged: mend it or take it down',
              },
            }
          : undefined,
    }),
  ],
  settings: {
    seenMonths: {
      kind: 'number',
      title: { zh: '标识牌几个月要看一次', en: 'Signs are looked at every' },
      unit: { zh: '个月', en: 'months' },
      default: 3,
      source: 'R1 标识牌维护；惯例每季',
    },
  },
  figures: {
    hung: total({
      title: { zh: '悬挂标识', en: 'Signs hung' },
      unit: { zh: '块', en: 'signs' },
      counts: { zh: '期内悬挂张贴的数量', en: 'Hung in the period' },
      happened: 'at',
      where: (row) => textAt(row, 'use') === 'hung',
      amounts: () => (row) => numberAt(row, 'copies'),
    }),
    given: total({
      title: { zh: '发放宣传品', en: 'Copies given away' },
      unit: { zh: '份', en: 'copies' },
      counts: { zh: '期内发放赠送的数量', en: 'Given away in the period' },
      happened: 'at',
      where: (row) => textAt(row, 'use') === 'given',
      amounts: () => (row) => numberAt(row, 'copies'),
    }),
    good: listedShare({
      title: { zh: '标识完好率', en: 'Signs in good state' },
      counts: { zh: '挂着的标识中状况完好的', en: 'Of the signs that hang, those in good state' },
      target: 95,
      among: isHanging,
      where: (row) => textAt(row, 'state') === 'good',
    }),
  },
  breakdowns: {
    byBuilding: splitBy({
      title: { zh: '各楼悬挂标识', en: 'Signs by building' },
      unit: { zh: '块', en: 'signs' },
      happened: 'at',
      where: (row) => textAt(row, 'use') === 'hung',
      names: byBuilding('place'),
      amounts: () => (row) => numberAt(row, 'copies'),
    }),
  },
  plan: {
    tasks: (rows, month, world) => {
      const months = world.settings.number('publicityPlacements.seenMonths');
      const due = rows.filter((row) => {
        const seen = lastSeenOf(row);
        return isHanging(row) && seen !== undefined && seen < monthsBefore(month.to, months);
      });
      return due.length === 0
        ? []
        : [
            {
              key: `publicityPlacements-${month.month}`,
              group: 'service' as const,
              what: `查看悬挂的标识牌 ${due.length} 处`,
              standard: '完好的写日期，破损的更换或摘除',
              owner: '安全员',
              due: month.to,
            },
          ];
    },
  },
  report: {
    section: 'service',
    sentences: ['悬挂标识{hung|compared}，发放宣传品{given|compared}，标识完好率{good}。'],
    shortcomings: {
      good: {
        says: '部分标识牌破损或没人查看',
        effect: '影响校园形象和安全提示',
        measure: '每季查看一遍，破损的一周内换',
      },
    },
  },
  demo: demoPlacements,
});

/** The same day so many months before, or the last of that month when it is shorter. */
function monthsBefore(day: LocalDate, months: number): LocalDate {
  const { from, to } = daysOfMonth(plusMonths(day.slice(0, 7), -months));
  const same = plusDays(from, Number(day.slice(8)) - 1);
  return same < to ? same : to;
}
