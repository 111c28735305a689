import type { Label } from '../language.ts';
import { momentAt, type Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { minutesBetween } from '../time.ts';
import { deadline } from './deadline.ts';

/**
 * Of an accident somebody is told within so many hours (C2b): leaders, parents, the authority.
 *
 * @param happened column with the moment of the accident
 * @param told column with the moment at which they were told
 * @param setting full key of the hours it may take
 * @param whom what is to be done, as “报告领导”
 */
export function toldInTime<const K extends string>(rule: {
  readonly happened: K;
  readonly told: K;
  readonly setting: string;
  readonly whom: Label;
  readonly when: (row: Row) => boolean;
}): Rule<K> {
  const { whom } = rule;
  return deadline({
    from: rule.happened,
    until: rule.told,
    within: (row, world) =>
      rule.when(row) ? { hours: world.settings.number(rule.setting), promise: whom } : undefined,
    message: (_promise, open) =>
      open
        ? { zh: `还没${whom.zh}，请马上报告`, en: `${whom.en}: not yet, do it at once` }
        : { zh: `${whom.zh}晚了，请写明原因`, en: `${whom.en}: late, say why` },
  });
}

/** Whether they were told in their time. */
export function wasToldInTime(
  row: Row,
  columns: { readonly happened: string; readonly told: string },
  hours: number,
  world: World,
): boolean {
  const [from, until] = [momentAt(row, columns.happened), momentAt(row, columns.told)];
  if (from === undefined || until === undefined) return false;
  return minutesBetween(from, until, world.settings.text('timeZone')) <= hours * 60;
}
