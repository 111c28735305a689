import { type Cadence, spansOf } from '../../calculations/cadence.ts';
import { type ChecklistItem, checklistOf } from '../../calculations/checklist.ts';
import { choice, reference, text, yesNo } from '../../columns.ts';
import { demoChecklists } from '../../demo/checklists.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { covered } from '../../rules/covered.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { daysFrom } from '../../time.ts';
import type { LocalDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const cadences = {
  daily: { zh: '每天', en: 'Daily' },
  weekly: { zh: '每周', en: 'Weekly' },
  monthly: { zh: '每月', en: 'Monthly' },
  term: { zh: '每学期', en: 'Each term' },
  preTerm: { zh: '开学前一周', en: 'Before term' },
};

const columns = {
  name: text(
    { zh: '检查项目', en: 'Item' },
    {
      required: true,
      width: 220,
      help: { zh: '区域加内容，如“教学楼 灭火器”', en: 'Area and what: 教学楼 灭火器' },
    },
  ),
  area: reference('places', { zh: '区域', en: 'Area' }, { required: true }),
  cadence: choice({ zh: '多久查一次', en: 'How often' }, cadences, { required: true }),
  owner: reference(
    'people',
    { zh: '负责人', en: 'Owner' },
    { help: { zh: '谁去查；没人负责的项目会提醒', en: 'Who inspects it' } },
  ),
  risk: choice(
    { zh: '风险', en: 'Risk' },
    {
      low: { zh: '低', en: 'Low' },
      medium: { zh: '中', en: 'Medium' },
      high: { zh: '高', en: 'High' },
    },
    {
      required: true,
      help: { zh: '不合格时按它定整改期限', en: 'Sets the time to mend when it fails' },
    },
  ),
  standard: text(
    { zh: '合格标准', en: 'Standard' },
    { required: true, long: true, help: { zh: '怎样算合格', en: 'What passing means' } },
  ),
  stopped: yesNo(
    { zh: '停用', en: 'Stopped' },
    { help: { zh: '不再查的填“是”，不要删行', en: 'Yes when no longer inspected; keep the row' } },
  ),
};

/** 检查项目 Checklists (C1; R5): what is inspected where, how often, by whom, and what passing means. */
export const checklists = defineRegister({
  key: 'checklists',
  title: { zh: '检查项目', en: 'Checklists' },
  purpose: {
    zh: '各区域查什么、多久查一次、谁负责，安全员维护',
    en: 'What is inspected where, how often and by whom, kept by the safety officer',
  },
  workbook: 'service',
  startsOn: true,
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    needed({
      key: 'in-use',
      columns: ['owner'],
      reads: ['name', 'stopped'],
      when: (row) => textAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true,
      because: { zh: '这项没人负责', en: 'Nobody answers for it' },
    }),
    covered({ area: 'area' }),
  ],
  figures: {
    kinds: {
      title: { zh: '检查项目', en: 'Checklist items' },
      unit: { zh: '项', en: 'items' },
      better: 'neither',
      counts: { zh: '未停用的检查项目', en: 'Items that are not stopped' },
      form: 'amount',
      measure: (rows) => {
        const used = rows.filter((row) => valueAt(row, 'stopped') !== true);
        return {
          value: rows.length === 0 ? undefined : used.length,
          rows: used.map(({ id }) => id),
        };
      },
    },
  },
  plan: { tasks },
  report: { section: 'safety', sentences: ['现有检查项目{kinds|compared}。'] },
  demo: () =>
    demoChecklists.map(({ name, area, cadence, owner, risk, standard }) => ({
      name,
      area,
      cadence,
      ...(owner === undefined ? {} : { owner }),
      risk,
      standard,
      stopped: false,
    })),
});

/** One line a cadence, with the month's count as its standard: nobody reads sixty lines. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const together = Map.groupBy(checklistOf(rows), ({ cadence }) => cadence);
  return Array.from(together, ([cadence, items]): PlanTask[] => {
    const spans = spansOf(cadence, month, world.calendar);
    const last = spans.at(-1);
    if (!last) return [];
    const [owner, ...others] = new Set(
      items.map((item) => item.owner).filter((name) => name !== ''),
    );
    return [
      {
        key: `checklists-${month.month}-${cadence}`,
        group: 'safety',
        what: `${cadences[cadence].zh}安全检查：${namesOf(items)}`,
        standard: standardOf(cadence, spans.length),
        owner: owner ?? '安全员',
        ...(others.length === 0 ? {} : { assists: others.join('、') }),
        due: cadence === 'preTerm' ? last.to : lastSchoolDay(last, month, world),
      },
    ];
  }).flat();
}

function namesOf(items: readonly ChecklistItem[]): string {
  const names = items.slice(0, 3).map(({ name }) => clip(name, 16));
  return `${names.join('、')}${items.length > 3 ? `等 ${items.length} 项` : ''}`;
}

function standardOf(cadence: Cadence, times: number): string {
  switch (cadence) {
    case 'daily':
      return `全月 ${times} 天，缺 0`;
    case 'weekly':
      return `全月 ${times} 周，缺 0`;
    case 'monthly':
      return '本月查一次，问题当场登记';
    case 'term':
      return '学期结束前查完';
    case 'preTerm':
      return '开学前一周查完，问题开学前改好';
  }
}

/** The last school day of a span within the month, or the last day of the month. */
function lastSchoolDay(
  span: { readonly from: LocalDate; readonly to: LocalDate },
  month: PlanMonth,
  world: World,
): LocalDate {
  const days = daysFrom(month.from, month.to).filter((day) => day >= span.from && day <= span.to);
  return days.findLast((day) => world.calendar.isSchoolDay(day)) ?? month.to;
}
