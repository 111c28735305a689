import { nameAt, rowsByName } from '../../calculations/named-rows.ts';
import { namesIn } from '../../calculations/project-progress.ts';
import { date, quantity, reference, text } from '../../columns.ts';
import { demoProjectProgress } from '../../demo/projects.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { notBeyond } from '../../rules/not-beyond.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { together } from '../../rules/together.ts';
import { plain } from '../../spelling.ts';
import { localDate } from '../../values.ts';
import { clip, monthAndDay, written } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  project: reference('projects', { zh: '专项', en: 'Project' }, { required: true }),
  building: text({ zh: '楼栋', en: 'Building' }, { required: true }),
  done: quantity(
    { zh: '做了多少', en: 'Done' },
    { required: true, whole: true, min: 0, help: { zh: '只填这一次的', en: 'This time alone' } },
  ),
  item: reference(
    'items',
    { zh: '所用配件', en: 'Part' },
    { help: { zh: '主要的一样', en: 'The main one' } },
  ),
  used: quantity({ zh: '配件用量', en: 'Parts used' }, { min: 0 }),
  issue: text(
    { zh: '领料说明', en: 'Issued as' },
    { help: { zh: '出库单或申领单', en: 'The issue slip or requisition' } },
  ),
  by: reference('people', { zh: '施工人', en: 'By' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** 整治进度 Progress of projects (D; R1): what was done in which building, with the parts that it took. */
export const projectProgress = defineRegister({
  key: 'projectProgress',
  title: { zh: '整治进度', en: 'Project progress' },
  purpose: {
    zh: '专项做到哪栋楼、做了多少、用了多少配件',
    en: 'What was done of a project, in which building, with which parts',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  form: {
    audience: 'staff',
    intro: { zh: '做完一栋或收工时填一次。', en: 'Once a building or at the end of a day.' },
    asks: ['day', 'project', 'building', 'done', 'item', 'used', 'issue', 'by', 'note'],
    example: {
      day: localDate.parse('2026-11-23'),
      project: '全校照明换灯管',
      building: '图书馆',
      done: 6,
      item: 'LED灯管 T8 16W 1.2m',
      used: 6,
      by: '刘海峰',
    },
  },
  rules: [
    notBeyond({
      link: 'project',
      to: 'projects',
      at: 'done',
      amounts: () => (row) => numberAt(row, 'done'),
      allowed: () => (project) => numberAt(project, 'scope'),
      message: (_row, sum, scope) => ({
        zh: `总数${written(scope)}，已做${written(sum)}，请核对数量`,
        en: `${sum} done of a scope of ${scope}: check it`,
      }),
    }),
    preparedRowRule<typeof columns>({
      key: 'elsewhere',
      columns: ['project', 'building'],
      reads: ['projects'],
      catches: { zh: '楼栋不在专项里', en: 'A building that the project does not name' },
      finds: (world) => {
        const projects = rowsByName(world, 'projects');
        return (row) => {
          const project = projects.get(nameAt(row, 'project'));
          const building = plain(textAt(row, 'building'));
          if (!project || building === '') return undefined;
          const named = namesIn(textAt(project, 'buildings'));
          return named.length === 0 || named.includes(building)
            ? undefined
            : {
                column: 'building',
                severity: 'must',
                message: {
                  zh: `专项里没有“${clip(building, 8)}”，请核对楼栋`,
                  en: `The project does not name ${building}: check it`,
                },
              };
        };
      },
    }),
    preparedRowRule<typeof columns>({
      key: 'outside',
      columns: ['project', 'day'],
      reads: ['projects'],
      catches: { zh: '日期不在专项期间', en: 'Before the project began or after it was done' },
      finds: (world) => {
        const projects = rowsByName(world, 'projects');
        return (row) => {
          const project = projects.get(nameAt(row, 'project'));
          const { day } = row.values;
          if (!project || day === undefined) return undefined;
          const [started, ended] = [textAt(project, 'started'), textAt(project, 'doneOn')];
          if (day >= started && (ended === '' || day <= ended)) return undefined;
          return {
            column: 'day',
            severity: 'look',
            message:
              day < started
                ? {
                    zh: `专项${monthAndDay(started)}才开始，请核对日期`,
                    en: `The project began on ${started}: check the day`,
                  }
                : {
                    zh: `专项${monthAndDay(ended)}已完成，请核对日期`,
                    en: `The project was done on ${ended}: check the day`,
                  },
          };
        };
      },
    }),
    together({ given: 'item', needs: 'used' }),
    rowRule<typeof columns>({
      key: 'parts-differ',
      columns: ['done', 'item', 'used'],
      catches: { zh: '做的数和配件数对不上', en: 'Pieces done and parts used differ' },
      finds: ({ values: { done, item, used } }) =>
        item !== undefined && done !== undefined && used !== undefined && done !== used
          ? {
              column: 'used',
              severity: 'look',
              message: {
                zh: `做了${written(done)}，配件用${written(used)}，请核对`,
                en: `${done} done with ${used} parts: check both`,
              },
            }
          : undefined,
    }),
  ],
  figures: {
    done: total({
      title: { zh: '专项整治完成', en: 'Done in projects' },
      unit: { zh: '处', en: 'pieces' },
      counts: { zh: '期内各专项完成数之和', en: 'What was done in the period, all projects' },
      better: 'higher',
      happened: 'day',
      amounts: () => (row) => numberAt(row, 'done'),
    }),
    entries: count({
      title: { zh: '整治进度登记', en: 'Entries' },
      unit: { zh: '次', en: 'entries' },
      counts: { zh: '期内的进度登记', en: 'Entries of the period' },
      happened: 'day',
    }),
  },
  breakdowns: {
    byProject: splitBy({
      title: { zh: '各专项完成', en: 'Done by project' },
      unit: { zh: '处', en: 'pieces' },
      happened: 'day',
      names: () => (row) => textAt(row, 'project'),
      amounts: () => (row) => numberAt(row, 'done'),
    }),
  },
  report: { section: 'repairs', sentences: ['专项整治共完成{done|compared}。'] },
  demo: demoProjectProgress,
});
