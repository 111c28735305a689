import type { LinkClaims } from '#platform/links/index.ts';
import { shown } from '#schema/cell.ts';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { masked } from '../mask.ts';
import { printWords } from './words.ts';

/** Writes cells as paper shows them. */
export type CellText = (row: Row, column: string) => string;

/**
 * What stands in a cell on paper. Personal columns stand in full only where the link names the register, which is
 * given to those who work with it; a link for everything shows them masked.
 */
export function cellTexts(register: Register, claims: LinkClaims, language: Language): CellText {
  const isOwn = claims.registers?.includes(register.key) ?? false;
  return (row, name) => {
    const column = register.columns[name];
    if (!column) return '';
    const value = row.values[name];
    // An address of a picture is of no use on paper.
    if (column.kind === 'photo') return value === undefined ? '' : printWords.hasPhoto[language];
    const unreadable = row.unreadable.find((cell) => cell.column === name)?.shown ?? '';
    const text = value === undefined ? unreadable : shown(column, value, language);
    return isOwn ? text : masked(column, text);
  };
}
