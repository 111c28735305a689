import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { oneAtATime } from '#platform/documents/index.ts';
import { answerProblems, jsonBody, Problem } from '#platform/problem.ts';
import { WorkbookFailure } from '#platform/workbook/port.ts';
import { type ReportPorts, runReport } from './run-report.ts';

const requestShape = z.object({ term: z.string().trim().min(1).max(100).optional() });

const wrongTerm = new Problem({
  status: 400,
  code: 'badTerm',
  label: {
    zh: '学期请写名称或其中一天，如 2026-11-24；不写就是本学期',
    en: 'Give the term as { "term": "its name, or a day in it" }, or nothing for the present one.',
  },
});

async function termWanted(context: Context): Promise<string | undefined> {
  if ((await context.req.text()).trim() === '') return undefined;
  const request = requestShape.safeParse(await jsonBody(context));
  if (!request.success) throw wrongTerm;
  return request.data.term;
}

/**
 * The term-end report: `POST /report/term` reports the present term up to today, or the one that the body names by its
 * name or a day in it (`{ "term": "2026-11-24" }`). Answers what was stored and sent. Runs of one instance follow
 * each other.
 *
 * @example
 * const app = createReport({ ...platform, publicHolidays: chineseHolidays, baseUrl });
 * await app.request('/report/term', { method: 'POST' });
 */
export function createReport(ports: ReportPorts): Hono {
  const inTurn = oneAtATime();
  const app = new Hono();
  answerProblems(app, ports);
  app.post('/report/term', async (context) => {
    const term = await termWanted(context);
    try {
      return context.json(await inTurn(() => runReport(ports, term)));
    } catch (failure) {
      if (!(failure instanceof WorkbookFailure)) throw failure;
      throw new Problem({ status: 503, code: 'unreadable', label: failure.label });
    }
  });
  return app;
}
