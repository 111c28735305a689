import { type RowId, rowId, type Sequence, sequence } from '#schema/values.ts';

/**
 * What a row that code wrote was born with. It stands in one cell more of its row, into which nothing is ever written
 * by position: so an id that was overwritten can be put back by anyone, also when whoever did it has died.
 */
export interface Birth {
  /** Fingerprint of the values first sent. */
  readonly sent: string;
  readonly id: RowId;
  readonly sequence: Sequence;
}

/** A birth as its cell holds it. */
export function birthText({ sent, id, sequence: place }: Birth): string {
  return `${sent}/${id}/${place}`;
}

/** The fingerprint in a cell, and the rest of the birth; rows written before there was one have the first alone. */
export function birthIn(cell: string): {
  readonly sent: string;
  readonly birth: Birth | undefined;
} {
  const [sent = '', id, place] = cell.split('/');
  const [own, at] = [rowId.safeParse(id).data, sequence.safeParse(place).data];
  return { sent, birth: own && at ? { sent, id: own, sequence: at } : undefined };
}

/** What stands in the cell of a row that was read. */
export function sentText({
  sent,
  birth,
}: {
  readonly sent: string | undefined;
  readonly birth?: Birth | undefined;
}): string | undefined {
  return birth ? birthText(birth) : sent;
}
