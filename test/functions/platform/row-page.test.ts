import { describe, expect, it } from 'vitest';
import { createLinks } from '#platform/links/index.ts';
import { createRowPage } from '#platform/row-page.ts';
import { registers } from '#schema/registers/index.ts';
import { rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';

const links = createLinks({
  keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }],
  clock: createFakeClock(),
});
const rowPage = createRowPage({ links, url: 'https://forms.school.example', registers });
const id = rowId.parse('00000000-0000-4000-8000-000000000001');
const pageOf = (key: string): string | undefined => {
  const register = registers.find((one) => one.key === key);
  if (!register) throw new Error(`no register ${key}`);
  return rowPage(register, id);
};

describe('the page about a row', () => {
  it('is behind a link for that row alone', () => {
    const page = new URL(pageOf('orders') ?? '');
    expect(page.href).toContain(`https://forms.school.example/intake/row/orders/${id}?t=`);
    expect(links.verify(page.searchParams.get('t') ?? '')).toEqual({
      ok: true,
      claims: { kind: 'post', registers: ['orders'], row: id },
    });
  });

  it('is there for each link of the chains, and not for lists that rows only name', () => {
    for (const key of ['purchaseRequests', 'quotes', 'receipts', 'movements', 'payments'])
      expect(pageOf(key)).toBeDefined();
    for (const key of ['inspections', 'hazards', 'accidents', 'repairs', 'repairParts'])
      expect(pageOf(key)).toBeDefined();
    for (const key of ['people', 'places', 'items', 'settings'])
      expect(pageOf(key)).toBeUndefined();
  });
});
