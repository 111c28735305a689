import type { Handlers } from '../service.ts';
import { createQueue, getQueue } from './queues.ts';
import { settleMethod, settleTask } from './settle.ts';
import { createTask, deleteTask, getTask, listTasks } from './tasks.ts';

/** What is served of Cloud Tasks v2. */
export const tasksHandlers: Handlers = {
  'cloudtasks.projects.locations.queues.create': createQueue,
  'cloudtasks.projects.locations.queues.get': getQueue,
  'cloudtasks.projects.locations.queues.tasks.create': createTask,
  'cloudtasks.projects.locations.queues.tasks.delete': deleteTask,
  'cloudtasks.projects.locations.queues.tasks.get': getTask,
  'cloudtasks.projects.locations.queues.tasks.list': listTasks,
  [settleMethod]: settleTask,
};
