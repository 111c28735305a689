import { Hono } from 'hono';
import { oneAtATime } from '#platform/documents/index.ts';
import { answerProblems } from '#platform/problem.ts';
import { type ReminderPorts, runReminders } from './run-reminders.ts';

/**
 * The reminders: `POST /report/remind` tells everybody who has something open today, once a day; asked for again it
 * tells only those who were not reached. Answers how many were told.
 *
 * @example
 * const app = createReminders({ ...platform, bucket, publicHolidays: chineseHolidays, baseUrl });
 * await app.request('/report/remind', { method: 'POST' });
 */
export function createReminders(ports: ReminderPorts): Hono {
  const inTurn = oneAtATime();
  const app = new Hono();
  answerProblems(app, ports);
  app.post('/report/remind', async (context) =>
    context.json(await inTurn(() => runReminders(ports))),
  );
  return app;
}
