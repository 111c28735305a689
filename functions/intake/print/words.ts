import type { Label } from '#schema/language.ts';

/** Words of what is printed. */
export const printWords = {
  ledger: ({ zh, en }: Label): Label => ({ zh: `${zh}台账`, en: `${en} ledger` }),
  month: (month: string): Label => ({
    zh: `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`,
    en: month,
  }),
  records: (count: number): Label => ({ zh: `共 ${count} 条`, en: `${count} entries` }),
  printedOn: (day: string): Label => ({ zh: `打印日期 ${day}`, en: `Printed ${day}` }),
  number: { zh: '序号', en: 'No.' },
  none: { zh: '本月没有记录', en: 'No entries in this month' },
  chooseMonth: { zh: '月份', en: 'Month' },
  chooseColumns: { zh: '栏目', en: 'Columns' },
  update: { zh: '更新', en: 'Update' },
  print: { zh: '打印', en: 'Print' },
  slips: { zh: '单据', en: 'Slips' },
  signature: { zh: '负责人签字', en: 'Signed' },
  date: { zh: '日期', en: 'Date' },
  slipNumber: { zh: '编号', en: 'No.' },
  unit: { zh: '单位', en: 'Unit' },
  total: { zh: '合计', en: 'Total' },
  day: { zh: '日期', en: 'Day' },
  weekday: { zh: '星期', en: 'Weekday' },
  weekdays: [
    { zh: '日', en: 'Sun' },
    { zh: '一', en: 'Mon' },
    { zh: '二', en: 'Tue' },
    { zh: '三', en: 'Wed' },
    { zh: '四', en: 'Thu' },
    { zh: '五', en: 'Fri' },
    { zh: '六', en: 'Sat' },
  ],
  noPlace: { zh: '未写地点', en: 'No place given' },
  hasPhoto: { zh: '有', en: 'Yes' },
  badMonth: { zh: '月份应如 2026-11，请改网址或重新选。', en: 'The month must be like 2026-11.' },
  badColumn: { zh: '没有这一栏，请重新选栏目。', en: 'There is no such column. Choose again.' },
  noPaper: { zh: '没有这种打印，请核对网址。', en: 'There is no such paper. Check the address.' },
  hint: {
    zh: '浏览器的打印里可另存为 PDF；纸张选 A4。',
    en: 'The browser’s own print can save a PDF; choose A4.',
  },
} as const;
