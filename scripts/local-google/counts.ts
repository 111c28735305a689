/** Requests counted: reads and writes are those of Sheets, which have a quota. */
export interface Count {
  reads: number;
  writes: number;
  /** Refused for want of quota; not among the reads and writes. */
  refused: number;
  methods: Record<string, number>;
}

export interface Counts {
  add(user: string, method: string, kind: 'read' | 'write' | 'refused' | 'other'): void;
  read(): { readonly total: Count; readonly users: Readonly<Record<string, Count>> };
  reset(): void;
}

/** Counts what was asked of the stand-in since the start or the last reset. */
export function createCounts(): Counts {
  let total = emptyCount();
  const users = new Map<string, Count>();
  return {
    add(user, method, kind) {
      const own = users.get(user) ?? emptyCount();
      users.set(user, own);
      for (const count of [total, own]) {
        if (kind === 'read') count.reads += 1;
        if (kind === 'write') count.writes += 1;
        if (kind === 'refused') count.refused += 1;
        count.methods[method] = (count.methods[method] ?? 0) + 1;
      }
    },
    read: () => structuredClone({ total, users: Object.fromEntries(users) }),
    reset() {
      total = emptyCount();
      users.clear();
    },
  };
}

function emptyCount(): Count {
  return { reads: 0, writes: 0, refused: 0, methods: {} };
}
