import type { RowId } from '#schema/values.ts';
import { fingerprint } from './fingerprint.ts';
import { type MatterLine, matterText, outdated } from './matter-lines.ts';
import type { TabRead } from './read-tabs.ts';

/** Whether a finding is accepted, and what 待办 is to say of it. */
export interface Acceptance {
  readonly isAccepted: boolean;
  /** What stands in 接受时. */
  readonly accepted: string;
  /** The reason that held until the row was changed; shown, so that nobody has to remember it. */
  readonly earlier: string;
  /** A reason that no longer holds: to be taken away, if it still stands there. */
  readonly outdatedReason?: string;
}

/**
 * A finding is accepted by whoever types a reason beside it, and stays so while its row stays as it was then. Of a row
 * that changed the reason is taken away, and must be given again.
 *
 * @param now how the row stands, as {@link rowFingerprint}; asked only when somebody gave a reason
 */
export function acceptance(line: MatterLine | undefined, now: () => string): Acceptance {
  const reason = matterText(line, 'reason');
  const accepted = matterText(line, 'accepted');
  const earlier = matterText(line, 'earlier');
  if (reason === '') return { isAccepted: false, accepted: '', earlier };
  if (accepted === outdated && reason === earlier)
    return { isAccepted: false, accepted, earlier, outdatedReason: reason };
  const standing = now();
  const isNew = accepted === '' || accepted === outdated;
  return isNew || accepted === standing
    ? { isAccepted: true, accepted: standing, earlier: '' }
    : { isAccepted: false, accepted: outdated, earlier: reason, outdatedReason: reason };
}

/** How a row stands: what people typed in it, not what the functions fill in. Of a register as a whole always the same. */
export function rowFingerprint(tab: TabRead | undefined, row: RowId | undefined): string {
  const found = row === undefined ? undefined : tab?.identified.numbered.get(row);
  if (!tab || !found) return 'whole';
  const isTyped = (key: string): boolean => tab.register.columns[key]?.filledByCode !== true;
  const values = Object.entries(found.values).filter(([key]) => isTyped(key));
  const unreadable = found.unreadable.map(({ column, shown }) => [`?${column}`, shown]);
  return fingerprint(Object.fromEntries([...values, ...unreadable]));
}
