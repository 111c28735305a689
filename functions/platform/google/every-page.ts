/** Asks for page after page of a list, until there is none. */
export async function everyPage<T>(
  page: (pageToken: string | undefined) => Promise<{
    readonly items?: readonly T[] | undefined;
    readonly nextPageToken?: string | null | undefined;
  }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let pageToken: string | undefined;
  do {
    const { items, nextPageToken } = await page(pageToken);
    all.push(...(items ?? []));
    pageToken = nextPageToken ?? undefined;
  } while (pageToken);
  return all;
}
