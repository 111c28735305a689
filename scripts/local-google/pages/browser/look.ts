import type { Cell, Colour } from './answers.ts';

/** How a cell is painted. */
export interface Look {
  readonly background?: string;
  readonly ink?: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly line?: 'underline' | 'line-through';
  /** Points; the page's own size if absent. */
  readonly size?: number;
  readonly align: 'left' | 'right' | 'center';
  readonly wraps: 'wrap' | 'clip' | 'free';
}

/** The look of a cell with its conditional formats, which Google's answer has laid over it. */
export function lookOf(cell: Cell | undefined): Look {
  const format = cell?.effectiveFormat;
  const font = format?.textFormat;
  const background = css(format?.backgroundColorStyle);
  const ink = css(font?.foregroundColorStyle);
  const line = font?.strikethrough ? 'line-through' : font?.underline ? 'underline' : undefined;
  return {
    ...(background !== undefined && { background }),
    ...(ink !== undefined && { ink }),
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    ...(line && { line }),
    ...(font?.fontSize !== undefined && { size: font.fontSize }),
    align: alignOf(format?.horizontalAlignment, cell),
    wraps:
      format?.wrapStrategy === 'WRAP' ? 'wrap' : format?.wrapStrategy === 'CLIP' ? 'clip' : 'free',
  };
}

function alignOf(alignment: string | undefined, cell: Cell | undefined): Look['align'] {
  if (alignment === 'RIGHT') return 'right';
  if (alignment === 'CENTER') return 'center';
  if (alignment === 'LEFT') return 'left';
  const value = cell?.userEnteredValue;
  if (value?.boolValue !== undefined) return 'center';
  if (value?.numberValue !== undefined) return 'right';
  const computed = value?.formulaValue !== undefined ? (cell?.formattedValue ?? '') : '';
  return /^[-￥¥]?[\d,]+(?:\.\d+)?%?$/.test(computed) ? 'right' : 'left';
}

/** `rgb(28 97 107)`; Google leaves a part out that is zero, and a colour that is not set. */
export function css(colour: Colour | undefined): string | undefined {
  if (!colour?.rgbColor) return undefined;
  const { red = 0, green = 0, blue = 0 } = colour.rgbColor;
  return `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(' ')})`;
}
