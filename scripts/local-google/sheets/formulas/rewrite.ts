import { columnName } from '../a1.ts';
import { tabName } from './engine.ts';
import { answerLookup } from './lookups.ts';
import type { Part, Parts } from './parse.ts';
import { type PlacedRange, placeName, placeReference, type ReadCell, type Scope } from './scope.ts';

/** A formula made ready for the engine. */
export interface Prepared {
  /** With {@link cellMark} wherever one of `cells` stands, in their order. */
  readonly text: string;
  readonly cells: readonly ReadCell[];
  readonly ranges: readonly PlacedRange[];
  /** Whether it asks for its own place, so that the same text elsewhere gives something else. */
  readonly knowsItsPlace: boolean;
}

/** Stands for one cell in a prepared text; no formula can hold it. */
export const cellMark = '\u0001';

/** What the engine does not know or could not answer right; each becomes `#NAME?`, as an unknown one. */
const notServed: ReadonlySet<string> = new Set([
  'CELL',
  'INDIRECT',
  'OFFSET',
  'RAND',
  'RANDARRAY',
  'RANDBETWEEN',
]);

const asksForPlace: ReadonlySet<string> = new Set(['ROW', 'COLUMN', 'SHEET', 'FORMULATEXT']);

/** Google gives an argument that was left out as an empty cell; the engine gives 0. */
const leavesBlank: ReadonlySet<string> = new Set(['IF', 'IFERROR', 'IFNA', 'IFS', 'SWITCH']);

/** These give a cell back as it is, an empty one too. */
const givesCells: ReadonlySet<string> = new Set([
  ...leavesBlank,
  'ARRAYFORMULA',
  'HLOOKUP',
  'INDEX',
  'LOOKUP',
  'VLOOKUP',
  'XLOOKUP',
]);

/** Whether the result of the formula may be that of an empty cell, which shows nothing. */
export function mayBeEmpty(parts: Parts, { cells, ranges }: Prepared): boolean {
  const [part] = parts;
  if (!part || parts.length > 1) return false;
  const givesCell =
    part.kind === 'reference' || (part.kind === 'call' && givesCells.has(part.name));
  if (!givesCell) return false;
  return (
    ranges.length > 0 || cells.some(({ sheet, row, column }) => !sheet.rows[row]?.[column]?.value)
  );
}

const nothing = { cells: [], ranges: [], knowsItsPlace: false };

/**
 * Rewrites a formula for the engine: names of tabs to the engine's, open ranges to what is used,
 * exact look-ups of known keys to the cell they find, what only Google knows to what the engine knows.
 */
export function prepare(parts: Parts, scope: Scope): Prepared {
  return join(parts.map((part) => preparePart(part, scope)));
}

function preparePart(part: Part, scope: Scope): Prepared {
  switch (part.kind) {
    case 'other':
      return plain(part.text);
    case 'text':
      return plain(`"${part.value.replaceAll('"', '""')}"`);
    case 'name':
      return prepareName(part.name, scope);
    case 'reference': {
      const place = placeReference(part.reference, scope);
      if (!place) return plain('#REF!');
      return part.reference.end ? rangeText(place, scope) : cellText(cellOf(place));
    }
    case 'group':
      return join([
        plain(part.open),
        ...part.members.flatMap((member, index) => [
          plain(index === 0 ? '' : (part.separators[index - 1] ?? ',')),
          prepare(member, scope),
        ]),
        plain(part.close),
      ]);
    case 'call':
      return prepareCall(part.name, part.arguments, scope);
  }
}

function prepareName(name: string, scope: Scope): Prepared {
  const place = placeName(name, scope);
  return place ? rangeText(place, scope) : plain(name);
}

function prepareCall(name: string, given: readonly Parts[], scope: Scope): Prepared {
  const found = answerLookup(name, given, scope);
  if (found === 'nothing') return plain('NA()');
  if (found && 'sheet' in found) return foundText(found);
  if (found && 'number' in found) return plain(String(found.number));
  if (found) return wrapped(prepare(found.instead, scope));

  switch (name) {
    case 'NOW':
      scope.usesTime();
      return plain(String(scope.now));
    case 'TODAY':
      scope.usesTime();
      return plain(String(Math.floor(scope.now)));
    case 'ARRAYFORMULA':
      return wrapped(prepare(given[0] ?? [], scope));
    case 'HYPERLINK':
      return wrapped(prepare(given[1] ?? given[0] ?? [], scope));
    case 'IMPORTRANGE':
      return plain('#REF!');
    case 'TEXT':
      return call(name, [prepare(given[0] ?? [], scope), prepareFormat(given[1] ?? [], scope)]);
    default:
      return {
        ...call(
          notServed.has(name) ? `NOT_SERVED_${name}` : name,
          given.map((argument) =>
            argument.length === 0 && leavesBlank.has(name) ? plain('""') : prepare(argument, scope),
          ),
        ),
        ...(asksForPlace.has(name) && { knowsItsPlace: true }),
      };
  }
}

/** The engine wants words in a format in quotes: `yyyy年` becomes `yyyy"年"`. */
function prepareFormat(format: Parts, scope: Scope): Prepared {
  const [part] = format;
  if (part?.kind !== 'text' || format.length > 1 || part.value.includes('"')) {
    return prepare(format, scope);
  }
  const value = part.value.replaceAll(/[^ -~]+/g, (words) => `"${words}"`);
  return prepare([{ kind: 'text', value }], scope);
}

/** A cell a look-up found: an empty one shows nothing, where the engine would show 0. */
function foundText(cell: ReadCell): Prepared {
  const isEmpty = cell.sheet.rows[cell.row]?.[cell.column]?.value === undefined;
  return isEmpty ? plain('""') : cellText(cell);
}

function cellText(cell: ReadCell): Prepared {
  return { ...nothing, text: cellMark, cells: [cell] };
}

function cellOf(place: PlacedRange): ReadCell {
  return { sheet: place.sheet, row: place.startRowIndex, column: place.startColumnIndex };
}

function rangeText(place: PlacedRange, scope: Scope): Prepared {
  const tab = scope.spreadsheet.sheets.indexOf(place.sheet);
  const start = `${columnName(place.startColumnIndex)}${place.startRowIndex + 1}`;
  const end = `${columnName(place.endColumnIndex - 1)}${place.endRowIndex}`;
  return { ...nothing, text: `${tabName(tab)}!${start}:${end}`, ranges: [place] };
}

function plain(text: string): Prepared {
  return { ...nothing, text };
}

function wrapped(inner: Prepared): Prepared {
  return join([plain('('), inner, plain(')')]);
}

function call(name: string, given: readonly Prepared[]): Prepared {
  const listed = given.flatMap((argument, index) =>
    index === 0 ? [argument] : [plain(','), argument],
  );
  return join([plain(`${name}(`), ...listed, plain(')')]);
}

function join(pieces: readonly Prepared[]): Prepared {
  return {
    text: pieces.map((piece) => piece.text).join(''),
    cells: pieces.flatMap((piece) => piece.cells),
    ranges: pieces.flatMap((piece) => piece.ranges),
    knowsItsPlace: pieces.some((piece) => piece.knowsItsPlace),
  };
}
