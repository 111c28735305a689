import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));

const clock = createFakeClock();
let school: School;
let open: (path: string) => Promise<Response>;
let rows: Readonly<Record<'request' | 'order' | 'receipt' | 'movement' | 'alone', RowId>>;

beforeAll(async () => {
  school = await openSchool({ clock, seed: 'chain' });
  const workbooks = school.workbooks();
  const add = async (register: string, values: Readonly<Record<string, string | number>>) => {
    const id = newId();
    await workbooks.submit({ register, id, values });
    return id;
  };
  rows = {
    request: await add('purchaseRequests', {
      asked: '2026-11-02T09:00:00',
      name: 'SG-1102-1 抽纸',
      item: '抽纸 200抽',
      quantity: 60,
      state: 'approved',
    }),
    order: await add('orders', {
      ordered: '2026-11-03',
      name: 'CG-1103-1 抽纸',
      request: 'SG-1102-1 抽纸',
    }),
    receipt: await add('receipts', {
      received: '2026-11-05T10:00:00',
      name: 'YS-1105-1 抽纸',
      order: 'ＣＧ-1103-1 抽纸',
    }),
    movement: await add('movements', {
      happened: '2026-11-05T11:00:00',
      direction: 'in',
      item: '抽纸 200抽',
      quantity: 60,
      receipt: 'YS-1105-1 抽纸',
    }),
    alone: await add('orders', { ordered: '2026-11-04', name: 'CG-1104-1 粉笔', request: '没有' }),
  };
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  const intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets: await loadAssets(),
  });
  const token = encodeURIComponent(links.sign({ kind: 'post' }));
  open = async (path) => intake.request(path.includes('?') ? path : `${path}?t=${token}`);
});

/** The systems that a page about a row shows, in order; the row itself in brackets. */
async function steps(register: string, id: RowId): Promise<string[]> {
  const answer = await open(`/intake/row/${register}/${id}`);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  return [...page.matchAll(/<li( class="self")?[^>]*>\s*<h2>([^<]*)/g)].map(([, self, title]) =>
    self ? `[${title}]` : (title ?? ''),
  );
}

describe('the page about a row', () => {
  it('leads from a purchase request to its order, receipt and movement', async () => {
    expect(await steps('purchaseRequests', rows.request)).toEqual([
      '[申购]',
      '采购订单',
      '到货验收',
      '出入库流水',
    ]);
  });

  it('leads from a movement back to where it began', async () => {
    expect(await steps('movements', rows.movement)).toEqual([
      '申购',
      '采购订单',
      '到货验收',
      '[出入库流水]',
    ]);
  });

  it('says when nothing is linked with it', async () => {
    expect(await steps('orders', rows.alone)).toEqual(['[采购订单]']);
    expect(await (await open(`/intake/row/orders/${rows.alone}`)).text()).toContain(
      '没有别的记录与它相连',
    );
  });

  it('opens each row where it stands now, also after staff have sorted', async () => {
    const page = await (await open(`/intake/row/receipts/${rows.receipt}`)).text();
    const links = [...page.matchAll(/href="([^"]*\/open\/orders\/[^"]*)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(1);
    const before = (await open(links[0] ?? '')).headers.get('location');
    expect(before).toMatch(/#gid=\d+&range=A2$/);
    await school.staff.sort('orders', '采购单', 'DESCENDING');
    clock.advance(5_000);
    const after = (await open(links[0] ?? '')).headers.get('location');
    expect(after).toMatch(/#gid=\d+&range=A3$/);
  });

  it('is not for who holds the link of another row, nor for a row that is gone', async () => {
    const page = await (await open(`/intake/row/receipts/${rows.receipt}`)).text();
    const [, link = ''] = /href="([^"]*\/open\/orders\/[^"]*)"/.exec(page) ?? [];
    const token = /t=([^&"]*)/.exec(link)?.[1] ?? '';
    expect((await open(`/intake/row/orders/${rows.alone}?t=${token}`)).status).toBe(403);
    expect((await open(`/intake/row/orders/${newId()}`)).status).toBe(404);
    expect((await open('/intake/row/orders/not-an-id')).status).toBe(404);
  });
});
