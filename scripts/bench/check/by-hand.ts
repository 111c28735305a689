import * as z from 'zod';

const valuesShape = z.object({ values: z.array(z.array(z.unknown())).default([]) });

/** A person at a spreadsheet of the stand-in: pages know neither quota nor latency. */
export interface ByHand {
  read(range: string): Promise<readonly (readonly unknown[])[]>;
  type(range: string, value: string | number): Promise<void>;
  /** Calls after each change of the spreadsheet, until stopped. */
  onChange(changed: () => void): { stop(): void };
}

/** Opens a spreadsheet as staff do. */
export function openByHand(googleRoot: string, spreadsheetId: string): ByHand {
  const headers = { authorization: 'Bearer staff', 'content-type': 'application/json' };
  const root = `${googleRoot}/__by-hand/v4/spreadsheets/${spreadsheetId}/values`;
  const call = async (address: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(address, { ...init, headers });
    if (!answer.ok) throw new Error(`by hand: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    read: async (range) => {
      const address = `${root}/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`;
      return valuesShape.parse(await call(address, {})).values;
    },
    type: async (range, value) => {
      await call(`${root}/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`, {
        method: 'PUT',
        body: JSON.stringify({ values: [[value]] }),
      });
    },
    onChange: (changed) => {
      const abort = new AbortController();
      void listen(`${googleRoot}/__events`, abort.signal, (text) => {
        if (text.includes(spreadsheetId)) changed();
      });
      return { stop: () => abort.abort() };
    },
  };
}

async function listen(
  address: string,
  signal: AbortSignal,
  heard: (text: string) => void,
): Promise<void> {
  try {
    const answer = await fetch(address, { signal });
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) heard(decoder.decode(part, { stream: true }));
  } catch (failure) {
    if (!signal.aborted) throw failure;
  }
}
