import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { oneAtATime } from '#platform/documents/index.ts';
import { answerProblems, jsonBody, Problem } from '#platform/problem.ts';
import { WorkbookFailure } from '#platform/workbook/port.ts';
import { type PlanPorts, runPlan } from './run-plan.ts';

const requestShape = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .optional(),
});

const wrongMonth = new Problem({
  status: 400,
  code: 'badMonth',
  label: {
    zh: '月份请写成 2026-12 这样，或不写（就是下个月）',
    en: 'Give the month as { "month": "2026-12" }, or nothing for the next.',
  },
});

async function monthWanted(context: Context): Promise<string | undefined> {
  if ((await context.req.text()).trim() === '') return undefined;
  const request = requestShape.safeParse(await jsonBody(context));
  if (!request.success) throw wrongMonth;
  return request.data.month;
}

/**
 * The monthly plan: `POST /plan/run` plans the next month, or the one that the body names (`{ "month": "2026-12" }`).
 * Answers what was written, stored and sent. Runs of one instance follow each other.
 *
 * @example
 * const app = createPlan({ ...platform, publicHolidays: chineseHolidays, baseUrl });
 * await app.request('/plan/run', { method: 'POST' });
 */
export function createPlan(ports: PlanPorts): Hono {
  const inTurn = oneAtATime();
  const app = new Hono();
  answerProblems(app, ports);
  app.post('/plan/run', async (context) => {
    const month = await monthWanted(context);
    try {
      return context.json(await inTurn(() => runPlan(ports, month)));
    } catch (failure) {
      if (!(failure instanceof WorkbookFailure)) throw failure;
      throw new Problem({ status: 503, code: 'unreadable', label: failure.label });
    }
  });
  return app;
}
