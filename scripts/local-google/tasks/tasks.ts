import { z } from 'zod';
import { numberParam, readBody, requiredText, textParam } from '../arguments.ts';
import { alreadyExists, invalidArgument, notFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { QueueRecord, TaskRecord } from '../state.ts';
import { readDuration } from './durations.ts';
import { findQueue, findTask } from './find.ts';
import { spendName } from './settle.ts';
import { taskJson } from './task-json.ts';

const taskShape = z.strictObject({
  name: z.string().optional(),
  scheduleTime: z.string().optional(),
  dispatchDeadline: z.string().default('600s'),
  httpRequest: z.strictObject(
    {
      url: z.string().default(''),
      httpMethod: z
        .enum(['POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        .default('POST'),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.base64().default(''),
      oidcToken: z
        .strictObject({ serviceAccountEmail: z.string(), audience: z.string().optional() })
        .optional(),
    },
    { error: 'Task.httpRequest is required: the stand-in delivers tasks over HTTP only.' },
  ),
});

const thirtyDays = 30 * 24 * 3_600_000;

/** `tasks.create`. A name that exists, or was used of late, is refused with 409. */
export function createTask(call: Call, context: Context): Answer {
  const queue = requireQueue(call, context, 'parent');
  const { task: asked, responseView } = readBody(call, {
    task: taskShape,
    responseView: z.string().default('BASIC'),
  });
  const { httpRequest, dispatchDeadline, scheduleTime } = asked;
  const now = context.clock.now();
  const url = URL.parse(httpRequest.url);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalidArgument('HttpRequest.url must start with http:// or https://.');
  }
  const scheduleAt = scheduleTime === undefined ? now.getTime() : Date.parse(scheduleTime);
  if (scheduleAt > now.getTime() + thirtyDays) {
    throw invalidArgument('The scheduleTime is too far in the future; the limit is 30 days.');
  }
  const deadline = readDuration(dispatchDeadline);
  if (deadline < 15_000 || deadline > 1_800_000) {
    throw invalidArgument('Task.dispatchDeadline must be between [15s, 30m].');
  }
  const { oidcToken } = httpRequest;
  const task: TaskRecord = {
    name: asked.name === undefined ? freshName(queue, context) : freeName(queue, asked.name, now),
    createTime: now.toISOString(),
    scheduleAt: Math.max(scheduleAt, now.getTime()),
    dispatchDeadline: deadline,
    url: url.href,
    httpMethod: httpRequest.httpMethod,
    headers: httpRequest.headers,
    body: new Uint8Array(Buffer.from(httpRequest.body, 'base64')),
    ...(oidcToken && {
      oidc: {
        email: oidcToken.serviceAccountEmail,
        audience: oidcToken.audience ?? url.href,
      },
    }),
    dispatchCount: 0,
    responseCount: 0,
  };
  queue.tasks.set(task.name, task);
  return { json: taskJson(task, responseView) };
}

/** `tasks.get`. */
export function getTask(call: Call, context: Context): Answer {
  const task = findTask(context.state, requiredText(call, 'name'));
  if (task === undefined) throw notFound();
  return { json: taskJson(task, textParam(call, 'responseView') ?? 'BASIC') };
}

/** `tasks.list`: in the order in which they are due. */
export function listTasks(call: Call, context: Context): Answer {
  const queue = requireQueue(call, context, 'parent');
  const due = [...queue.tasks.values()].toSorted((a, b) => a.scheduleAt - b.scheduleAt);
  const page = pageOf(due, textParam(call, 'pageToken'), numberParam(call, 'pageSize') ?? 1000);
  const view = textParam(call, 'responseView') ?? 'BASIC';
  return {
    json: {
      tasks: page.items.map((task) => taskJson(task, view)),
      ...(page.next !== undefined && { nextPageToken: page.next }),
    },
  };
}

/** `tasks.delete`. */
export function deleteTask(call: Call, context: Context): Answer {
  const queue = requireQueue(call, context, 'name');
  const name = requiredText(call, 'name');
  if (!queue.tasks.delete(name)) throw notFound();
  spendName(queue, name, context.clock.now());
  return { json: {} };
}

function requireQueue(call: Call, { state }: Context, param: string): QueueRecord {
  const queue = findQueue(state, requiredText(call, param));
  if (queue === undefined) throw notFound();
  return queue;
}

function freshName(queue: QueueRecord, { random }: Context): string {
  return `${queue.name}/tasks/${Buffer.from(random.bytes(8)).readBigUInt64BE()}`;
}

function freeName(queue: QueueRecord, name: string, now: Date): string {
  const id = name.startsWith(`${queue.name}/tasks/`) ? name.slice(queue.name.length + 7) : '';
  if (!/^[A-Za-z0-9_-]{1,500}$/.test(id)) {
    throw invalidArgument(
      'Task name must be formatted: "projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>/tasks/<TASK_ID>"',
    );
  }
  if (queue.tasks.has(name)) throw alreadyExists('Requested entity already exists');
  if ((queue.spentNames.get(name) ?? 0) > now.getTime()) {
    throw alreadyExists(
      'The task cannot be created because a task with this name existed too recently. For more information about task de-duplication see https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks/create#body.request_body.FIELDS.task.',
    );
  }
  return name;
}
