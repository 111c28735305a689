/** The links in a photo column's cell, one a line; blank lines are none. */
export function photoLinks(cell: string): readonly string[] {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
