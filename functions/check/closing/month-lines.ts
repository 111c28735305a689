import { balanceKind } from '#platform/workbook/balance-lines.ts';
import type { ItemMonth } from '#platform/workbook/carried-ledger.ts';
import {
  type ClosingLine,
  closingKind,
  closingStates,
  linesDigest,
} from '#platform/workbook/closing-lines.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysOfMonth } from '#schema/time.ts';

const lists: Readonly<Record<string, string>> = {
  items: '按物品',
  places: '按地点',
  people: '按人员',
};

/** What a closed month came to in one workbook, as 月结 says it: the line that says that it is closed comes first. */
export function monthLines(
  month: string,
  said: {
    readonly registers: readonly Register[];
    /** All registers as they were before the month was taken out. */
    readonly world: World;
    readonly closed: ReadonlyMap<string, readonly Row[]>;
    readonly ledger: readonly ItemMonth[];
    readonly findings: readonly Finding[];
    readonly reason: string;
    readonly rowsDigest: string;
  },
): readonly ClosingLine[] {
  const { registers, world, closed, ledger, findings, reason, rowsDigest } = said;
  const period = daysOfMonth(month);
  const lines = registers.flatMap((register): ClosingLine[] => {
    const rows = closed.get(register.key) ?? [];
    const all = world.rows(register.key);
    if (all.length === 0 && rows.length === 0) return [];
    const line = (kind: string, name: string, rest: Partial<ClosingLine>): ClosingLine => ({
      month,
      register: register.title.zh,
      kind,
      name,
      mark: [register.key, kind, name].join('|'),
      ...rest,
    });
    return [
      line('行数', '已结', { value: rows.length, unit: '行' }),
      ...Object.entries(register.figures).flatMap(([key, figure]) => {
        const { value } = figure.measure(all, period, world);
        if (value === undefined) return [];
        const mark = [register.key, '指标', key].join('|');
        return [line('指标', figure.title.zh, { value, unit: figure.unit.zh, mark })];
      }),
      ...Object.entries(register.breakdowns ?? {}).flatMap(([key, { title, unit, split }]) =>
        split(all, period, world).map(({ name, value }) =>
          line(title.zh, name, {
            value,
            unit: unit.zh,
            mark: [register.key, '分布', key, name].join('|'),
          }),
        ),
      ),
      ...countedBy(register, rows).map(([kind, name, value]) =>
        line(kind, name, { value, unit: '条' }),
      ),
    ];
  });
  const balances = ledger.map(
    ({ item, unit, price, handledBy, ...moved }): ClosingLine => ({
      month,
      register: '出入库流水',
      kind: balanceKind,
      name: item,
      mark: `movements|${balanceKind}|${item}`,
      unit,
      ...moved,
      ...(price !== undefined && { value: price }),
      ...(handledBy !== undefined && { note: handledBy }),
    }),
  );
  const problems = findings.map(
    (finding): ClosingLine => ({
      month,
      register: registers.find(({ key }) => key === finding.register)?.title.zh ?? '',
      kind: '未改问题',
      name: finding.message.zh,
      note: reason,
      mark: `finding|${findingKey(finding)}`,
    }),
  );
  const all = [...balances, ...lines, ...problems];
  const count = [...closed.values()].reduce((sum, rows) => sum + rows.length, 0);
  return [
    {
      ...stateLine(month, 'closed', reason),
      value: count,
      unit: '行',
      check: `${rowsDigest} ${linesDigest(all)}`,
    },
    ...all,
  ];
}

/** The line that says how the closing of a month stands. */
export function stateLine(
  month: string,
  state: keyof typeof closingStates,
  reason: string,
): ClosingLine {
  return {
    month,
    kind: closingKind,
    name: closingStates[state],
    note: reason,
    mark: closingKind,
  };
}

function countedBy(
  { columns }: Register,
  rows: readonly Row[],
): readonly (readonly [string, string, number])[] {
  return Object.entries(lists).flatMap(([list, kind]) => {
    const names = Object.entries(columns).flatMap(([name, column]) =>
      column.kind === 'reference' && column.to === list && !column.personal ? [name] : [],
    );
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const said of new Set(names.map((name) => textAt(row, name).trim())))
        if (said !== '') counts.set(said, (counts.get(said) ?? 0) + 1);
    return [...counts].map(([name, count]) => [kind, name, count] as const);
  });
}
