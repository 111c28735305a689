import { expect, test } from 'vitest';
import { ConfigurationFailure, readConfiguration } from '#platform/configuration.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const least = {
  HOUQIN_URL: 'http://127.0.0.1:8080/',
  HOUQIN_BUCKET: 'houqin-school',
  HOUQIN_LINK_KEYS: `k1:${secret}`,
  HOUQIN_PROJECT: 'houqin',
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationFailure) return error.problems;
    throw error;
  }
  return [];
}

test('the least that is needed', () => {
  expect(readConfiguration(least)).toEqual({
    url: 'http://127.0.0.1:8080',
    bucket: 'houqin-school',
    linkKeys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }],
    project: 'houqin',
    proxies: 0,
  });
});

test('in Cloud Run one proxy stands in front, unless it is said otherwise', () => {
  const proxies = (more: Record<string, string>) =>
    readConfiguration({ ...least, ...more }).proxies;
  expect(proxies({ K_SERVICE: 'intake' })).toBe(1);
  expect(proxies({ K_SERVICE: 'intake', HOUQIN_PROXIES: '2' })).toBe(2);
  expect(problemsOf({ ...least, HOUQIN_PROXIES: 'two' })).toEqual([
    'HOUQIN_PROXIES must be a number from 0 to 5',
  ]);
});

test('everything', () => {
  const configuration = readConfiguration({
    ...least,
    GOOGLE_API_ROOT: 'http://127.0.0.1:9010/',
    HOUQIN_GOOGLE_TOKEN: 'service:intake',
    HOUQIN_LINK_KEYS: `k2:${secret},k1:${secret}`,
    HOUQIN_HOOK_SECRET: 'x'.repeat(32),
    HOUQIN_SMTP_URL: 'smtps://office%40school.cn:code@smtp.exmail.qq.com:465',
    HOUQIN_MAIL_FROM: '后勤处 <logistics@school.cn>',
    HOUQIN_QUEUE: 'projects/houqin/locations/asia-east1/queues/checks',
    PATH: '/usr/bin',
  });
  expect(configuration).toMatchObject({
    googleRoot: 'http://127.0.0.1:9010',
    googleToken: 'service:intake',
    linkKeys: [{ id: 'k2' }, { id: 'k1' }],
    hookSecret: 'x'.repeat(32),
    smtpUrl: 'smtps://office%40school.cn:code@smtp.exmail.qq.com:465',
    mailFrom: '后勤处 <logistics@school.cn>',
    queue: 'projects/houqin/locations/asia-east1/queues/checks',
  });
  expect(configuration).not.toHaveProperty('PATH');
});

test('robots of group chats, as far as there are any', () => {
  const wecom = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1';
  expect(readConfiguration({ ...least, HOUQIN_WECOM_ROBOT: wecom }).robots).toEqual({ wecom });
  expect(readConfiguration(least)).not.toHaveProperty('robots');
});

test('what is missing is named with its meaning, all at once', () => {
  expect(problemsOf({})).toEqual([
    'HOUQIN_URL is missing: the public address of the functions',
    'HOUQIN_BUCKET is missing: the Cloud Storage bucket of this school',
    'HOUQIN_LINK_KEYS is missing: the keys that sign links',
    'HOUQIN_PROJECT is missing: the Google Cloud project',
  ]);
});

test('an empty variable counts as missing', () => {
  expect(problemsOf({ ...least, HOUQIN_BUCKET: ' ' })).toEqual([
    'HOUQIN_BUCKET is missing: the Cloud Storage bucket of this school',
  ]);
  expect(readConfiguration({ ...least, HOUQIN_SMTP_URL: '' })).not.toHaveProperty('smtpUrl');
});

test.each([
  ['GOOGLE_API_ROOT', 'file:///etc/classified', 'must be a web address'],
  ['HOUQIN_URL', 'classified', 'must be a web address'],
  ['HOUQIN_LINK_KEYS', 'classified', 'must be id:secret pairs'],
  ['HOUQIN_LINK_KEYS', `k1:${Buffer.alloc(16).toString('base64')}`, 'must be id:secret pairs'],
  ['HOUQIN_HOOK_SECRET', 'classified', 'must have 32 characters'],
  ['HOUQIN_SMTP_URL', 'https://classified', 'must look like smtps://'],
  ['HOUQIN_MAIL_FROM', 'classified', 'must be an address'],
  ['HOUQIN_QUEUE', 'classified', 'must look like projects/'],
  ['HOUQIN_WECOM_ROBOT', 'classified', 'must be the webhook address'],
  ['HOUQIN_WECOM_ROBOT', 'http://classified.example/send?key=1', 'must be the webhook address'],
  ['HOUQIN_DINGTALK_ROBOT', 'http://127.0.0.1.classified.example/', 'must be the webhook address'],
])('%s=%s %s, and the value is not shown', (name, value, words) => {
  const problems = problemsOf({ ...least, [name]: value });
  expect(problems).toEqual([expect.stringContaining(`${name} ${words}`)]);
  expect(problems.join()).not.toContain('classified');
});
