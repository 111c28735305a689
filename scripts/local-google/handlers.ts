import { driveHandlers } from './drive/handlers.ts';
import { gmailHandlers } from './gmail/handlers.ts';
import type { Handlers } from './service.ts';
import { sheetsHandlers } from './sheets/handlers.ts';
import { storageHandlers } from './storage/handlers.ts';
import { tasksHandlers } from './tasks/handlers.ts';

/** Every method the stand-in serves. */
export const allHandlers: Handlers = {
  ...sheetsHandlers,
  ...driveHandlers,
  ...gmailHandlers,
  ...storageHandlers,
  ...tasksHandlers,
};
