import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '#platform/audit/index.ts';
import { schoolThatCloses } from './school-that-closes.ts';

const stores = ['settings', 'calendar', 'people', 'places', 'items', 'movements', 'runs'];
let at: Awaited<ReturnType<typeof schoolThatCloses>>;

beforeEach(async () => {
  at = await schoolThatCloses(stores);
  await at.move('2026-10-05T08:00:00', 'opening', '抽纸', 10);
  await at.post('/check/poll');
});

const name = () => `snapshots/${at.school.spreadsheetId('stores')}.json.gz`;

/** What the check saw last, as the bucket keeps it. */
const seenLast = () => at.school.google('service:check').storage.read('houqin-test', name());

/** As if whoever wrote since had died before it kept what it saw. */
async function putBack(seen: Awaited<ReturnType<typeof seenLast>>): Promise<void> {
  const { storage } = at.school.google('service:check');
  await storage.write('houqin-test', name(), seen?.bytes ?? new Uint8Array(), {
    contentType: 'application/gzip',
  });
}

/** Rows of the ledger of which the audit says that they were deleted. */
async function deletions(): Promise<readonly string[]> {
  const audit = createAudit({
    ...at.school.google('service:check'),
    bucket: 'houqin-test',
    driveId: at.school.directory.auditDriveId ?? '',
  });
  const { lines, brokenAt } = await audit.read('stores', '2026-11');
  expect(brokenAt).toBeUndefined();
  return lines.flatMap(({ what, register, row }) =>
    what === 'deleted' && register === 'movements' ? [row] : [],
  );
}

describe('the audit of a month that is closed', () => {
  it('tells of no deletion when the last look had told of rows and not kept what it saw', async () => {
    const before = await seenLast();
    await at.move('2026-10-12T08:00:00', 'in', '抽纸', 20);
    await at.post('/check/poll');
    await putBack(before);
    at.anotherCheck();
    expect(await at.close('2026-10')).toMatchObject({ body: { outcome: 'closed', rows: 2 } });
    at.anotherCheck();
    await at.post('/check/poll');
    expect(await deletions()).toEqual([]);
  });

  it('tells of none when whoever closed it died before it could forget the rows', async () => {
    const before = await seenLast();
    await at.close('2026-10');
    await putBack(before);
    at.anotherCheck();
    await at.post('/check/poll');
    expect(await at.ledger()).toEqual(['opening 10']);
    expect(await deletions()).toEqual([]);
  });

  it('still tells of a row that staff deleted, also of one that was brought back before', async () => {
    await at.close('2026-10');
    await at.reopen('2026-10');
    const [row] = await at.read('movements');
    await at.school.staff.deleteRow('movements', 1);
    await at.post('/check/poll');
    expect(await deletions()).toContain(row?.id);
  });
});
