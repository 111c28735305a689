import { type Block, cells, heading } from './paper.ts';

/** The figures of a draft as printed, by what each is called. */
export type DraftFigures = Readonly<Record<string, string>>;

/** A figure that is no longer as the last draft had it. */
export interface FigureChanged {
  readonly figure: string;
  /** Absent when the last draft did not have it. */
  readonly before?: string;
  /** Absent when this draft does not have it any more. */
  readonly now?: string;
}

/** Half a page of a table. */
const mostListed = 15;

/** What changed since the last draft; nothing when there was none. */
export function figuresChanged(
  before: DraftFigures | undefined,
  now: DraftFigures,
): readonly FigureChanged[] {
  if (before === undefined) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((figure) => {
    const was = before[figure];
    const is = now[figure];
    if (was === is) return [];
    return [
      {
        figure,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { now: is }),
      },
    ];
  });
}

/** What the review copy says of a second draft: a note for its first line, half a page at its end. */
export function changedBlocks(changed: readonly FigureChanged[]): {
  readonly note?: string;
  readonly blocks: readonly Block[];
} {
  if (changed.length === 0) return { blocks: [] };
  return {
    note: `与上一稿相比有 ${changed.length} 个数字变化，见文末`,
    blocks: [
      {
        kind: 'only',
        copy: 'review',
        blocks: [
          heading(1, '与上一稿相比变化的数字'),
          {
            kind: 'table',
            caption: `变化的数字（${changed.length} 个${changed.length > mostListed ? `，列前 ${mostListed} 个` : ''}）`,
            columns: [
              { title: '数字', width: 22 },
              { title: '上一稿', width: 12, align: 'centre' },
              { title: '本稿', width: 12, align: 'centre' },
            ],
            lines: changed
              .slice(0, mostListed)
              .map(({ figure, before, now }) => cells(figure, before ?? '—', now ?? '—')),
          },
        ],
      },
    ],
  };
}
