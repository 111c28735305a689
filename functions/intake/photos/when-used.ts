import type { Photos } from '#platform/photos/index.ts';

/** The photos of an intake that loads what talks to Google when it first needs it. */
export function photosWhenUsed(open: () => Promise<Photos>): Photos {
  return {
    store: async (photo) => (await open()).store(photo),
    linkOf: async (id, of) => (await open()).linkOf(id, of),
    keep: async (links) => (await open()).keep(links),
    open: async (link, register, isEntry) => (await open()).open(link, register, isEntry),
  };
}
