import { caught, done, type WorkLine } from './line.ts';

const intakeTests = 'test/functions/intake';
const printing = { file: 'functions/intake/print/', test: `${intakeTests}/print.test.ts` };
const sheets = { file: 'functions/intake/batch/', test: `${intakeTests}/batch.test.ts` };
const copying = { file: 'functions/intake/batch/', test: `${intakeTests}/copy-in.test.ts` };
const checking = { file: 'functions/check/', test: 'test/functions/check/check.test.ts' };
const inBrowser = { file: 'functions/intake/browser/', test: 'test/browser/form.test.ts' };

/** M: how all of it is used from day to day. */
export const days: WorkLine = {
  id: 'M',
  title: { zh: '一天一天怎么用', en: 'From day to day' },
  registers: [],
  catches: [
    done('打印台账：校名、月份、编号、签名栏', 'Paper out: ledgers to sign', {
      ...printing,
      shows: 'has title, school, month, numbered rows',
    }),
    done('只印选中的栏', 'The columns that a person chose', {
      ...printing,
      shows: 'shows the columns that a person chose',
    }),
    done('A4 纸，第几页共几页', 'A4 pages, page x of y', {
      file: 'functions/intake/browser/print.css',
      test: 'test/browser/print.test.ts',
      shows: 'a ledger lies on A4 pages',
    }),
    done('值班表上墙', 'The roster as a wall sheet', {
      file: 'functions/intake/print/wall.ts',
      test: `${intakeTests}/print-sheets.test.ts`,
      shows: 'has a line for every day of the month',
    }),
    done('按货架顺序的盘点单', 'Count sheets in the order of the shelves', {
      file: 'functions/intake/print/count-sheet.ts',
      test: `${intakeTests}/print-sheets.test.ts`,
      shows: 'walks from shelf to shelf',
    }),
    done('一页一张的单据', 'Slips, one a page', {
      ...printing,
      shows: 'is one row on a page of its own, to be signed',
    }),
    done('纸质补录：一次多行，写真实时间', 'Paper in: many rows, with their real time', {
      ...copying,
      shows: 'with the time they really happened, each marked as copied in',
    }),
    done('补录可附原页照片的网址', 'With a link to a photo of the page', {
      ...copying,
      shows: 'takes a link to a picture of the page',
    }),
    done('照片直接拍了上传', 'Photos taken and sent', {
      file: 'functions/intake/photos/',
      test: 'test/browser/photos.test.ts',
      shows: 'is made small and loses its place before it leaves the telephone',
    }),
    done('没有网络先存着，有了再发', 'Without a network it waits', {
      ...inBrowser,
      shows: 'without a network it waits, and is sent once',
    }),
    done('一餐、一单、一层楼一张表', 'One sheet for a batch', {
      ...sheets,
      shows: 'every row has what they share',
    }),
    done('系统抽中的房间要有照片', 'Drawn rooms need a photo', {
      ...sheets,
      shows: 'must have what drawn rows need',
    }),
    done('预填的不算填过', 'Prefilled is not done', {
      file: 'functions/intake/browser/lines.ts',
      test: 'test/browser/sheet.test.ts',
      shows: 'the rest is kept and marked as copied',
    }),
    done('替别人报、几间一起报', 'For somebody else, several rooms', {
      ...sheets,
      shows: 'several places are reported at once',
    }),
    done('浏览器不跑脚本也能填', 'Works where scripts do not run', {
      file: 'functions/intake/pages/',
      test: `${intakeTests}/without-javascript.test.ts`,
      shows: 'is sent by the browser itself and leads to its receipt',
    }),
    done('要用系统浏览器时说明白', 'Says when the system’s browser is needed', {
      file: 'functions/intake/pages/elsewhere.ts',
      test: 'test/browser/own-telephone.test.ts',
      shows: 'says what it cannot do, and copies the link for the telephone’s own browser',
    }),
    done('当天的话复制到群里', 'A day’s text for the group', {
      file: 'functions/intake/pages/today.ts',
      test: 'test/functions/intake/today.test.ts',
      shows: 'has the day’s text for a group, without names and numbers',
    }),
    done('企业微信和钉钉机器人', 'Robots of WeCom and DingTalk', {
      file: 'functions/platform/messages/',
      test: 'test/functions/platform/messages/messages.test.ts',
      shows: 'go to a group of WeCom, word for word, and can call on people',
    }),
    done('正在填的行是灰色未填完', 'A row being typed is not red', {
      ...checking,
      shows: 'is grey until it has rested',
    }),
    done('只有必须改、请看一下两级，30 字内，没有术语', 'Two severities, 30 plain characters', {
      file: 'sheets-schema/rules/',
      test: 'test/sheets-schema/register-contract.ts',
      shows: 'most demo rows are faultless, and every finding can be read by anyone',
    }),
    done('每人一封不超过十行的提醒', 'A person’s mail of ten lines', {
      file: 'functions/report/reminders/',
      test: 'test/functions/report/reminders.test.ts',
      shows: 'has at most ten lines, the late ones first, and leads to the rest',
    }),
    done('一次接受多条提示，写一个原因', 'Many findings accepted with one reason', {
      file: 'functions/platform/workbook/acceptance.ts',
      test: 'test/functions/check/accepted.test.ts',
      shows: 'stays accepted while others come, go and are sorted',
    }),
    done('导入的旧记录进入试运行', 'Trial first, after an import', {
      file: 'scripts/import/put-on-trial.ts',
      test: 'test/scripts/import/import.test.ts',
      shows: 'puts the register on trial',
    }),
    done('停用的登记簿没有提示、计划和总结', 'Off: no finding, plan or report', {
      file: 'sheets-schema/switches.ts',
      test: 'test/sheets-schema/settings.test.ts',
      shows: 'the world has neither rows nor register of what is switched off',
    }),
    done('停用的登记簿没有工作表和表单', 'Off: no tab and no form', {
      file: 'functions/intake/switched-on.ts',
      test: 'test/functions/switches/switched-off.test.ts',
      shows: 'loses tab, line on 首页 and findings at the check’s next look; its rows stay',
    }),
    done('新学校先用六个登记簿', 'A new school starts with six', {
      file: 'sheets-schema/switches.ts',
      test: 'test/functions/switches/new-school.test.ts',
      shows: 'begins with six systems and the lists that they stand on',
    }),
    done('改了设置要留痕', 'A setting that was changed says so', {
      file: 'functions/check/note-settings.ts',
      test: 'test/functions/switches/changed-settings.test.ts',
      shows: 'says what it was before and since when; what staff typed stands as they typed it',
    }),
    done('带着问题月结', 'A month closes with findings open', {
      file: 'functions/check/closing/',
      test: 'test/functions/check/closing.test.ts',
      shows:
        'leaves what is not finished, and what must be mended and nobody accepted, where it is',
    }),
    caught(
      '急件先办、24 小时内补手续',
      'Urgent work first, papers after',
      'trips.requested',
      'orders.ordered-as-decided',
    ),
    caught('急件先领料修、后补单', 'Parts for an urgent repair', 'movements.issued-unasked'),
    done('审批人不在，代理人批', 'Approvals pass to the deputy', {
      file: 'sheets-schema/reminders/deciders.ts',
      test: 'test/functions/report/requests.test.ts',
      shows: 'whoever acts for them is told instead',
    }),
    done('只看我的、未完成、本周', 'Filter views', {
      file: 'functions/platform/workbook/setup/filter-views.ts',
      test: 'test/functions/platform/workbook/filter-views.test.ts',
      shows: 'are 只看我的, 未完成 and 本周 where a register names who and when',
    }),
    done('受保护的格子用中文说明', 'A protected cell says why, in Chinese', {
      file: 'functions/platform/workbook/setup/register-tab.ts',
      test: 'test/browser/grid.test.ts',
      shows: 'says in Chinese why a protected cell stays as it is',
    }),
    done('草稿只给主任', 'Drafts go to the director alone', {
      file: 'functions/platform/documents/send-to-director.ts',
      test: 'test/scripts/setup.test.ts',
      shows: 'that the director may open and other staff may not',
    }),
    done('对事不对人', 'No names among shortcomings', {
      file: 'functions/platform/documents/discretion.ts',
      test: 'test/functions/report/term-paper.test.ts',
      shows: 'names nobody among the shortcomings',
    }),
    done('来访等个人信息不是人人能看', 'Personal columns are not for everyone', {
      ...printing,
      shows: 'shows personal columns in full only by a link that names the register',
    }),
  ],
};
