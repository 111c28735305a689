/** Things that are kept by their ids. */
export interface Shelf<T extends { readonly id: string }> {
  /** Keeps a thing; false when it will be gone with the page, since this browser keeps nothing. */
  put(thing: T): Promise<boolean>;
  get(id: string): Promise<T | undefined>;
  all(): Promise<readonly T[]>;
  remove(id: string): Promise<void>;
}

/** A photo that was chosen and is still to be sent, or was a moment ago. */
export interface KeptPhoto {
  readonly id: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** When it was uploaded, if it was. */
  readonly uploaded?: number;
}

/** A form that was submitted without a network and set aside, so that the next could be filled in. */
export interface Unsent {
  /** That of the submission: it counts once, however often it is sent. */
  readonly id: string;
  readonly title: string;
  /** The first few things that stand in it. */
  readonly said: string;
  readonly at: number;
  /** Where it and its photos are sent. */
  readonly api: string;
  readonly upload: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly photos: readonly string[];
  /** Why it is not sent again by itself. */
  readonly problem?: { readonly isLink: boolean; readonly message: string };
  /** It arrived; kept until the person has seen it. */
  readonly receipt?: string;
}

/** What this browser keeps besides drafts. */
export interface Shelves {
  readonly photos: Shelf<KeptPhoto>;
  readonly unsent: Shelf<Unsent>;
}

const names = ['photos', 'unsent'] as const;

/** Opens what is kept in IndexedDB; where there is none, all of it lasts as long as the page. */
export function openShelves(): Shelves {
  const database = opened();
  return {
    photos: shelfOf<KeptPhoto>(database, 'photos'),
    unsent: shelfOf<Unsent>(database, 'unsent'),
  };
}

function opened(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('houqin', 1);
      request.onupgradeneeded = () => {
        for (const name of names) request.result.createObjectStore(name, { keyPath: 'id' });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
      request.onblocked = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

function shelfOf<T extends { readonly id: string }>(
  database: Promise<IDBDatabase | undefined>,
  name: (typeof names)[number],
): Shelf<T> {
  const besides = new Map<string, T>();

  /** The answer of one request; nothing when the browser refuses it. */
  async function done<A>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<A>,
  ): Promise<A | undefined> {
    const open = await database;
    if (!open) return undefined;
    return new Promise((resolve) => {
      try {
        const transaction = open.transaction(name, mode);
        const request = ask(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => resolve(undefined);
        transaction.onabort = () => resolve(undefined);
      } catch {
        resolve(undefined);
      }
    });
  }

  return {
    async put(thing) {
      const key = await done('readwrite', (store) => store.put(thing));
      if (key === undefined) besides.set(thing.id, thing);
      return key !== undefined;
    },
    async get(id) {
      return besides.get(id) ?? (await done<T | undefined>('readonly', (store) => store.get(id)));
    },
    async all() {
      const kept = (await done<T[]>('readonly', (store) => store.getAll())) ?? [];
      return [...kept, ...besides.values()];
    },
    async remove(id) {
      besides.delete(id);
      await done('readwrite', (store) => store.delete(id));
    },
  };
}
