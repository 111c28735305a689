/** A font by name, and what Word and WPS take where it is not installed. */
export interface PaperFont {
  readonly name: string;
  /** Tried in this order (`w:altName` of the font table). */
  readonly fallbacks: readonly string[];
  /** Printed bold: for a face that is not heavy of itself. */
  readonly bold?: boolean;
}

/** The faces of a paper; a school that lacks one names another. */
export interface PaperFonts {
  readonly title: PaperFont;
  readonly heading1: PaperFont;
  readonly heading2: PaperFont;
  readonly body: PaperFont;
  readonly table: PaperFont;
  /** Digits and Latin letters. */
  readonly figures: PaperFont;
}

/** The usual faces of Chinese official papers, after GB/T 9704. */
export const officialFonts: PaperFonts = {
  title: { name: '方正小标宋简体', fallbacks: ['方正小标宋_GBK', '华文中宋', '宋体', 'SimSun'] },
  heading1: { name: '黑体', fallbacks: ['SimHei', '华文黑体'] },
  heading2: { name: '楷体_GB2312', fallbacks: ['楷体', 'KaiTi', '华文楷体'] },
  body: { name: '仿宋_GB2312', fallbacks: ['仿宋', 'FangSong', '华文仿宋'] },
  table: { name: '宋体', fallbacks: ['SimSun', '新宋体'] },
  figures: { name: 'Times New Roman', fallbacks: ['Liberation Serif'] },
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** The document's font table: each face with its stand-ins, so that a machine without it still prints well. */
export function fontTable(fonts: PaperFonts): string {
  const faces = new Map(Object.values(fonts).map((font: PaperFont) => [font.name, font]));
  const entries = [...faces.values()].map(
    (font) =>
      `<w:font w:name="${escaped(font.name)}"><w:altName w:val="${escaped(font.fallbacks.join(','))}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
