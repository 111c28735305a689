import type { Paragraph, Table } from 'docx';
import { drawRun, type Pen } from './draw-run.ts';
import { faceOf, sizes, textWidth } from './look.ts';
import type { Align, PaperTable, Part, Run, TableLine } from './paper.ts';

/** Up to so many columns a table is set in 小四, beyond in 五号. */
const columnsInLargerType = 4;
const linesKeptTogether = 3;

function aligned({ docx }: Pen, align: Align) {
  return {
    left: docx.AlignmentType.LEFT,
    centre: docx.AlignmentType.CENTER,
    right: docx.AlignmentType.RIGHT,
  }[align];
}

function cellStyle({ dense }: PaperTable): string {
  return dense ? 'PaperDenseCell' : 'PaperCell';
}

function sizeOf({ dense, columns }: PaperTable): number {
  if (dense) return sizes.小五;
  return columns.length <= columnsInLargerType ? sizes.小四 : sizes.五号;
}

function drawLine(
  pen: Pen,
  table: PaperTable,
  line: TableLine,
  widths: readonly number[],
  size: number,
  keepNext: boolean,
) {
  const { docx } = pen;
  const cell = (runs: readonly Run[], align: Align, width: number, span = 1) =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      columnSpan: span,
      verticalAlign: docx.VerticalAlignTable.CENTER,
      children: [
        new docx.Paragraph({
          style: cellStyle(table),
          alignment: aligned(pen, align),
          autoSpaceEastAsianText: false,
          children: runs.flatMap((run) => drawRun(pen, run, size)),
        }),
      ],
    });
  if (line.kind === 'group')
    return new docx.TableRow({
      cantSplit: true,
      keepNext: true,
      children: [
        cell(
          [{ kind: 'text', text: line.text, bold: true }],
          'left',
          widths.reduce((sum, width) => sum + width, 0),
          table.columns.length,
        ),
      ],
    });
  return new docx.TableRow({
    cantSplit: true,
    keepNext,
    children: table.columns.map((column, index) =>
      cell(line.cells[index] ?? [], column.align ?? 'left', widths[index] ?? 0),
    ),
  });
}

/** The last lines of a table stay together: a sum does not stand alone on the next page. */
function isNearEnd({ lines }: PaperTable, index: number): boolean {
  return index < lines.length - 1 && index >= lines.length - linesKeptTogether;
}

/** A real table: caption above, header row repeated on each page, no row torn across two. */
export function drawTable(
  pen: Pen,
  table: PaperTable,
  orientation: Part['orientation'],
): (Paragraph | Table)[] {
  const { docx, fonts } = pen;
  const size = sizeOf(table);
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) =>
    Math.floor((column.width / whole) * textWidth(orientation)),
  );
  const header = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new docx.TableCell({
          width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
          verticalAlign: docx.VerticalAlignTable.CENTER,
          children: [
            new docx.Paragraph({
              style: cellStyle(table),
              alignment: docx.AlignmentType.CENTER,
              keepNext: true,
              children: [
                new docx.TextRun({ text: column.title, font: faceOf(fonts.heading1, fonts), size }),
              ],
            }),
          ],
        }),
    ),
  });
  return [
    new docx.Paragraph({ style: 'PaperCaption', text: table.caption }),
    new docx.Table({
      layout: docx.TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
      alignment: docx.AlignmentType.CENTER,
      margins: { left: 60, right: 60, top: 0, bottom: 0 },
      rows: [
        header,
        ...table.lines.map((line, index) =>
          drawLine(pen, table, line, widths, size, isNearEnd(table, index)),
        ),
      ],
    }),
    // Word joins two tables that touch; the gap also parts a table from the text below it.
    new docx.Paragraph({
      style: 'PaperFlush',
      spacing: { line: 240, lineRule: docx.LineRuleType.EXACT },
    }),
  ];
}
