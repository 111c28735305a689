import { findAll } from '../find-all.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import type { Row } from '../row.ts';
import type { Due, World } from '../rule.ts';
import type { LocalDateTime } from '../values.ts';

/** `late`: past its promise; `must`: to be mended; `today`: due today; `look`: to be looked at. */
export type Urgency = 'late' | 'must' | 'today' | 'look';

const urgencies: readonly Urgency[] = ['late', 'must', 'today', 'look'];

/** What is open about one row, or about a register as a whole: one line of a reminder. */
export interface Matter {
  readonly register: Register;
  readonly row?: Row;
  readonly urgency: Urgency;
  /** The gravest thing first; the others are counted. */
  readonly message: Label;
  readonly more: number;
  /** The gravest finding's column, when it stands in one. */
  readonly column?: string;
  /** From when those above the team are told; absent when nothing was promised. */
  readonly tellAbove?: LocalDateTime;
}

/** Everything that is open now: findings and what falls due today, one matter a row, the most urgent first. */
export function openMatters(
  registers: readonly Register[],
  world: World,
  isAccepted: (finding: Finding) => boolean = () => false,
): readonly Matter[] {
  const findings = findAll(registers, world).filter((finding) => !isAccepted(finding));
  const byRegister = Map.groupBy(findings, ({ register }) => register);
  const matters = registers.flatMap((register) =>
    mattersOf(register, byRegister.get(register.key) ?? [], world),
  );
  return matters.toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ urgency }: Matter): number => urgencies.indexOf(urgency);

function mattersOf(
  register: Register,
  findings: readonly Finding[],
  world: World,
): readonly Matter[] {
  const byRow = Map.groupBy(findings, ({ row }) => row);
  const whole = (byRow.get(undefined) ?? []).map(
    (finding): Matter => ({
      register,
      urgency: finding.severity,
      message: finding.message,
      more: 0,
    }),
  );
  const promising = register.rules.flatMap((rule) => rule.due?.bind(rule) ?? []);
  const ofRows = world
    .rows(register.key)
    .flatMap((row) => matterOf(register, row, byRow.get(row.id) ?? [], dues(row)));
  return [...ofRows, ...whole];

  function dues(row: Row): readonly Due[] {
    return promising.flatMap((due) => due(row, world) ?? []);
  }

  function matterOf(
    of: Register,
    row: Row,
    found: readonly Finding[],
    promised: readonly Due[],
  ): readonly Matter[] {
    const [first] = promised.toSorted((one, other) => (one.at < other.at ? -1 : 1));
    const [gravest, ...others] = found.toSorted((one, other) => weight(one) - weight(other));
    const isToday = first !== undefined && first.at.slice(0, 10) === world.now.slice(0, 10);
    const isLate = first !== undefined && first.at < world.now;
    const tellAbove = first && { tellAbove: first.tellAbove ?? first.at };
    if (gravest)
      return [
        {
          register: of,
          row,
          urgency: isLate
            ? 'late'
            : isToday && gravest.severity === 'look'
              ? 'today'
              : gravest.severity,
          message: gravest.message,
          more: others.length,
          ...(gravest.column === undefined ? {} : { column: gravest.column }),
          ...tellAbove,
        },
      ];
    if (!isToday) return [];
    return [{ register: of, row, urgency: 'today', message: first.what, more: 0, ...tellAbove }];
  }
}

/** What a promise broke counts before what is merely missing. */
function weight({ severity, rule }: Finding): number {
  return (severity === 'must' ? 0 : 2) + (rule.startsWith('deadline-') ? 0 : 1);
}
