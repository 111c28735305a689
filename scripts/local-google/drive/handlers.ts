import type { Handlers } from '../service.ts';
import { getStartPageToken, listChanges } from './change-list.ts';
import { stopChannel, watchChanges } from './channels.ts';
import { copyFile, createFile, generateIds } from './create.ts';
import { getFile } from './get.ts';
import { listFiles } from './list.ts';
import {
  createPermission,
  deletePermission,
  getPermission,
  listPermissions,
  updatePermission,
} from './permissions.ts';
import { createDrive, deleteDrive, getDrive, listDrives, updateDrive } from './shared-drives.ts';
import { deleteFile, updateFile } from './update.ts';

/** What is served of Drive v3. */
export const driveHandlers: Handlers = {
  'drive.changes.getStartPageToken': getStartPageToken,
  'drive.changes.list': listChanges,
  'drive.changes.watch': watchChanges,
  'drive.channels.stop': stopChannel,
  'drive.drives.create': createDrive,
  'drive.drives.delete': deleteDrive,
  'drive.drives.get': getDrive,
  'drive.drives.list': listDrives,
  'drive.drives.update': updateDrive,
  'drive.files.copy': copyFile,
  'drive.files.create': createFile,
  'drive.files.delete': deleteFile,
  'drive.files.generateIds': generateIds,
  'drive.files.get': getFile,
  'drive.files.list': listFiles,
  'drive.files.update': updateFile,
  'drive.permissions.create': createPermission,
  'drive.permissions.delete': deletePermission,
  'drive.permissions.get': getPermission,
  'drive.permissions.list': listPermissions,
  'drive.permissions.update': updatePermission,
};
