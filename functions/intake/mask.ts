import type { Column } from '#schema/columns.ts';

/**
 * A value of a personal column as its own sender may see it on a page that others might open:
 * `138****1234`, `王**`, `z***@school.cn`. Other columns stay as they are.
 */
export function masked(column: Column, text: string): string {
  if (!column.personal || text === '') return text;
  if (column.kind === 'email' || /^[^@\s]+@[^@\s]+$/.test(text)) {
    const [name = '', domain = ''] = text.split('@');
    return `${[...name].slice(0, 1).join('')}***@${domain}`;
  }
  const characters = [...text];
  const digits = text.replace(/\D/g, '').length;
  if (digits >= 7 && digits * 2 > characters.length)
    return `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}`;
  if (digits > 0) return `***${characters.slice(-2).join('')}`;
  return `${characters[0]}${'*'.repeat(Math.min(Math.max(characters.length - 1, 1), 3))}`;
}
