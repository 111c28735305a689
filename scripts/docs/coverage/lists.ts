import { caught, done, type WorkLine } from './line.ts';

/** L: the lists that the rules stand on. */
export const lists: WorkLine = {
  id: 'L',
  title: { zh: '基础名单', en: 'Lists that the rules need' },
  registers: [
    'classes',
    'timetable',
    'places',
    'beds',
    'diners',
    'items',
    'people',
    'teams',
    'suppliers',
    'budgetLines',
    'calendar',
    'routine',
  ],
  catches: [
    caught('班级，每年升级', 'Classes, moving up each year', 'classes.moved-up'),
    caught(
      '功能室课表',
      'Timetable',
      'timetable.room-twice',
      'timetable.klass-twice',
      'timetable.past-periods',
    ),
    caught('房间', 'Rooms', 'places.unique-name', '*.unlisted'),
    caught(
      '床位和谁住',
      'Beds and who lives there',
      'beds.bed-twice',
      'beds.resident-twice',
      'beds.graduated',
    ),
    caught('每餐就餐人数', 'Diners per meal', 'diners.each-meal'),
    caught(
      '单位和换算',
      'Units and conversions',
      'items.together-packUnit-packFactor',
      'items.pack-of-itself',
    ),
    caught('班组和班长', 'Teams and leaders', 'teams.unique-name', '*.unlisted'),
    caught(
      '审批人',
      'Approver',
      'leave.decided-by-nobody',
      'purchaseRequests.needed-decided',
      'vehicleRequests.second-person-approver',
    ),
    caught(
      '代理人有起止日',
      'A deputy with dates',
      'people.in-order-deputyFrom-deputyUntil',
      'people.together-deputy-deputyFrom',
    ),
    caught(
      '供应商和证照',
      'Suppliers with licences',
      'suppliers.expiry-licenceUntil',
      'suppliers.needed-food',
    ),
    caught('分类预算', 'Budget lines by category', 'budgetLines.unique-category-year'),
    caught(
      '校历，含返校离校',
      'Calendar with the days boarders move',
      'calendar.term-without-end',
      'calendar.needless-make-up',
    ),
    caught('各月常规工作', 'Routine work by month', 'routine.day-of-month'),
    done('从 Excel 导入', 'Each loads from an .xlsx', {
      file: 'scripts/import.ts',
      test: 'test/scripts/import/import.test.ts',
      shows: 'finds the headers below titles',
    }),
    done('每张名单一页的空白模板', 'An empty template', {
      file: 'scripts/import/template.ts',
      test: 'test/scripts/import/import.test.ts',
      shows: 'offers an empty template with a sheet for each list',
    }),
    done('从表格粘贴', 'Each takes a pasted table', {
      file: 'functions/intake/browser/paste.ts',
      test: 'test/browser/sheet.test.ts',
      shows: 'takes a block from a spreadsheet',
    }),
  ],
};
