import { positiveInt31 } from '#platform/random.ts';
import { invalidArgument } from '../errors.ts';
import type { Edit } from './edit.ts';

/**
 * The number of a new object: the one asked for, or one that nobody has yet.
 *
 * @throws 400 if the number asked for is not positive or is taken.
 */
export function newNumber(
  edit: Edit,
  asked: number | null | undefined,
  isTaken: (id: number) => boolean,
  name: string,
): number {
  if (typeof asked === 'number') {
    if (asked <= 0) throw invalidArgument(`${name} must be positive: ${asked}`);
    if (isTaken(asked)) throw invalidArgument(`${name} ${asked} is already in use.`);
    return asked;
  }
  let id = positiveInt31(edit.context.random);
  while (isTaken(id)) id = positiveInt31(edit.context.random);
  return id;
}

/** The name of a new object: the one asked for, or digits that nobody has yet. */
export function newText(
  edit: Edit,
  asked: string | null | undefined,
  isTaken: (id: string) => boolean,
  name: string,
): string {
  if (asked) {
    if (isTaken(asked)) throw invalidArgument(`${name} ${asked} is already in use.`);
    return asked;
  }
  let id = String(positiveInt31(edit.context.random));
  while (isTaken(id)) id = String(positiveInt31(edit.context.random));
  return id;
}
