import { findBacking } from '../calculations/backing.ts';
import type { Finding } from '../finding.ts';
import { numberAt, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip, monthAndDay } from '../wording.ts';

/** Registers that points may rest on, by key; or paper, with a photo of it. */
export const pointSources = {
  inspections: { zh: '检查记录', en: 'Inspections' },
  dormChecks: { zh: '寝室检查', en: 'Dorm checks' },
  hazards: { zh: '隐患整改', en: 'Hazards' },
  cleaning: { zh: '卫生检查', en: 'Cleaning' },
  patrols: { zh: '巡逻', en: 'Patrols' },
  doors: { zh: '门岗检查', en: 'Doors' },
  electricity: { zh: '用电检查', en: 'Electricity' },
  roster: { zh: '值班表', en: 'Roster' },
  opinions: { zh: '意见投诉', en: 'Opinions' },
  lostAndFound: { zh: '失物招领', en: 'Lost and found' },
  accidents: { zh: '安全事故', en: 'Accidents' },
  paper: { zh: '纸质记录', en: 'Paper' },
};

/** Why points have no record behind them, if they have none. */
export function lackOfRecord(
  world: World,
): (row: Row) => Omit<Finding, 'register' | 'rule' | 'row'> | undefined {
  const find = findBacking(world);
  return (row) => {
    const [source, day, words] = ['source', 'recordDay', 'record'].map((name) => textAt(row, name));
    if (source === undefined || source === '') return undefined;
    if (source === 'paper')
      return textAt(row, 'photo') === ''
        ? {
            column: 'photo',
            severity: 'must',
            message: { zh: '依据是纸质记录，请附照片', en: 'It rests on paper: add a photo' },
          }
        : undefined;
    if (!day || !words)
      return {
        column: day ? 'record' : 'recordDay',
        severity: 'must',
        message: { zh: '没有依据，请填记录日期和内容', en: 'No record: fill in its day and words' },
      };
    const title = Object.entries(pointSources).find(([key]) => key === source)?.[1] ?? {
      zh: '',
      en: '',
    };
    return find({ register: source, day, words }) === 'none'
      ? {
          column: 'record',
          severity: 'must',
          message: {
            zh: `${title.zh}${monthAndDay(day)}没有“${clip(words, 8)}”，请核对`,
            en: `${title.en} has no such row on ${day}: check`,
          },
        }
      : undefined;
  };
}

export const recordBehind: Rule<'source' | 'recordDay' | 'record' | 'photo'> = {
  key: 'no-record',
  columns: ['source', 'recordDay', 'record', 'photo'],
  reads: Object.keys(pointSources).filter((key) => key !== 'paper'),
  catches: { zh: '打了分，没有记录', en: 'Points with no record behind them' },
  check: (register, rows, world) => {
    const lackOf = lackOfRecord(world);
    return rows.flatMap((row): Finding[] => {
      const lack = lackOf(row);
      return lack ? [{ ...lack, register: register.key, rule: 'no-record', row: row.id }] : [];
    });
  },
};

/** Points are those of the clause, rewards above and deductions below nothing, unless a reason says why not. */
export const byClause: Rule<'clause' | 'points' | 'reason'> = {
  key: 'by-clause',
  columns: ['clause', 'points', 'reason'],
  reads: ['appraisalRules'],
  catches: { zh: '分数与细则不同', en: 'Points that differ from the clause' },
  check: (register, rows, world) => {
    const clauses = new Map(
      world.rows('appraisalRules').map((row) => {
        const sign = textAt(row, 'kind') === 'deduction' ? -1 : 1;
        return [plain(textAt(row, 'name')), sign * (numberAt(row, 'points') ?? 0)] as const;
      }),
    );
    return rows.flatMap((row): Finding[] => {
      const asked = clauses.get(plain(textAt(row, 'clause')));
      const given = numberAt(row, 'points');
      if (
        asked === undefined ||
        given === undefined ||
        given === asked ||
        textAt(row, 'reason') !== ''
      )
        return [];
      return [
        {
          register: register.key,
          rule: 'by-clause',
          row: row.id,
          column: 'points',
          severity: 'must',
          message: {
            zh: `细则是 ${asked} 分，请改分数或写说明`,
            en: `The clause says ${asked}: change it, or say why`,
          },
        },
      ];
    });
  },
};
