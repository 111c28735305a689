import { type Random, uuidFrom } from '../random.ts';
import type { Caller } from './call.ts';
import { GoogleFailure } from './failure.ts';
import { once } from './once.ts';

/** A request that Cloud Tasks makes for us later, again and again until it is answered with 2xx. */
export interface Task {
  /** Letters, digits, `-` and `_`. A second task of this name is folded into the first. */
  readonly name?: string;
  readonly url: string;
  /** Sent as JSON. Small: a task holds at most 1 MB. */
  readonly body: unknown;
  readonly scheduleTime?: Date;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Cloud Tasks v2. */
export interface Tasks {
  /**
   * Puts a task into a queue, `projects/…/locations/…/queues/…`. Safe to repeat: the name tells.
   * Answers `folded` when a task of that name is there or was there within the last hour.
   */
  enqueue(queuePath: string, task: Task): Promise<'enqueued' | 'folded'>;
  /** Makes a queue, `projects/…/locations/…/queues/…`; one that is there already is left as it is. */
  createQueue(queuePath: string): Promise<void>;
}

const scopes = ['https://www.googleapis.com/auth/cloud-tasks'];
const alreadyExists = 409;

/** Cloud Tasks over the generated client. */
export function createTasks(caller: Caller, random: Random): Tasks {
  const client = once(async () => {
    // A bundle gives of a CommonJS module its default export only.
    const { default: module } = await import('googleapis/build/src/apis/cloudtasks/index.js');
    const { auth, cloudtasks } = module;
    return cloudtasks({
      version: 'v2',
      ...(caller.usesDefaultCredentials && { auth: new auth.GoogleAuth({ scopes }) }),
    });
  });

  return {
    async createQueue(queuePath) {
      const { projects } = await client();
      const parent = queuePath.slice(0, queuePath.indexOf('/queues/'));
      try {
        await caller({ what: 'tasks.createQueue', repeat: 'safe' }, (options) =>
          projects.locations.queues.create({ parent, requestBody: { name: queuePath } }, options),
        );
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== alreadyExists) throw error;
      }
    },

    async enqueue(queuePath, { name, url, body, scheduleTime, headers }) {
      const { projects } = await client();
      const task = {
        name: `${queuePath}/tasks/${name ?? uuidFrom(random)}`,
        ...(scheduleTime && { scheduleTime: scheduleTime.toISOString() }),
        httpRequest: {
          url,
          httpMethod: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: Buffer.from(JSON.stringify(body)).toString('base64'),
        },
      };
      try {
        await caller({ what: 'tasks.enqueue', repeat: 'safe' }, (options) =>
          projects.locations.queues.tasks.create(
            { parent: queuePath, requestBody: { task } },
            options,
          ),
        );
        return 'enqueued';
      } catch (error) {
        if (!(error instanceof GoogleFailure) || error.status !== alreadyExists) throw error;
        return name === undefined ? 'enqueued' : 'folded';
      }
    },
  };
}
