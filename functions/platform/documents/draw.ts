import type { FileChild, Paragraph } from 'docx';
import { drawRun, type Pen } from './draw-run.ts';
import { drawTable } from './draw-table.ts';
import type { Block, Part } from './paper.ts';

function signatureLines({ docx }: Pen, block: Extract<Block, { kind: 'signature' }>): Paragraph[] {
  return [
    ...block.signed.map(
      (words, index) =>
        new docx.Paragraph({
          style: 'PaperSigned',
          text: words,
          keepNext: true,
          ...(index === 0
            ? { spacing: { before: 560, line: 560, lineRule: docx.LineRuleType.EXACT } }
            : {}),
        }),
    ),
    ...block.lines.map(
      (words, index) =>
        new docx.Paragraph({
          style: 'PaperFlush',
          text: words,
          ...(index === 0
            ? { spacing: { before: 400, line: 560, lineRule: docx.LineRuleType.EXACT } }
            : {}),
        }),
    ),
  ];
}

/** One block as Word's own paragraphs and tables. */
export function drawBlock(pen: Pen, block: Block, orientation: Part['orientation']): FileChild[] {
  const { docx } = pen;
  switch (block.kind) {
    case 'heading':
      return [
        new docx.Paragraph({
          heading:
            [docx.HeadingLevel.HEADING_1, docx.HeadingLevel.HEADING_2, docx.HeadingLevel.HEADING_3][
              block.level - 1
            ] ?? docx.HeadingLevel.HEADING_1,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [
        new docx.Paragraph({
          style: block.place === 'flush' ? 'PaperFlush' : 'PaperBody',
          children: block.runs.flatMap((run) => drawRun(pen, run)),
        }),
      ];
    case 'table':
      return drawTable(pen, block, orientation);
    case 'signature':
      return signatureLines(pen, block);
    case 'pageBreak':
      return [new docx.Paragraph({ children: [new docx.PageBreak()] })];
    case 'only':
      return block.copy === pen.copy
        ? block.blocks.flatMap((inner) => drawBlock(pen, inner, orientation))
        : [];
  }
}
