import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startGoogle } from './start-google.ts';
import { startProduct } from './start-product.ts';
import { post, postUntilTaken } from './submit.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const repair = (fault: string) => ({
  id: crypto.randomUUID(),
  values: { place: '教学楼 A201', fault, urgent: 'normal' },
});

describe('the product is started again', () => {
  it('after kill -9 of everything, on the same state: what was answered is there', async () => {
    const first = await startProduct();
    const sent = repair('断电前报的修');
    expect((await post(first.api('repairs'), sent)).status).toBe(201);
    await first.killAll();
    const second = await startProduct({ state: first.state });
    stops.push(second.stop);
    expect(second.spreadsheetId('service')).toBe(first.spreadsheetId('service'));
    expect((await postUntilTaken(second.api('repairs'), sent)).status).toBe(200);
  });

  it('on a Google that runs elsewhere and answers faults: it finds its workbooks and works', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'houqin-'));
    const google = await startGoogle(folder);
    stops.push(google.stop);
    const environment = { GOOGLE_API_ROOT: google.url };
    const first = await startProduct({ state: join(folder, 'state'), environment });
    await first.killAll();
    await fetch(`${google.url}/__faults`, {
      method: 'POST',
      body: JSON.stringify([
        { kind: '503', every: 11 },
        { kind: 'reset-after', every: 17 },
      ]),
    });
    const second = await startProduct({ state: join(folder, 'state'), environment });
    stops.push(second.stop);
    expect(second.googleRoot).toBe(google.url);
    expect(second.spreadsheetId('service')).toBe(first.spreadsheetId('service'));
    const answer = await postUntilTaken(second.api('repairs'), repair('在故障中报的修'));
    // 200 when a try that was told to come back had written the row after all.
    expect([200, 201]).toContain(answer.status);
  });

  it('names a port that is taken, and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    stops.push(async () => void taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port was taken');
    await expect(startProduct({ port: address.port })).rejects.toThrow(
      /is taken by another program/,
    );
  });
});
