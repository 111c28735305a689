import { driveHandlers } from './drive/handlers.ts';
import { gmailHandlers } from './gmail/handlers.ts';
import type { Handlers } from './service.ts';
import { createSheetsHandlers } from './sheets/handlers.ts';
import { storageHandlers } from './storage/handlers.ts';
import { tasksHandlers } from './tasks/handlers.ts';

/** Every method the stand-in serves; one call makes those of one stand-in. */
export function createHandlers(): Handlers {
  return {
    ...createSheetsHandlers(),
    ...driveHandlers,
    ...gmailHandlers,
    ...storageHandlers,
    ...tasksHandlers,
  };
}
