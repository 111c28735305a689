import type { History } from './history.ts';
import type { Call, Exchange } from './wire.ts';

/** A request of a phone that reached a process. */
export interface Arrival {
  readonly id: string;
  /** The process. */
  readonly at: string;
  readonly retry: boolean;
  readonly when: number;
}

/** A row that a process wrote. */
export interface Commit {
  readonly id: string;
  readonly by: string;
  readonly sentAt: number;
  readonly when: number;
}

/** Sees what reaches the functions and what they do at Google, and says at once what must never be. */
export interface Observer {
  arrived(arrival: Arrival): void;
  /** Lets a call through and notes what it did. */
  readonly exchange: Exchange;
  readonly arrivals: readonly Arrival[];
  readonly commits: readonly Commit[];
  /** Ids of submissions that were kept for later, whether or not their senders were told. */
  readonly kept: ReadonlySet<string>;
  /** What was seen that must never be. */
  readonly wrongs: readonly string[];
}

const idCell = /"stringValue":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;
const keptTask = /\/tasks\/later-([0-9a-f-]{36})-/;
const leaseEpoch = /leases\/check\.json[\s\S]*"epoch":(\d+)/;

export function createObserver(history: History, since: () => number): Observer {
  const arrivals: Arrival[] = [];
  const commits: Commit[] = [];
  const kept = new Set<string>();
  const wrongs: string[] = [];
  /** The lease under which each process works, and the latest under which each spreadsheet was read. */
  const epochs = new Map<string, number>();
  const readUnder = new Map<string, number>();

  const noteLease = ({ by, body }: Call): void => {
    const epoch = leaseEpoch.exec(textOf(body))?.[1];
    if (epoch !== undefined) epochs.set(by.name, Number(epoch));
  };

  const noteWrite = ({ by, sentAt, body, url }: Call, epoch: number): void => {
    const text = textOf(body);
    if (by.role === 'check') {
      const latest = readUnder.get(spreadsheetOf(url)) ?? 0;
      if (epoch < latest)
        wrongs.push(`${by.name} wrote under lease ${epoch} after lease ${latest} had read`);
    }
    // What the check appends was there before, or says something of a row.
    if (by.role === 'check' || !text.includes('"appendCells"')) return;
    const ids = new Set(Array.from(text.matchAll(idCell), ([, id = '']) => id));
    for (const id of ids) commits.push({ id, by: by.name, sentAt, when: since() });
    history.add('written', { by: by.name, ids: [...ids] });
  };

  return {
    arrivals,
    commits,
    kept,
    wrongs,
    arrived: (arrival) => void arrivals.push(arrival),
    async exchange(call, google) {
      const { by, method, url, sentAt } = call;
      const epoch = epochs.get(by.name) ?? 0;
      const response = await google(call);
      if (!response.ok) {
        history.add('refused', { by: by.name, method, status: response.status });
        return response;
      }
      if (method === 'storage.objects.insert') noteLease(call);
      else if (method === 'cloudtasks.projects.locations.queues.tasks.create') {
        const id = keptTask.exec(textOf(call.body))?.[1];
        if (id !== undefined) kept.add(id);
      } else if (method === 'sheets.spreadsheets.batchUpdate') noteWrite(call, epoch);
      else if (
        method === 'sheets.spreadsheets.values.batchGetByDataFilter' &&
        by.role === 'check'
      ) {
        const id = spreadsheetOf(url);
        // A call that was long on its way tells nothing of who reads now.
        if (since() - sentAt < 1000) readUnder.set(id, Math.max(readUnder.get(id) ?? 0, epoch));
      }
      return response;
    },
  };
}

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

function spreadsheetOf(url: string): string {
  return /\/spreadsheets\/([^/:?]+)/.exec(url)?.[1] ?? '';
}
