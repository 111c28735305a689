import type { Figure, Measured } from '../figure.ts';
import type { Register } from '../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { essence, plain } from '../spelling.ts';
import { dayOf, type LocalDate } from '../values.ts';
import { termNow } from './term-now.ts';

/** The register of targets itself: a target cannot be about the targets. */
const own = 'qualityTargets';

/** A figure of a register. */
export interface NamedFigure {
  readonly register: Register;
  readonly figure: Figure;
}

/**
 * The figure that a target names, as `repairs.onTime` or in the words of the sheet, 报修.承诺兑现率.
 * @returns `off` while its register is switched off, `undefined` when there is no such figure
 */
export function findFigure(world: World): (named: string) => NamedFigure | 'off' | undefined {
  const keys = Array.from(world.settings.declared.keys())
    .filter((key) => key.endsWith('.quietUntil'))
    .map((key) => key.slice(0, -'.quietUntil'.length))
    .filter((key) => key !== own);
  const switchedOn = keys.flatMap((key) => world.register(key) ?? []);
  return (named) => {
    const [of = '', ...rest] = plain(named).split(/[.·:]/);
    const [name, figureName] = [essence(of), essence(rest.join('.'))];
    if (name === '' || figureName === '') return undefined;
    const register = switchedOn.find(
      ({ key, title }) => essence(key) === name || essence(title.zh) === name,
    );
    if (!register) return keys.some((key) => essence(key) === name) ? 'off' : undefined;
    const found = Object.entries(register.figures).find(
      ([key, { title }]) => essence(key) === figureName || essence(title.zh) === figureName,
    );
    return found && { register, figure: found[1] };
  };
}

/** What a target has reached in the present term up to today. */
export interface Reached {
  readonly named: NamedFigure;
  readonly measured: Measured;
  /** `undefined` while nothing was recorded or no target is set. */
  readonly met: boolean | undefined;
}

/** Tells what targets have reached; `undefined` for one whose figure is not known or not measured here. */
export function reachedBy(world: World): (target: Row) => Reached | undefined {
  const find = findFigure(world);
  const from = termNow(world)?.from;
  const known = new Map<Figure, Measured>();
  return (target) => {
    const named = find(textAt(target, 'figure'));
    if (named === undefined || named === 'off' || from === undefined) return undefined;
    const { register, figure } = named;
    const measured =
      known.get(figure) ??
      figure.measure(world.rows(register.key), { from, to: dayOf(world.now) }, world);
    known.set(figure, measured);
    return { named, measured, met: isMet(target, measured) };
  };
}

/** Registers that targets are measured by, and the first day of the term over which they are. */
export function measuredFrom(world: World): ReadonlyMap<string, LocalDate> {
  const find = findFigure(world);
  const from = termNow(world)?.from;
  return new Map(
    world.rows(own).flatMap((target) => {
      const named = find(textAt(target, 'figure'));
      return named === undefined || named === 'off' || from === undefined
        ? []
        : [[named.register.key, from] as const];
    }),
  );
}

function isMet(target: Row, { value }: Measured): boolean | undefined {
  const wanted = numberAt(target, 'target');
  if (value === undefined || wanted === undefined) return undefined;
  return valueAt(target, 'side') === 'atMost' ? value <= wanted : value >= wanted;
}
