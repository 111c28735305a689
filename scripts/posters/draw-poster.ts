import { encode } from 'uqr';
import type { Poster } from './poster.ts';

/** Millimetres of an A4 sheet. */
const sheet = { width: 210, height: 297 } as const;
const margin = 20;
const codeSide = 130;
const codeTop = 99;
/** Blank modules around a code (ISO/IEC 18004, 6.3.8). */
const quietModules = 4;

const ink = '#14211c';
const green = '#1b6b54';
const grey = '#56635d';

/** Points of a millimetre. */
const mm = 72 / 25.4;

/** What a poster is drawn with: a PDF document with the two faces of its type. */
export type Pen = PDFKit.PDFDocument;

/** Draws a poster on the present page. */
export function drawPoster(pen: Pen, poster: Poster): void {
  const { school, title, intro, place, address, shortAddress } = poster;
  pen.rect(0, 0, sheet.width * mm, 9 * mm).fill(green);
  line(pen, school, { y: 19, size: 15, colour: grey });
  line(pen, `扫码${title.zh}`, { y: 31, size: 46, colour: ink, bold: true });
  line(pen, title.en, { y: 53, size: 20, colour: grey });
  pen
    .roundedRect(margin * mm, 69 * mm, (sheet.width - 2 * margin) * mm, 27 * mm, 4 * mm)
    .fill('#e8f1ec');
  line(pen, place, { y: 82.5, size: 34, colour: green, bold: true, isMiddle: true });
  drawCode(pen, address);
  line(pen, '微信扫一扫，或用手机相机', { y: 233, size: 17, colour: ink });
  line(pen, 'Scan with WeChat or the camera', { y: 242, size: 12, colour: grey });
  line(pen, intro.zh, { y: 252, size: 12, colour: ink });
  line(pen, intro.en, { y: 259, size: 10, colour: grey });
  pen
    .moveTo(margin * mm, 270 * mm)
    .lineTo((sheet.width - margin) * mm, 270 * mm)
    .lineWidth(0.6)
    .strokeColor('#c9d3cd')
    .stroke();
  line(pen, '扫不了码，在浏览器输入 · No camera? Type', { y: 273, size: 10, colour: grey });
  line(pen, shortAddress, { y: 279.5, size: 15, colour: ink, bold: true });
}

/** A line in the middle of the sheet, smaller where it would not fit. */
function line(
  pen: Pen,
  text: string,
  look: {
    readonly y: number;
    readonly size: number;
    readonly colour: string;
    readonly bold?: true;
    /** `y` is the middle of the line and not its top. */
    readonly isMiddle?: true;
  },
): void {
  const room = (sheet.width - 2 * margin - 6) * mm;
  pen.font(look.bold ? 'bold' : 'regular').fontSize(look.size);
  const wide = pen.widthOfString(text);
  if (wide > room) pen.fontSize((look.size * room) / wide);
  const top = look.y * mm - (look.isMiddle ? pen.heightOfString(text) / 2 : 0);
  pen
    .fillColor(look.colour)
    .text(text, 0, top, { width: sheet.width * mm, align: 'center', lineBreak: false });
}

/** A code of squares, each row's neighbours in one piece, so that no printer leaves a gap between them. */
function drawCode(pen: Pen, address: string): void {
  const { data, size } = encode(address, { ecc: 'M', border: quietModules });
  const module = (codeSide / size) * mm;
  const left = ((sheet.width - codeSide) / 2) * mm;
  const top = codeTop * mm;
  for (const [row, cells] of data.entries()) {
    let from = 0;
    for (let column = 0; column <= size; column += 1) {
      if (cells[column] === true) continue;
      if (column > from)
        pen.rect(left + from * module, top + row * module, (column - from) * module, module);
      from = column + 1;
    }
  }
  pen.fill(ink);
}
