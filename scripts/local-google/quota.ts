import type { Clock } from '#platform/clock.ts';
import { GoogleError } from './errors.ts';

/** Requests a minute that Google Sheets allows. */
export interface QuotaLimits {
  readonly readsPerUser: number;
  readonly writesPerUser: number;
  readonly reads: number;
  readonly writes: number;
}

/** https://developers.google.com/workspace/sheets/api/limits */
export const sheetsLimits: QuotaLimits = {
  readsPerUser: 60,
  writesPerUser: 60,
  reads: 300,
  writes: 300,
};

export interface Quota {
  /** Takes one request from the budget of this minute. Throws 429 when it is used up. */
  take(user: string, kind: 'read' | 'write'): void;
}

/** Budgets per user and in all, filled again at each full minute of the clock. */
export function createQuota(clock: Clock, limits: QuotaLimits): Quota {
  let minute = -1;
  const taken = new Map<string, number>();
  return {
    take(user, kind) {
      const now = Math.floor(clock.now().getTime() / 60_000);
      if (now !== minute) taken.clear();
      minute = now;
      const own = `${kind} ${user}`;
      const ofUser = taken.get(own) ?? 0;
      const ofAll = taken.get(kind) ?? 0;
      const [userLimit, allLimit] =
        kind === 'read'
          ? [limits.readsPerUser, limits.reads]
          : [limits.writesPerUser, limits.writes];
      if (ofUser >= userLimit) throw exceeded(kind, ' per user', userLimit);
      if (ofAll >= allLimit) throw exceeded(kind, '', allLimit);
      taken.set(own, ofUser + 1);
      taken.set(kind, ofAll + 1);
    },
  };
}

function exceeded(kind: 'read' | 'write', per: '' | ' per user', limit: number): GoogleError {
  const metric = kind === 'read' ? 'Read requests' : 'Write requests';
  const name = `${kind === 'read' ? 'Read' : 'Write'}RequestsPerMinutePer${per === '' ? 'Project' : 'User'}`;
  return new GoogleError(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute${per}' of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.`,
    {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'RATE_LIMIT_EXCEEDED',
          domain: 'googleapis.com',
          metadata: {
            service: 'sheets.googleapis.com',
            consumer: 'projects/100000000000',
            quota_location: 'global',
            quota_metric: `sheets.googleapis.com/${kind}_requests`,
            quota_limit: name,
            quota_limit_value: String(limit),
          },
        },
      ],
    },
  );
}
