import { expect, test } from 'vitest';
import { readOptions } from '#scripts/local-google/options.ts';

test('without options it listens on 8790, keeps Google’s quotas and forgets all at the end', () => {
  expect(readOptions([])).toEqual({ port: 8790, quota: 'on', latency: 0, pushDelay: 180_000 });
});

test('every option has its place', () => {
  const args = '--port 0 --state a.state --quota off --latency 80 --push-delay 5';
  expect(readOptions([...args.split(' '), '--on-edit', 'http://127.0.0.1:8081/edit'])).toEqual({
    port: 0,
    state: 'a.state',
    quota: 'off',
    latency: 80,
    pushDelay: 5000,
    onEdit: 'http://127.0.0.1:8081/edit',
  });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['8790'], "Unexpected argument '8790'"],
  [['--port', 'http'], '--port takes a whole number'],
  [['--port', '70000'], '--port takes at most 65535'],
  [['--state', ''], '--state takes the name of a file'],
  [['--quota', 'some'], '--quota takes on or off'],
  [['--on-edit', 'hook'], '--on-edit takes an http or https address'],
  [['--users', 'nowhere.json'], '--users nowhere.json: ENOENT'],
])('%j is refused with what to do', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
