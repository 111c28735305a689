import { done, later, type WorkLine } from './line.ts';

const importing = 'test/scripts/import/import.test.ts';
const printing = 'test/functions/intake/print.test.ts';
const sheets = 'test/functions/intake/batch.test.ts';
const checking = 'test/functions/check/check.test.ts';

/** L and M: the lists that rules need, and how all of it is used from day to day. */
export const listsAndDays: readonly WorkLine[] = [
  {
    id: 'L',
    title: { zh: '基础名单', en: 'Lists that the rules need' },
    registers: [
      'classes',
      'timetable',
      'beds',
      'diners',
      'items',
      'teams',
      'people',
      'suppliers',
      'budgetLines',
      'calendar',
      'routine',
      'places',
    ],
    catches: [
      done('从 Excel 导入名单', 'Each loads from an .xlsx', 'scripts/import.ts', importing),
      done('空白模板', 'An empty template', 'scripts/import/template.ts', importing),
      {
        says: { zh: '班级每年升级', en: 'Classes move up each year' },
        rules: ['classes.moved-up'],
      },
      {
        says: { zh: '毕业生退宿', en: 'Who graduated gives back the bed' },
        rules: ['beds.graduated'],
      },
      {
        says: { zh: '代理人有起止日', en: 'A deputy with dates' },
        rules: ['people.in-order-deputyFrom-deputyUntil', 'people.together-deputy-deputyFrom'],
      },
    ],
  },
  {
    id: 'M',
    title: { zh: '一天一天怎么用', en: 'From day to day' },
    registers: [],
    catches: [
      done(
        '打印台账',
        'Every register prints as an A4 ledger',
        'functions/intake/print/',
        printing,
      ),
      done(
        '值班表上墙、按货架盘点单、单据',
        'Wall roster, count sheets, slips',
        'functions/intake/print/',
        'test/functions/intake/print-sheets.test.ts',
      ),
      done(
        '纸质补录',
        'Paper copied in',
        'functions/intake/batch/',
        'test/functions/intake/copy-in.test.ts',
      ),
      done('一餐、一单、一层楼一张表', 'One sheet for a batch', 'functions/intake/batch/', sheets),
      done(
        '预填的不算填过',
        'Prefilled is not done',
        'functions/intake/browser/lines.ts',
        'test/browser/sheet.test.ts',
      ),
      done(
        '替别人报、几间一起报',
        'For somebody else, several rooms',
        'functions/intake/batch/',
        sheets,
      ),
      done(
        '没有脚本也能用',
        'Works in a browser without scripts',
        'functions/intake/pages/',
        'test/functions/intake/without-javascript.test.ts',
      ),
      done(
        '正在填的行不变红',
        'A row being typed is not red',
        'functions/check/resting.ts',
        checking,
      ),
      done(
        '提示不超过 30 字',
        'A message has at most 30 characters',
        'sheets-schema/wording.ts',
        'test/sheets-schema/wording.test.ts',
      ),
      done(
        '试运行',
        'Trial first',
        'sheets-schema/switches.ts',
        'test/sheets-schema/settings.test.ts',
      ),
      done(
        '不写名字的不足',
        'No names among shortcomings',
        'functions/platform/documents/discretion.ts',
        'test/functions/platform/documents/discretion.test.ts',
      ),
      later('没有网络也能填', 'Filled without a network', 7),
      later('一次接受多条提示并写一个原因', 'Many findings accepted with one reason', 6),
      later('带着问题月结', 'A month closes with findings open', 6),
      later('只看我的、未完成、本周', 'Filter views', 6),
      later('早上的提醒邮件和群文本', 'Morning mail and text for the group', 6),
    ],
  },
];
