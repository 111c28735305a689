import fc from 'fast-check';

/** What a person does with mouse and keyboard in one tab; the numbers say where, modulo what is there. */
export interface StaffEdit {
  readonly what: EditName;
  readonly register: number;
  readonly at: readonly [number, number, number, number];
}

/** How often each is done, of a hundred or so. */
const shares = {
  typeCell: 16,
  typeRow: 14,
  sendForm: 8,
  clearCells: 5,
  clearRow: 4,
  retypeClearedRow: 4,
  pasteBlock: 6,
  copyRow: 6,
  copyRowAbove: 3,
  pasteRowOver: 3,
  cutCells: 5,
  cutRow: 4,
  deleteRows: 5,
  insertRows: 4,
  insertColumn: 2,
  deleteOwnColumn: 1,
  moveColumn: 3,
  renameHeader: 2,
  deleteHeader: 3,
  swapHeaders: 1,
  sort: 5,
  sortHalf: 5,
  sortVisible: 4,
  exchangeRows: 3,
  removeDropDown: 1,
  removeProtection: 1,
  removeTable: 1,
  duplicateTab: 1,
  renameTab: 2,
  deleteTab: 0.3,
} as const;

export type EditName = keyof typeof shares;

const names = Object.keys(shares) as readonly EditName[];

/** What is done while we read and write is mostly what moves rows and columns. */
const moving: readonly EditName[] = [
  'sort',
  'moveColumn',
  'insertColumn',
  'insertRows',
  'deleteRows',
  'cutRow',
  'cutCells',
];

const editOf = (weights: (what: EditName) => number): fc.Arbitrary<StaffEdit> =>
  fc.record<StaffEdit>({
    what: fc.oneof(
      ...names.map((what) => ({
        weight: Math.round(weights(what) * 10),
        arbitrary: fc.constant(what),
      })),
    ),
    register: fc.nat(2),
    at: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999)),
  });

const edit = editOf((what) => shares[what]);
const interruption = fc.record<Interruption>({
  call: fc.nat(18),
  edit: editOf((what) => (moving.includes(what) ? 15 : shares[what])),
});

/** An edit just before a call of ours. */
export interface Interruption {
  /** Counted from the beginning of the look: up to 11 its calls to Google, then its writes. */
  readonly call: number;
  readonly edit: StaffEdit;
}

/** Whether an edit is due before a call. */
export function isDue({ call }: Interruption, calls: number, writes: number | undefined): boolean {
  return call < 12 ? call === calls : call - 12 === writes;
}

/** What happens between two looks: edits before, edits between the calls of the look itself, and time that passes. */
export interface Stretch {
  readonly before: readonly StaffEdit[];
  readonly during: readonly Interruption[];
  readonly seconds: number;
  /** A new instance looks, that remembers nothing. */
  readonly afresh: boolean;
}

/** Some stretches of a school day. */
export const stretches = (most: number): fc.Arbitrary<readonly Stretch[]> =>
  fc.array(
    fc.record<Stretch>({
      before: fc.array(edit, { maxLength: 5, size: 'max' }),
      during: fc.array(interruption, { maxLength: 4, size: 'max' }),
      seconds: fc.constantFrom(0, 12, 12, 90),
      afresh: fc.nat(9).map((chance) => chance === 0),
    }),
    { minLength: 2, maxLength: most, size: 'max' },
  );
