import type { Label } from '#schema/language.ts';

/** Words of sheets for many rows. */
export const batchWords = {
  next: { zh: '下一步', en: 'Next' },
  change: { zh: '修改', en: 'Change' },
  more: { zh: '再加 5 行', en: 'Add 5 rows' },
  moreOne: { zh: '加一行', en: 'Add a row' },
  same: { zh: '同上', en: 'Same as above' },
  row: { zh: '第 ', en: 'Row ' },
  rowEnd: { zh: ' 行', en: '' },
  seen: { zh: '已核对', en: 'Checked' },
  gone: { zh: '不要这行', en: 'Leave out' },
  drawn: { zh: '抽中', en: 'Drawn' },
  fill: { zh: '已填', en: 'Filled in:' },
  untouched: { zh: '未动', en: 'untouched:' },
  rows: { zh: '行', en: '' },
  leftOut: {
    zh: '灰字是预填的。没动过的行不会提交。',
    en: 'Grey is prefilled. Rows that you do not touch are not sent.',
  },
  kept: {
    zh: '灰字是预填的。没动过的行照原样提交，并记为照抄。',
    en: 'Grey is prefilled. Rows that you do not touch are sent as they are and marked as copied.',
  },
  keptUnmarked: {
    zh: '灰字是预填的。没动过的行照原样提交。',
    en: 'Grey is prefilled. Rows that you do not touch are sent as they are.',
  },
  grid: { zh: '逐行填写', en: 'Rows' },
  noRows: { zh: '一行都没有填', en: 'No row was filled in' },
  blankRow: { zh: '这一行是空的', en: 'This row is blank' },
  tooMany: { zh: '一次最多 300 行，请分几次提交', en: 'At most 300 rows at a time' },
  rowsNeeded: { zh: '应为一行一项的列表', en: 'Must be a list of rows' },
  sharedNeeded: { zh: '应为“栏名：内容”', en: 'Must be an object of columns' },
  pageNeeded: { zh: '请填照片的网址', en: 'Enter the address of a picture' },
  sameId: { zh: '编号和另一行相同', en: 'The id is that of another row' },
  drawnNeeds: { zh: '这一行被抽中，必须填', en: 'This row was drawn: it may not be blank' },
  firstStands: {
    zh: '这一行先收到过，内容不同；先收到的为准',
    en: 'Received before with other values; the first stands',
  },
  different: {
    zh: '有几行先收到过，内容不同；先收到的为准，其余已收到。',
    en: 'Some rows were received before with other values; those stand, the rest was received.',
  },
  refused: {
    zh: '有几行没有写成，其余已收到。请改好后再交。',
    en: 'Some rows were not written, the rest was. Mend them and send again.',
  },
  gridUnread: {
    zh: '名单暂时读不出来，请稍后再按“下一步”。',
    en: 'The list cannot be read now. Press Next again in a moment.',
  },
  written: { zh: '写入的内容', en: 'What was written' },
  rowsWritten: { zh: '共 ', en: 'Rows: ' },
  someUnread: {
    zh: '另有几行已收到，现在读不出来。',
    en: 'Other rows were received too but cannot be shown now.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** Words of 补录. */
export const copyInWords = {
  titleOf: ({ zh, en }: Label): Label => ({ zh: `${zh}补录`, en: `${en}: copy in from paper` }),
  intro: {
    zh: '照纸抄，时间填真正发生的时间。可以从电子表格整块复制，粘贴到任何一格。',
    en: 'Copy from paper with the time it really happened. A block from a spreadsheet can be pasted.',
  },
  page: { zh: '纸页照片的链接', en: 'Link to a picture of the page' },
} as const;
