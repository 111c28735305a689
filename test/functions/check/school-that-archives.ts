import { createArchives } from '#platform/workbook/archives.ts';
import { schoolThatCloses } from './school-that-closes.ts';

const stores = ['settings', 'calendar', 'people', 'places', 'items', 'movements', 'runs'];
const thirteenMonths = 396 * 24 * 3600 * 1000;

/** A school that closed October 2026, which is more than a year ago. */
export async function schoolThatArchives(wanted: readonly string[] = stores) {
  const at = await schoolThatCloses(wanted);
  await at.move('2026-10-05T08:00:00', 'opening', '抽纸', 10);
  const sent = await at.move('2026-10-12T08:00:00', 'in', '拖把', 20);
  await at.move('2026-10-20T08:00:00', 'out', '抽纸', 4);
  await at.post('/check/poll');
  await at.close('2026-10');
  at.clock.advance(thirteenMonths);
  at.anotherCheck();
  await at.post('/check/poll');
  const owner = at.school.google('owner');
  const archiveId = () =>
    createArchives({ ...owner, driveId: at.school.directory.driveId, editors: [] }).find(
      at.school.spreadsheetId('stores'),
      '2026-10',
    );
  return {
    ...at,
    sent,
    archiveId,
    archive: () => at.post('/check/archive'),
    /** 月份, 登记簿, 时间 of the rows that the archive of the stores holds. */
    archived: async (): Promise<readonly string[]> => {
      const id = await archiveId();
      if (id === undefined) return [];
      const { values } = await owner.sheets.values(id, '已结!A2:C');
      return (values ?? []).map((cells) => cells.join(' ')).toSorted();
    },
    /** The same of 已结. */
    closed: async (): Promise<readonly string[]> =>
      (await at.tab('stores', '已结')).map((cells) => cells.slice(0, 3).join(' ')).toSorted(),
    home: async (): Promise<readonly string[]> =>
      (await at.tab('stores', '首页'))
        .map(([title]) => title ?? '')
        .filter((title) => /档案/.test(title)),
  };
}
