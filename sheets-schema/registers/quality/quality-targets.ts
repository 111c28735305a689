import { findFigure, measuredFrom, reachedBy } from '../../calculations/quality-figures.ts';
import { choice, quantity, reference, text } from '../../columns.ts';
import { demoQualityTargets } from '../../demo/quality-targets.ts';
import { listed } from '../../figures/listed.ts';
import { targetsMet } from '../../figures/targets-met.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { Rule, World } from '../../rule.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { clip, written } from '../../wording.ts';

const groups = {
  service: { zh: '服务零投诉', en: 'Zero: service' },
  operation: { zh: '操作零失误', en: 'Zero: operation' },
  equipment: { zh: '设备零故障', en: 'Zero: equipment' },
  safety: { zh: '安全零事故', en: 'Zero: safety' },
  other: { zh: '其他目标', en: 'Other' },
};

const columns = {
  name: text({ zh: '质量目标', en: 'Target' }, { required: true }),
  group: choice({ zh: '类别', en: 'Group' }, groups, { required: true }),
  figure: text(
    { zh: '看哪个数', en: 'Figure' },
    {
      required: true,
      width: 180,
      help: { zh: '表名.指标，如“报修.承诺兑现率”', en: 'As repairs.onTime or 报修.承诺兑现率' },
    },
  ),
  side: choice(
    { zh: '要求', en: 'Wanted' },
    { atLeast: { zh: '不低于', en: 'At least' }, atMost: { zh: '不超过', en: 'At most' } },
    { required: true },
  ),
  target: quantity({ zh: '目标值', en: 'Target value' }, { required: true, min: 0 }),
  evidence: text(
    { zh: '凭什么证明', en: 'Evidence' },
    { required: true, help: { zh: '台帐、记录放在哪里', en: 'The ledger, and where it is kept' } },
  ),
  owner: reference('people', { zh: '责任人', en: 'Owner' }, { required: true }),
  measures: text(
    { zh: '未达标的措施', en: 'Measures' },
    { long: true, help: { zh: '没达到时写怎么改', en: 'When it is missed: what will change' } },
  ),
};

const zeros = Object.keys(groups).filter((group) => group !== 'other');
const isZero = (row: Row): boolean => zeros.includes(textAt(row, 'group'));

/** Each of the four zeros has at least one target, once any is set. */
const zeroWithoutTarget: Rule<'group'> = {
  key: 'zero-without-target',
  columns: ['group'],
  reads: [],
  catches: { zh: '四个零有的没定目标', en: 'A zero without a target' },
  check: (register, rows) =>
    rows.some((row) => textAt(row, 'group') !== '')
      ? Object.entries(groups)
          .filter(
            ([group]) => group !== 'other' && !rows.some((row) => textAt(row, 'group') === group),
          )
          .map(([group, { zh, en }]) => ({
            register: register.key,
            rule: 'zero-without-target',
            severity: 'look',
            about: group,
            message: { zh: `“${zh}”还没定目标，请补一项`, en: `${en} has no target: set one` },
          }))
      : [],
};

/**
 * 质量目标 Quality targets (J; R3: 服务、操作、设备、安全四个零): after GB/T 19001—2016 (ISO 9001) 6.2 a target can be
 * measured, and 10.2 a target that was missed has its measures. Each names a figure of a register, so that its
 * evidence can be followed to the rows.
 */
