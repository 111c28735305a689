import type { Principal } from './service.ts';
import type { KeptSpreadsheets } from './sheets/kept.ts';

/** Everything the stand-in remembers. Plain data: it can be cloned and serialised as it is. */
export interface GoogleState {
  readonly spreadsheets: KeptSpreadsheets;
  readonly files: Map<string, FileRecord>;
  readonly drives: Map<string, DriveRecord>;
  readonly changes: ChangeLog;
  readonly channels: Map<string, ChannelRecord>;
  readonly messages: MessageRecord[];
  readonly buckets: Map<string, BucketRecord>;
  readonly queues: Map<string, QueueRecord>;
}

export type Role = 'reader' | 'commenter' | 'writer' | 'fileOrganizer' | 'organizer' | 'owner';

export interface PermissionRecord {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly allowFileDiscovery?: boolean;
}

/** A file or folder of Drive. Times are RFC 3339 in UTC with milliseconds. */
export interface FileRecord {
  readonly id: string;
  name: string;
  mimeType: string;
  description?: string;
  starred: boolean;
  /** One folder, or the shared drive itself; empty if the caller has no access to a parent. */
  parents: string[];
  /** The shared drive that owns the file; absent for files in somebody's My Drive. */
  driveId?: string;
  /** E-mail of the owner; absent in a shared drive, where the drive owns its files. */
  owner?: string;
  readonly createdTime: string;
  modifiedTime: string;
  lastModifyingUser: string;
  trashed: boolean;
  version: number;
  readonly permissions: PermissionRecord[];
  properties: Record<string, string>;
  appProperties: Record<string, string>;
  media?: Media;
}

export interface Media {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A shared drive. */
export interface DriveRecord {
  readonly id: string;
  name: string;
  hidden: boolean;
  readonly createdTime: string;
  /** The id the client made for its request: the same one never makes a second drive. */
  readonly requestId: string;
  readonly permissions: PermissionRecord[];
}

/** Drive lists a changed file once, at its last change; so one entry a file is kept. */
export interface ChangeLog {
  next: number;
  readonly byFile: Map<string, ChangeRecord>;
}

export interface ChangeRecord {
  readonly sequence: number;
  readonly fileId: string;
  readonly driveId?: string;
  readonly time: string;
  readonly removed: boolean;
}

/** A push channel made by `changes.watch`. */
export interface ChannelRecord {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
  /** The shared drive it watches; absent for all the owner may read. */
  readonly driveId?: string;
  readonly owner: Principal;
}

/** A message that was sent: `raw` is RFC 822 as the client gave it. */
export interface MessageRecord {
  readonly id: string;
  readonly threadId: string;
  /** The mailbox it is in: the sender's. */
  readonly mailbox: string;
  readonly labelIds: string[];
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly raw: Uint8Array;
}

export interface BucketRecord {
  readonly name: string;
  readonly location: string;
  readonly storageClass: string;
  readonly iamConfiguration?: Readonly<Record<string, unknown>>;
  readonly timeCreated: string;
  readonly projectNumber: string;
  readonly objects: Map<string, ObjectRecord>;
  /** The largest generation an object here ever had. */
  lastGeneration: number;
}

export interface ObjectRecord {
  readonly name: string;
  /** Larger for each new content of the same name; microseconds, as Google's are. */
  readonly generation: number;
  metageneration: number;
  contentType: string;
  cacheControl?: string;
  contentDisposition?: string;
  readonly timeCreated: string;
  updated: string;
  metadata: Record<string, string>;
  readonly bytes: Uint8Array;
}

export interface QueueRecord {
  /** `projects/P/locations/L/queues/Q`. */
  readonly name: string;
  readonly retry: RetryRecord;
  readonly tasks: Map<string, TaskRecord>;
  /** Names of tasks that are done or deleted, and until when (ms) they cannot be used again. */
  readonly spentNames: Map<string, number>;
}

/** Milliseconds; attempts -1 means without limit. */
export interface RetryRecord {
  readonly maxAttempts: number;
  readonly minBackoff: number;
  readonly maxBackoff: number;
  readonly maxDoublings: number;
  readonly maxRetryDuration: number;
}

export interface TaskRecord {
  readonly name: string;
  readonly createTime: string;
  /** When it is to be delivered next, milliseconds since 1970. */
  scheduleAt: number;
  readonly dispatchDeadline: number;
  readonly url: string;
  readonly httpMethod: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
  /** The service account an OIDC token is to be made out to, and for whom. */
  readonly oidc?: { readonly email: string; readonly audience: string };
  dispatchCount: number;
  responseCount: number;
  firstAttempt?: string;
  lastAttempt?: AttemptRecord;
}

export interface AttemptRecord {
  readonly scheduleTime: string;
  readonly dispatchTime: string;
  readonly responseTime: string;
  /** The HTTP status that was answered; 0 if there was no answer. */
  readonly httpStatus: number;
}

/** A Google nobody has used yet. */
export function emptyState(): GoogleState {
  return {
    spreadsheets: new Map(),
    files: new Map(),
    drives: new Map(),
    changes: { next: 1, byFile: new Map() },
    channels: new Map(),
    messages: [],
    buckets: new Map(),
    queues: new Map(),
  };
}
