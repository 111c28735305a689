import { meterUse } from '../calculations/meter-use.ts';
import { nameAt, nameKey } from '../calculations/named-rows.ts';
import type { Breakdown, Figure, Period } from '../figure.ts';
import type { Label } from '../language.ts';
import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';

type Kind = 'water' | 'power' | 'gas' | 'heat';

/** What the meters of a kind counted in a period, times their factor, by reading. */
function usesOf(rows: readonly Row[], period: Period, world: World, kind: Kind) {
  const meters = new Map(
    world
      .rows('meters')
      .filter((meter) => textAt(meter, 'kind') === kind)
      .map((meter) => [nameAt(meter, 'name'), meter]),
  );
  return meterUse(rows, { of: 'meter', at: 'at', reading: 'reading' }).flatMap(
    ({ row, meter, day, use }) => {
      const known = meters.get(nameKey(meter));
      if (!known || day < period.from || day > period.to) return [];
      return [{ row, meter: known, use: use * (numberAt(known, 'factor') ?? 1) }];
    },
  );
}

const isMain = (meter: Row): boolean => valueAt(meter, 'main') === true;

function mainUse(rows: readonly Row[], period: Period, world: World, kind: Kind) {
  const uses = usesOf(rows, period, world, kind).filter(({ meter }) => isMain(meter));
  return {
    rows: uses.map(({ row }) => row.id),
    use: uses.length === 0 ? undefined : uses.reduce((sum, { use }) => sum + use, 0),
  };
}

/** What the main meters of a kind counted in a period; a reading in the morning tells of the day before. */
export function usedOfKind(kind: Kind, title: Label, unit: Label): Figure {
  return {
    title,
    unit,
    counts: { zh: '期内总表相邻读数之差乘倍率', en: 'Between readings of the main meters' },
    better: 'lower',
    form: 'amount',
    measure: (rows, period, world) => {
      const { rows: behind, use } = mainUse(rows, period, world, kind);
      return { value: use === undefined ? undefined : Math.round(use), rows: behind };
    },
  };
}

/** What a pupil used of a kind in a period, by the number of pupils in the settings. */
export function usedPerHead(kind: Kind, title: Label, unit: Label): Figure {
  return {
    title,
    unit,
    counts: { zh: '期内总表用量除以学生人数', en: 'Use of the main meters by pupils' },
    better: 'lower',
    form: 'amount',
    measure: (rows, period, world) => {
      const { rows: behind, use } = mainUse(rows, period, world, kind);
      const pupils = world.settings.number('students');
      return {
        value:
          use === undefined || pupils <= 0 ? undefined : Math.round((use / pupils) * 100) / 100,
        rows: behind,
      };
    },
  };
}

/** What each meter that is no main meter counted in a period. */
export function splitUse(kind: 'water' | 'power'): Breakdown {
  return {
    title:
      kind === 'water'
        ? { zh: '各处用水', en: 'Water by meter' }
        : { zh: '各处用电', en: 'Power by meter' },
    unit: kind === 'water' ? { zh: '吨', en: 't' } : { zh: '度', en: 'kWh' },
    split: (rows, period, world) => {
      const uses = usesOf(rows, period, world, kind).filter(({ meter }) => !isMain(meter));
      const meters = Map.groupBy(uses, ({ meter }) => textAt(meter, 'name').trim());
      return [...meters]
        .map(([name, own]) => ({
          name,
          value: Math.round(own.reduce((sum, { use }) => sum + use, 0)),
        }))
        .toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
    },
  };
}