export const qualityTargets = defineRegister({
  key: 'qualityTargets',
  title: { zh: '质量目标', en: 'Quality targets' },
  purpose: {
    zh: '四个零和其他目标：看哪个数、到多少、没达到怎么改',
    en: 'The four zeros and other targets: which figure, how much, what follows when missed',
  },
  workbook: 'people',
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    preparedRowRule<typeof columns>({
      key: 'unknown-figure',
      columns: ['figure'],
      catches: { zh: '没有这个指标', en: 'No such figure' },
      finds: (world) => {
        const find = findFigure(world);
        return (row) => {
          const said = row.values.figure;
          const found = said === undefined ? 'off' : find(said);
          if (said === undefined || (found !== undefined && found !== 'off')) return undefined;
          return found === 'off'
            ? {
                column: 'figure',
                severity: 'look',
                message: {
                  zh: '这张表停用了，请换一个指标',
                  en: 'Its register is switched off: choose another figure',
                },
              }
            : {
                column: 'figure',
                severity: 'must',
                message: {
                  zh: `没有“${clip(said, 12)}”，请写 表名.指标`,
                  en: `No figure “${clip(said, 30)}”: write register.figure`,
                },
              };
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'missed',
      columns: ['figure', 'side', 'target', 'measures'],
      catches: { zh: '没达到目标，也没有措施', en: 'Missed, and without measures' },
      finds: (world) => {
        const reached = reachedBy(world);
        return (row) => {
          if (textAt(row, 'measures').trim() !== '') return undefined;
          const now = reached(row);
          if (now?.met !== false) return undefined;
          const value = written(Math.round((now.measured.value ?? 0) * 10) / 10);
          return {
            column: 'measures',
            severity: 'must',
            message: {
              zh: `现在${value}，目标${written(row.values.target ?? 0)}，请写措施`,
              en: `${value} now, ${row.values.target ?? 0} wanted: say what will change`,
            },
          };
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'unmeasured',
      columns: ['figure', 'target'],
      catches: { zh: '目标背后没有登记', en: 'A target without any record behind it' },
      finds: (world) => {
        const reached = reachedBy(world);
        return (row) => {
          const now = reached(row);
          return now !== undefined && now.measured.value === undefined
            ? {
                column: 'figure',
                severity: 'look',
                message: {
                  zh: `本学期“${clip(now.named.register.title.zh, 8)}”没有登记，请补`,
                  en: `Nothing recorded in ${now.named.register.title.en} this term`,
                },
              }
            : undefined;
        };
      },
    }),
    zeroWithoutTarget,
  ],
  figures: {
    targets: listed({
      title: { zh: '质量目标', en: 'Targets' },
      unit: { zh: '项', en: 'targets' },
      counts: { zh: '定下的质量目标', en: 'Targets that were set' },
    }),
    met: targetsMet({
      title: { zh: '质量目标达成率', en: 'Targets met' },
      counts: { zh: '本学期有登记的目标中达到的', en: 'Of those with a value this term, met' },
      target: 90,
    }),
    zerosMet: targetsMet({
      title: { zh: '四个零达成率', en: 'Zeros met' },
      counts: { zh: '服务、操作、设备、安全目标中达到的', en: 'Of the four zeros, met' },
      among: isZero,
    }),
  },
  needs: measuredFrom,
  plan: { tasks: missedTasks },
  report: {
    section: 'people',
    sentences: ['定质量目标{targets}，达成率{met}，其中四个零达成率{zerosMet}。'],
    indicators: ['met'],
    shortcomings: {
      met: {
        says: '质量目标没有全部达成',
        effect: '有的工作离要求还有差距',
        measure: '没达到的目标逐项定措施、定责任人，每月看一次数',
      },
    },
  },
  print: { signatures: [{ zh: '后勤主任', en: 'Director' }] },
  demo: demoQualityTargets,
});

/** The measures of each target that is missed at present. */
function missedTasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const reached = reachedBy(world);
  return rows
    .filter((row) => valueAt(row, 'name') !== undefined && reached(row)?.met === false)
    .map((row) => ({
      key: `qualityTargets-${row.id}-${month.month}`,
      group: 'people',
      what: `质量目标“${clip(textAt(row, 'name'), 12)}”未达标，落实措施`,
      standard: clip(textAt(row, 'measures'), 30) || '先查原因、写措施，月底再看一次',
      owner: textAt(row, 'owner') || '后勤主任',
      due: month.to,
    }));
}
