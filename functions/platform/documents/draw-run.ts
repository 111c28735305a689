import type { ParagraphChild } from 'docx';
import { wordsOf } from './contents.ts';
import type { PaperFonts } from './fonts.ts';
import type { Copy, Run } from './paper.ts';

/** What drawing needs beside the block itself. */
export interface Pen {
  readonly docx: typeof import('docx');
  readonly copy: Copy;
  readonly fonts: PaperFonts;
}

const linkColour = '1F4E79';

/** A minus stays with its number: “（-7.3%）” is not torn across two lines. */
function unbroken({ docx }: Pen, words: string) {
  return words
    .split(/(?<=（)-(?=\d)/)
    .flatMap((part, index) => (index === 0 ? [part] : [new docx.NoBreakHyphen(), part]));
}

/**
 * A run of one copy: marks are yellow and figures linked in the review copy alone.
 * @param size in half-points; that of the paragraph's style when absent
 */
export function drawRun(pen: Pen, run: Run, size?: number): ParagraphChild[] {
  const { docx, copy } = pen;
  const words = wordsOf(run, copy);
  const plain = { children: unbroken(pen, words), ...(size === undefined ? {} : { size }) };
  if (copy === 'review' && run.kind === 'figure' && run.source.url !== undefined)
    return [
      new docx.ExternalHyperlink({
        link: run.source.url,
        children: [new docx.TextRun({ ...plain, color: linkColour, underline: {} })],
      }),
    ];
  if (copy === 'review' && (run.kind === 'ask' || run.kind === 'choose'))
    return [new docx.TextRun({ ...plain, highlight: 'yellow' })];
  return [
    new docx.TextRun({ ...plain, ...(run.kind === 'text' && run.bold ? { bold: true } : {}) }),
  ];
}
