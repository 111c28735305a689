import { pastClosing, type Stay, staysOf } from '../calculations/gate-stays.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Row } from '../row.ts';
import type { Rule, World } from '../rule.ts';

/**
 * Whoever came in is out again by closing, by their own row or by 离校登记 (R3: 来访登记，有进有出).
 *
 * @param arrived column with the moment of arrival
 * @param left column with the moment of leaving, where the finding stands
 * @param closing time of day at which the gate closes, as `18:30`
 * @param isStay whether a row is somebody's stay at all; every row when absent
 */
export function leftInside<const K extends string>(rule: {
  readonly arrived: K;
  readonly left: K;
  readonly closing: (world: World) => string;
  readonly isStay?: (row: Row) => boolean;
  readonly message: Label;
}): Rule<K> {
  return gateRule({
    key: 'left-inside',
    columns: [rule.left, rule.arrived],
    catches: { zh: '关门时没有离校登记', en: 'Not out by closing' },
    finds: (stay, world) =>
      (rule.isStay?.(stay.row) ?? true) && pastClosing(stay, rule.closing(world), world)
        ? { column: rule.left, severity: 'must', message: rule.message }
        : undefined,
  });
}

/** What was handed over at the gate is handed back when the visitor leaves: badge or document. */
export function handedBack<const K extends string>(rule: {
  readonly given: K;
  readonly back: K;
  readonly isGiven: (stay: Stay) => boolean;
  readonly isBack: (stay: Stay) => boolean | undefined;
  readonly message: Label;
}): Rule<K> {
  return gateRule({
    key: `handed-back-${rule.given}`,
    columns: [rule.back, rule.given],
    catches: { zh: '离校时没有交还', en: 'Not handed back on leaving' },
    finds: (stay) =>
      stay.left !== '' && rule.isGiven(stay) && rule.isBack(stay) !== true
        ? { column: rule.back, severity: 'must', message: rule.message }
        : undefined,
  });
}

function gateRule<const K extends string>(rule: {
  readonly key: string;
  readonly columns: readonly K[];
  readonly catches: Label;
  readonly finds: (
    stay: Stay,
    world: World,
  ) => Omit<Finding, 'register' | 'rule' | 'row'> | undefined;
}): Rule<K> {
  return {
    key: rule.key,
    columns: rule.columns,
    reads: ['departures'],
    catches: rule.catches,
    check: (register, rows, world) => {
      const { stays } = staysOf(rows, world);
      return rows.flatMap((row): Finding[] => {
        const stay = stays.get(row.id);
        const found = stay && rule.finds(stay, world);
        return found ? [{ ...found, register: register.key, rule: rule.key, row: row.id }] : [];
      });
    },
  };
}
