import { Hono } from 'hono';
import { oneAtATime } from '#platform/documents/index.ts';
import { answerProblems } from '#platform/problem.ts';
import { runRequests } from '../requests/run-requests.ts';
import { type ReminderPorts, runReminders } from './run-reminders.ts';

/**
 * The reminders: `POST /report/remind` tells everybody who has something open today, once a day; asked for again it
 * tells only those who were not reached. Answers how many were told. `POST /report/requests` mails what waits for
 * somebody's decision, and personal links, each once.
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
  app.post('/report/requests', async (context) =>
    context.json(await inTurn(() => runRequests(ports))),
  );
  return app;
}
