import { done, type WorkLine } from './line.ts';

/** K: the two papers. */
export const papers: WorkLine = {
  id: 'K',
  title: { zh: '月工作计划和期末工作总结', en: 'The two papers' },
  registers: [],
  catches: [
    done('月计划：谁、做什么、哪天', 'The plan: who, what, by when', {
      file: 'functions/plan/',
      test: 'test/functions/plan/plan-paper.test.ts',
      shows: 'gives each line of 表2 a standard, an owner and a day',
    }),
    done('值班表随计划贴出', 'With the roster', {
      file: 'functions/plan/roster.ts',
      test: 'test/functions/plan/plan-paper.test.ts',
      shows: 'hangs the roster on a landscape page',
    }),
    done('期末总结：和上学期比', 'The report: compared with last term', {
      file: 'functions/report/',
      test: 'test/functions/report/term-paper.test.ts',
      shows: 'compares with last term over the same number of weeks',
    }),
    done('不足、原因、措施都说清', 'Shortcomings, causes, measures', {
      file: 'functions/report/shortcomings.ts',
      test: 'test/functions/report/term-paper.test.ts',
      shows: 'answers each shortcoming with a measure',
    }),
    done('每个数能找到它的登记', 'Every figure leads to its rows', {
      file: 'functions/platform/documents/source-finder.ts',
      test: 'test/functions/report/run-report.test.ts',
      shows: 'links each figure to its rows',
    }),
  ],
};
