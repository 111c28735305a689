import type { IDocumentDefaultsOptions, IStylesOptions } from 'docx';
import type { PaperFont, PaperFonts } from './fonts.ts';

type Docx = typeof import('docx');

/** Font sizes by their Chinese names, in half-points. */
export const sizes = {
  二号: 44,
  三号: 32,
  四号: 28,
  小四: 24,
  五号: 21,
  小五: 18,
} as const;

/** Millimetres in twentieths of a point. */
function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** A4, margins after GB/T 9704; a landscape page is the same sheet turned. */
export const page = {
  portrait: {
    width: twips(210),
    height: twips(297),
    margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
  },
  landscape: {
    width: twips(297),
    height: twips(210),
    margin: { top: twips(28), bottom: twips(26), left: twips(35), right: twips(37) },
  },
} as const;

/** Width between the margins, in twentieths of a point. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  const { width, margin } = page[orientation];
  return width - margin.left - margin.right;
}

/** 28 pt: 22 lines a page. */
const linePitch = 560;
const titlePitch = 720;
/** The distance of a footer's text from the edge: a number stands 7 mm below the text. */
export const footerDistance = twips(25);

/** A face with digits in the figures' face; the hint keeps “” and — in the Chinese face. */
export function faceOf(font: PaperFont, fonts: PaperFonts) {
  return {
    eastAsia: font.name,
    ascii: fonts.figures.name,
    hAnsi: fonts.figures.name,
    cs: fonts.figures.name,
    hint: 'eastAsia',
  };
}

/** Word's own heading styles and a few of ours, in the look of an official paper. */
export function stylesOf(docx: Docx, fonts: PaperFonts): IStylesOptions {
  const exactly = (line: number) => ({
    line,
    lineRule: docx.LineRuleType.EXACT,
    before: 0,
    after: 0,
  });
  const face = (font: PaperFont, size: number, bold = false) => ({
    font: faceOf(font, fonts),
    size,
    bold: bold || font.bold === true,
    color: '000000',
  });
  const twoCharacters = { firstLine: 2 * sizes.三号 * 10, firstLineChars: 200 };
  const headed = (font: PaperFont, bold = false) => ({
    run: face(font, sizes.三号, bold),
    paragraph: { spacing: exactly(linePitch), indent: twoCharacters, keepNext: true },
  });
  const base: IDocumentDefaultsOptions = {
    run: {
      ...face(fonts.body, sizes.三号),
      language: { value: 'en-US', eastAsia: 'zh-CN' },
    },
    paragraph: { spacing: exactly(linePitch) },
  };
  return {
    default: {
      document: base,
      title: {
        run: face(fonts.title, sizes.二号),
        paragraph: {
          alignment: docx.AlignmentType.CENTER,
          spacing: { ...exactly(titlePitch), after: linePitch },
        },
      },
      heading1: headed(fonts.heading1),
      heading2: headed(fonts.heading2),
      heading3: headed(fonts.body, true),
    },
    paragraphStyles: [
      {
        id: 'PaperBody',
        name: '公文正文',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { indent: twoCharacters, alignment: docx.AlignmentType.JUSTIFIED },
      },
      { id: 'PaperFlush', name: '公文顶格', basedOn: 'Normal', quickFormat: true },
      {
        id: 'PaperCaption',
        name: '公文表题',
        basedOn: 'Normal',
        quickFormat: true,
        run: face(fonts.heading1, sizes.小四),
        paragraph: {
          alignment: docx.AlignmentType.CENTER,
          spacing: { line: 360, lineRule: docx.LineRuleType.AT_LEAST, before: 160, after: 60 },
          keepNext: true,
        },
      },
      {
        id: 'PaperCell',
        name: '公文表格',
        basedOn: 'Normal',
        quickFormat: true,
        run: face(fonts.table, sizes.五号),
        paragraph: {
          spacing: { line: 280, lineRule: docx.LineRuleType.AT_LEAST, before: 20, after: 20 },
        },
      },
      {
        id: 'PaperDenseCell',
        name: '公文密排表格',
        basedOn: 'PaperCell',
        run: face(fonts.table, sizes.小五),
        paragraph: {
          spacing: { line: 226, lineRule: docx.LineRuleType.EXACT, before: 0, after: 0 },
        },
      },
      {
        id: 'PaperSigned',
        name: '公文落款',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: docx.AlignmentType.RIGHT,
          indent: { right: 4 * sizes.三号 * 10 },
          keepLines: true,
        },
      },
      {
        id: 'PaperNumber',
        name: '公文页码',
        basedOn: 'Normal',
        run: face(fonts.table, sizes.四号),
        paragraph: { spacing: { line: 240, lineRule: docx.LineRuleType.AUTO } },
      },
    ],
  };
}
