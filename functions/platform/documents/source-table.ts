import { blocksOf, runsOf } from './contents.ts';
import { type Block, cells, heading } from './paper.ts';
import { shortDay } from './wording.ts';

/**
 * Where the figures of some blocks come from, for the clean copy, which has no links: each figure and register once.
 */
export function sourceBlocks(blocks: readonly Block[]): readonly Block[] {
  // The same figure stands in text and table: once is enough.
  const figures = blocksOf(blocks, 'clean')
    .flatMap(runsOf)
    .flatMap((run) => (run.kind === 'figure' ? [run] : []));
  const once = [
    ...Map.groupBy(figures, ({ name, source }) => `${name} ${source.register}`).values(),
  ].flatMap(([first]) => first ?? []);
  if (once.length === 0) return [];
  return [
    {
      kind: 'only',
      copy: 'clean',
      blocks: [
        heading(1, '数据来源'),
        {
          kind: 'table',
          caption: '文中数据的来源',
          columns: [
            { title: '数据', width: 16 },
            { title: '数值', width: 10, align: 'centre' },
            { title: '登记簿', width: 16, align: 'centre' },
            { title: '行数', width: 8, align: 'centre' },
            { title: '截止日', width: 12, align: 'centre' },
          ],
          lines: once.map(({ name, text, source }) =>
            cells(name, text, source.register, source.rows, shortDay(source.until)),
          ),
        },
      ],
    },
  ];
}
