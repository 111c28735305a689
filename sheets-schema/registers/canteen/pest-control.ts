import { choice, date, reference, text } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { expiry } from '../../rules/expiry.ts';
import { inOrder } from '../../rules/in-order.ts';
import { latestOf } from '../../rules/latest-of.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { essence } from '../../spelling.ts';
import { plusDays } from '../../time.ts';
import { type LocalDate, localDate } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  done: date({ zh: '消杀日期', en: 'Done on' }, { required: true }),
  area: text(
    { zh: '范围', en: 'Area' },
    { required: true, help: { zh: '如：食堂及周边', en: 'Such as the canteen and around it' } },
  ),
  target: choice(
    { zh: '对象', en: 'Against' },
    {
      rodents: { zh: '老鼠', en: 'Rodents' },
      cockroaches: { zh: '蟑螂', en: 'Cockroaches' },
      flies: { zh: '蝇蚊', en: 'Flies, mosquitoes' },
      all: { zh: '鼠蟑蝇蚊', en: 'All of them' },
    },
    { required: true },
  ),
  firm: text({ zh: '消杀单位', en: 'Firm' }, { required: true }),
  agent: text(
    { zh: '药剂', en: 'Agent' },
    { help: { zh: '没用药填“物理防治”', en: 'Write 物理防治 if none' } },
  ),
  traces: choice(
    { zh: '有无踪迹', en: 'Traces' },
    { none: { zh: '未发现', en: 'None' }, found: { zh: '有踪迹', en: 'Found' } },
    { required: true },
  ),
  measure: text({ zh: '封堵措施', en: 'What was closed' }),
  next: date({ zh: '下次日期', en: 'Next on' }, { required: true }),
  by: reference('people', { zh: '现场人', en: 'Looked after by' }, { required: true }),
};

const isTraced = (row: Row): boolean => valueAt(row, 'traces') === 'found';

/** The last treatment of each area. */
function lastByArea(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const area = essence(textAt(row, 'area'));
    const before = last.get(area);
    if (area === '' || textAt(row, 'done') === '') continue;
    if (!before || isLater(row, before)) last.set(area, row);
  }
  return [...last.values()];
}

function isLater(a: Row, b: Row): boolean {
  const [mine, other] = [textAt(a, 'done'), textAt(b, 'done')];
  return mine === other ? a.sequence > b.sequence : mine > other;
}

/** The next day of each area that was announced. */
function nextDays(rows: readonly Row[]): { readonly row: Row; readonly next: LocalDate }[] {
  return lastByArea(rows).flatMap((row) => {
    const next = localDate.safeParse(textAt(row, 'next'));
    return next.success ? [{ row, next: next.data }] : [];
  });
}

/** 有害生物防制 Pest control (C6; GB 31654-2021 有害生物防制): when, by whom, with what, and when again. */
export const pestControl = defineRegister({
  key: 'pestControl',
  title: { zh: '有害生物防制', en: 'Pest control' },
  purpose: {
    zh: '灭鼠灭蟑灭蝇：哪天、谁做、用什么药、下次哪天',
    en: 'Rodents, cockroaches and flies: when, by whom, and when again',
  },
  workbook: 'canteen',
  columns,
  happened: 'done',
  standing: ['area'],
  rules: [
    latestOf({
      of: ['area'],
      at: 'done',
      rule: expiry({
        until: 'next',
        soonDays: (world) => world.settings.number('pestControl.soonDays'),
        message: {
          expired: (day) => ({
            zh: `${monthAndDay(day)}该消杀没做，请安排`,
            en: `Due on ${day} and not done: arrange it`,
          }),
          soon: (day) => ({
            zh: `${monthAndDay(day)}该消杀，请约消杀单位`,
            en: `Due on ${day}: call the firm`,
          }),
        },
      }),
    }),
    inOrder({ from: 'done', until: 'next' }),
    needed({
      key: 'traces',
      columns: ['measure'],
      reads: ['traces'],
      when: isTraced,
      because: { zh: '有踪迹', en: 'Traces found' },
    }),
  ],
  settings: {
    soonDays: inDays({ zh: '到期前提醒', en: 'Say so before it is due by' }, 5, '惯例'),
  },
  figures: {
    done: count({
      title: { zh: '有害生物消杀', en: 'Pest treatments' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的消杀', en: 'Treatments of the period' },
      happened: 'done',
    }),
    traced: count({
      title: { zh: '发现鼠虫踪迹', en: 'Traces found' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内有踪迹的消杀登记', en: 'Treatments of the period with traces' },
      better: 'lower',
      happened: 'done',
      where: isTraced,
    }),
  },
  plan: {
    tasks: (rows, month) =>
      nextDays(rows)
        .filter(({ next }) => next <= month.to)
        .map(({ row, next }) => ({
          key: `pestControl-${row.id}`,
          group: 'canteen' as const,
          what: `${textAt(row, 'area')}灭鼠灭虫`,
          standard: '记药剂和踪迹，洞口当天封堵',
          owner: textAt(row, 'by') || '食堂班长',
          due: next < month.from ? month.from : next,
          ...(next < month.from ? { carriedOver: true, note: '上月到期未做' } : {}),
        })),
  },
  report: {
    section: 'canteen',
    sentences: ['开展消杀{done|compared}，发现踪迹{traced}。'],
  },
  demo: (school) =>
    [-56, -26, -3].flatMap((ago, index) =>
      ['食堂及周边', ...(index === 1 ? ['宿舍楼公共区'] : [])].map((area) => ({
        done: plusDays(school.today, ago),
        area,
        target: 'all' as const,
        firm: '安居有害生物防制公司',
        agent: '溴敌隆毒饵站、胶饵',
        traces: index === 1 && area.startsWith('食堂') ? ('found' as const) : ('none' as const),
        ...(index === 1 && area.startsWith('食堂') ? { measure: '下水口加防鼠网' } : {}),
        next: plusDays(school.today, ago + (area.startsWith('食堂') ? 30 : 28)),
        by: area.startsWith('食堂') ? '林小梅' : '许慧芳',
      })),
    ),
});
