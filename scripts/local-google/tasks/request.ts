import type { TaskRecord } from '../state.ts';

/** The HTTP request that delivers a task, with the headers Cloud Tasks adds. */
export function taskRequest(task: TaskRecord, now: Date): Request {
  const [, , , , , queue = '', , id = ''] = task.name.split('/');
  const headers = new Headers({
    'user-agent': 'Google-Cloud-Tasks',
    'x-cloudtasks-queuename': queue,
    'x-cloudtasks-taskname': id,
    'x-cloudtasks-taskretrycount': String(task.dispatchCount),
    'x-cloudtasks-taskexecutioncount': String(task.responseCount),
    'x-cloudtasks-tasketa': String(task.scheduleAt / 1000),
  });
  const lastStatus = task.lastAttempt?.httpStatus ?? 0;
  if (lastStatus > 0) headers.set('x-cloudtasks-taskpreviousresponse', String(lastStatus));
  const hasBody = !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(task.httpMethod);
  if (hasBody) headers.set('content-type', 'application/octet-stream');
  for (const [name, value] of Object.entries(task.headers)) headers.set(name, value);
  if (task.oidc !== undefined) headers.set('authorization', `Bearer ${oidcToken(task.oidc, now)}`);
  return new Request(task.url, {
    method: task.httpMethod,
    headers,
    ...(hasBody && { body: new Uint8Array(task.body) }),
  });
}

/** A token of the shape Google makes, without a signature: nobody outside can check one of ours. */
function oidcToken(oidc: NonNullable<TaskRecord['oidc']>, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: 'https://accounts.google.com',
    aud: oidc.audience,
    email: oidc.email,
    email_verified: true,
    iat: issued,
    exp: issued + 3600,
  };
  const parts = [{ alg: 'none', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.`;
}
