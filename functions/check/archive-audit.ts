import type { Audit } from '#platform/audit/index.ts';
import { plusMonths } from '#schema/time.ts';
import type { NightOutcome } from './night-work.ts';

/** A night moves so many months at most: each is read twice. */
const mostMonthsANight = 3;

/**
 * Moves months of the audit that are past their age from spreadsheets into compressed files, the oldest first.
 *
 * @param month this month, `YYYY-MM`
 * @param kept how many whole months before it stay in spreadsheets
 */
export async function archiveAudit(
  audit: Pick<Audit, 'inSpreadsheets' | 'move'>,
  month: string,
  kept: number,
  prolong: () => Promise<void>,
): Promise<NightOutcome> {
  const firstKept = plusMonths(month, -Math.max(0, Math.ceil(kept)));
  const problems: string[] = [];
  let wrote = 0;
  for (const old of (await audit.inSpreadsheets()).filter((one) => one < firstKept)) {
    if (wrote === mostMonthsANight) break;
    await prolong();
    const moved = await audit.move(old, prolong);
    if (moved.outcome === 'moved') wrote += 1;
    else if (moved.outcome === 'broken')
      problems.push(
        `审计 ${old} 的“${moved.tab}”第 ${moved.line} 行被改动过，没有压缩，请看它的版本记录`,
      );
    else problems.push(`审计 ${old} 的压缩文件读回来不一样，表格没有删，明晚再试`);
  }
  return { wrote, problems };
}
