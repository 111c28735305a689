import type { Shown } from '#platform/workbook/open-matters.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import type { Finding } from '#schema/finding.ts';
import type { RowId } from '#schema/values.ts';

/** Since when a staff row has stood as it stands. */
interface Rested {
  readonly content: string;
  readonly since: number;
}

/** Remembers when rows changed, to leave those in peace that are being typed. */
export interface Resting {
  /** Notes what a tab holds now. */
  see(tab: TabRead, now: number): void;
  /** Findings as they are to be shown: a row that is being typed and lacks something is only 未填完. */
  soften(findings: readonly Finding[], now: number, restMilliseconds: number): readonly Shown[];
}

/** The rule of the frame that says a row lacks something. */
const incompleteRule = 'required';

/** Rows seen at the very first look count as rested: they may be years old. */
export function createResting(): Resting {
  const rows = new Map<RowId, Rested>();
  const looked = new Set<string>();
  return {
    see: (tab, now) => {
      const firstLook = !looked.has(tab.register.key);
      looked.add(tab.register.key);
      for (const row of tab.sheet) {
        if (row.id === undefined || row.sent !== undefined) continue;
        const content = JSON.stringify([row.values, row.unreadable]);
        if (rows.get(row.id)?.content !== content)
          rows.set(row.id, { content, since: firstLook ? Number.NEGATIVE_INFINITY : now });
      }
    },
    soften: (findings, now, restMilliseconds) => {
      const typing = new Set(
        findings.flatMap(({ row, rule }) => {
          const rested = row === undefined ? undefined : rows.get(row);
          return row !== undefined &&
            rule === incompleteRule &&
            rested &&
            Math.abs(now - rested.since) < restMilliseconds
            ? [row]
            : [];
        }),
      );
      const unfinished = [...typing].flatMap((row): Shown[] => {
        const finding = findings.find(
          (candidate) => candidate.row === row && candidate.rule === incompleteRule,
        );
        return finding ? [{ ...finding, severity: 'unfinished' }] : [];
      });
      return [
        ...findings.filter(({ row }) => row === undefined || !typing.has(row)),
        ...unfinished,
      ];
    },
  };
}
