import type { Context, Principal } from '../service.ts';
import type { FileRecord } from '../state.ts';

/** Notes that a file changed, so that `changes.list` names it. */
export function recordChange(context: Context, file: FileRecord, removed = false): void {
  const { changes } = context.state;
  // Taken out first, so that the entries stay in the order of their sequence.
  changes.byFile.delete(file.id);
  changes.byFile.set(file.id, {
    sequence: changes.next,
    fileId: file.id,
    time: context.clock.now().toISOString(),
    removed,
    ...(file.driveId !== undefined && { driveId: file.driveId }),
  });
  changes.next += 1;
}

/** Marks a file as modified by `principal` now, and notes the change. */
export function touch(context: Context, principal: Principal, file: FileRecord): void {
  file.modifiedTime = context.clock.now().toISOString();
  file.lastModifyingUser = principal.email;
  file.version += 1;
  recordChange(context, file);
}
