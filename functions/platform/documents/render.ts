import type { ISectionOptions } from 'docx';
import { blocksOf, reviewLine } from './contents.ts';
import { drawBlock } from './draw.ts';
import type { Pen } from './draw-run.ts';
import { fontTable, officialFonts, type PaperFonts } from './fonts.ts';
import { footerDistance, page, stylesOf } from './look.ts';
import type { Copy, Paper, Part } from './paper.ts';

/** The media type of a .docx file. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** “— 1 —”, at the outer edge as GB/T 9704 asks: right on odd pages, left on even ones. */
function pageNumber({ docx }: Pen, side: 'left' | 'right') {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: 'PaperNumber',
        alignment: side === 'right' ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
        indent: { [side]: 280 },
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function openingLines({ docx, copy }: Pen, paper: Paper) {
  const title = new docx.Paragraph({
    heading: docx.HeadingLevel.TITLE,
    children: (paper.titleLines ?? [paper.title]).map(
      (text, index) => new docx.TextRun(index === 0 ? { text } : { text, break: 1 }),
    ),
  });
  if (copy === 'clean') return [title];
  return [
    new docx.Paragraph({
      style: 'PaperFlush',
      children: [new docx.TextRun({ text: reviewLine(paper), highlight: 'yellow' })],
    }),
    title,
  ];
}

function sectionOf(pen: Pen, paper: Paper, part: Part, first: boolean): ISectionOptions {
  const { docx } = pen;
  const turned = part.orientation === 'landscape';
  const { margin } = page[part.orientation];
  return {
    properties: {
      page: {
        // The library turns width and height itself when the page lies on its side.
        size: {
          width: page.portrait.width,
          height: page.portrait.height,
          orientation: turned ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: { ...margin, footer: Math.min(footerDistance, margin.bottom - 400), header: 850 },
      },
    },
    footers: { default: pageNumber(pen, 'right'), even: pageNumber(pen, 'left') },
    children: [
      ...(first ? openingLines(pen, paper) : []),
      ...part.blocks.flatMap((block) => drawBlock(pen, block, part.orientation)),
    ],
  };
}

/**
 * Draws a paper as a .docx that Word and WPS open, in the look of Chinese official papers (GB/T 9704).
 * The library is loaded at the first call.
 */
export async function renderDocx(
  paper: Paper,
  options: { readonly copy: Copy; readonly fonts?: PaperFonts },
): Promise<Uint8Array> {
  const docx = await import('docx');
  const fonts = options.fonts ?? officialFonts;
  const pen: Pen = { docx, copy: options.copy, fonts };
  const file = new docx.Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(docx, fonts),
    sections: paper.parts
      .filter((part, index) => index === 0 || blocksOf(part.blocks, options.copy).length > 0)
      .map((part, index) => sectionOf(pen, paper, part, index === 0)),
  });
  return docx.Packer.toBuffer(file, false, [
    { path: 'word/fontTable.xml', data: fontTable(fonts) },
  ]);
}
