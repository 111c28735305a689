import type { DraftFigures } from '#platform/documents/index.ts';
import { cellWords } from './figure-words.ts';
import type { TermReport } from './term-report.ts';

/** The figures of a report by name, to be compared with the next draft of the same term. */
export function draftFigures({ registers, unfinished }: TermReport): DraftFigures {
  return {
    ...Object.fromEntries(
      registers.flatMap(({ register, figures }) =>
        figures.map(({ figure, now }) => [
          `${register.title.zh}：${figure.title.zh}`,
          cellWords(figure, now),
        ]),
      ),
    ),
    未完成事项: String(unfinished.length),
  };
}
