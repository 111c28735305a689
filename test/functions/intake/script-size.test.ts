import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type IntakeSchool, openIntakeSchool } from './intake-school.ts';

/** What a slow telephone network brings in a second. */
const most = 30_000;

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

/** What goes over the wire to a browser, and what it is there. */
async function sent(address: string) {
  const answer = await school.intake.request(address, {
    headers: { 'Accept-Encoding': 'gzip, deflate, br' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Encoding')).toBe('gzip');
  expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { length: bytes.length, text: gunzipSync(bytes).toString('utf8') };
}

describe('what is sent to a phone', () => {
  it.each(['form/repairs', 'copy-in/repairs'])(
    'the JavaScript of %s is at most 30 kB, compressed on its way',
    async (page) => {
      const { text } = await sent(`/intake/${page}?t=${school.link({ kind: 'post' })}`);
      const scripts = [...text.matchAll(/src="([^"]+\.js)"/g)].map(([, address]) => address ?? '');
      expect(scripts.length).toBeGreaterThan(0);
      const sizes = await Promise.all([...scripts, '/intake/worker.js'].map(sent));
      expect(sizes.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(most);
    },
  );

  it('whoever does not ask for it compressed gets it plain', async () => {
    const answer = await school.intake.request(`/intake/form/repairs?t=${school.link()}`);
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.text()).toContain('<h1>报修</h1>');
  });
});
