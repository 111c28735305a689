import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Change } from './changes.ts';
import type { Counts } from './counts.ts';
import type { Faults } from './faults.ts';
import { faultList } from './faults.ts';

interface Controlled {
  readonly counts: Counts;
  readonly faults: Faults;
  onChange(listener: (change: Change) => void): () => void;
}

/** Adds what the real Google does not have: counters, faults on demand and a stream of changes. */
export function addControl(app: Hono, { counts, faults, onChange }: Controlled): void {
  app.get('/__counts', (c) => c.json(counts.read()));
  app.post('/__counts/reset', (c) => {
    counts.reset();
    return c.json(counts.read());
  });
  app.get('/__faults', (c) => c.json(faults.list()));
  app.post('/__faults', async (c) => {
    const asked = faultList.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: z.prettifyError(asked.error) }, 400);
    faults.add(asked.data);
    return c.json(faults.list());
  });
  app.delete('/__faults', (c) => {
    faults.clear();
    return c.json(faults.list());
  });
  app.get('/__events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = onChange(({ fileId, isSpreadsheet, removed }) => {
        if (!isSpreadsheet && !removed) return;
        void stream.writeSSE({ data: JSON.stringify({ spreadsheetId: fileId }) });
      });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );
}
