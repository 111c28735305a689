import { expect, test } from 'vitest';
import { GoogleFailure } from '#platform/google/failure.ts';
import { createLog, type LogFields, type LogLevel } from '#platform/log/index.ts';

function written(level?: LogLevel) {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), ...(level && { level }) });
  return { log, lines, read: () => lines.map((line): unknown => JSON.parse(line)) };
}

/** What becomes of fields on their way into a line. */
function fieldsOf(fields: LogFields): unknown {
  const { log, read } = written();
  log.info('event', fields);
  return read()[0];
}

test('each event is one line of JSON with the names that Cloud Logging knows', () => {
  const { log, lines, read } = written();
  log.info('plan.mailed', { month: '2026-12', recipients: 4 });
  log.warn('check.late');
  log.error('plan.failed', { reason: 'two\nlines' });
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(
    true,
  );
  expect(read()).toEqual([
    { severity: 'INFO', message: 'plan.mailed', month: '2026-12', recipients: 4 },
    { severity: 'WARNING', message: 'check.late' },
    { severity: 'ERROR', message: 'plan.failed', reason: 'two\nlines' },
  ]);
});

test('a clock adds the time', () => {
  const lines: string[] = [];
  const clock = { now: () => new Date('2026-11-24T01:02:03.004Z'), sleep: async () => {} };
  createLog({ write: (line) => lines.push(line), clock }).info('event');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ time: '2026-11-24T01:02:03.004Z' });
});

test('below its level nothing is written', () => {
  const { log, read } = written('warn');
  log.info('a');
  log.warn('b');
  expect(read()).toMatchObject([{ message: 'b' }]);
});

test.each([
  'token',
  'accessToken',
  'hookSecret',
  'password',
  'authorization',
  'cookie',
  'body',
  'values',
  'prefill',
  'phone',
  'email',
  'to',
  'linkKeys',
])('a field named %s is hidden, however deep', (name) => {
  const line = JSON.stringify(
    fieldsOf({ [name]: 'classified', inner: { list: [{ [name]: 'classified' }] } }),
  );
  expect(line).not.toContain('classified');
  expect(line.match(/\[hidden\]/g)).toHaveLength(2);
});

test.each(['register', 'workbook', 'rows', 'milliseconds', 'status', 'key', 'monkey', 'total'])(
  'a field named %s is shown',
  (name) => {
    expect(fieldsOf({ [name]: 'shown' })).toMatchObject({ [name]: 'shown' });
  },
);

test('an error is told with its kind and its cause, but not what hangs on it', () => {
  const cause = new GoogleFailure({ kind: 'busy', message: 'sheets.get: slow', status: 429 });
  const error = Object.assign(new Error('The plan was not written', { cause }), {
    request: { body: 'classified' },
  });
  const line = fieldsOf({ error });
  expect(line).toMatchObject({
    error: {
      name: 'Error',
      message: 'The plan was not written',
      stack: expect.stringContaining('log.test.ts'),
      cause: { name: 'GoogleFailure', kind: 'busy', status: 429 },
    },
  });
  expect(JSON.stringify(line)).not.toContain('classified');
});

test('bytes, dates, big numbers, maps and circles do not break a line', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(
    fieldsOf({
      photo: new Uint8Array(3),
      at: new Date('2026-11-24T00:00:00Z'),
      generation: 12n,
      counts: new Map([['service', 1]]),
      circle,
    }),
  ).toMatchObject({
    photo: '[3 bytes]',
    at: '2026-11-24T00:00:00.000Z',
    generation: '12',
    counts: { service: 1 },
    circle: { self: '[circular]' },
  });
});
