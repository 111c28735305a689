/** The id of a file in the link by which Drive shows it, wherever Drive is: `https://drive.google.com/file/d/<id>/view`. */
export function fileIdIn(link: string): string | undefined {
  return /^https?:\/\/[^/]+\/file\/d\/([\w-]{10,})(?:\/|$)/.exec(link)?.[1];
}
