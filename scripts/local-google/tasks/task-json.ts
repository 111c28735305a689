import type { AttemptRecord, TaskRecord } from '../state.ts';
import { writeDuration } from './durations.ts';

/** A task as Cloud Tasks shows it; only the FULL view has its body. */
export function taskJson(task: TaskRecord, view: string) {
  return {
    name: task.name,
    httpRequest: {
      url: task.url,
      httpMethod: task.httpMethod,
      headers: { 'User-Agent': 'Google-Cloud-Tasks', ...task.headers },
      ...(view === 'FULL' &&
        task.body.length > 0 && { body: Buffer.from(task.body).toString('base64') }),
      ...(task.oidc && {
        oidcToken: { serviceAccountEmail: task.oidc.email, audience: task.oidc.audience },
      }),
    },
    scheduleTime: new Date(task.scheduleAt).toISOString(),
    createTime: task.createTime,
    dispatchDeadline: writeDuration(task.dispatchDeadline),
    ...(task.dispatchCount > 0 && { dispatchCount: task.dispatchCount }),
    ...(task.responseCount > 0 && { responseCount: task.responseCount }),
    ...(task.firstAttempt !== undefined && { firstAttempt: { dispatchTime: task.firstAttempt } }),
    ...(task.lastAttempt && { lastAttempt: attemptJson(task.lastAttempt) }),
    view,
  };
}

function attemptJson({ httpStatus, scheduleTime, dispatchTime, responseTime }: AttemptRecord) {
  const message = httpStatus === 0 ? 'UNREACHABLE(2): no answer' : `HTTP status code ${httpStatus}`;
  return {
    scheduleTime,
    dispatchTime,
    responseTime,
    responseStatus: { code: httpStatus >= 200 && httpStatus < 300 ? 0 : 2, message },
  };
}
