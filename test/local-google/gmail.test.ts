import { expect, test } from 'vitest';
import { refusal, standIn } from './stand-in.ts';

const letter = [
  'From: office@school.example',
  'To: head@school.example',
  'Subject: Monthly plan',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative;',
  ' boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '=E8=AE=A1=E5=88=92',
  '--b1',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<b>计划</b>').toString('base64'),
  '--b1--',
  '',
].join('\r\n');

test('a message that was sent can be read in every format', async () => {
  const { gmail } = standIn().as('service:report');
  const raw = Buffer.from(letter).toString('base64url');
  const sent = await gmail.users.messages.send({ userId: 'me', requestBody: { raw } });
  const id = sent.data.id ?? '';
  const listed = await gmail.users.messages.list({ userId: 'me', labelIds: ['SENT'] });
  expect(listed.data).toEqual({ messages: [{ id, threadId: id }], resultSizeEstimate: 1 });

  const get = async (format: string) =>
    (await gmail.users.messages.get({ userId: 'me', id, format })).data;
  expect((await get('raw')).raw).toBe(raw);
  expect((await get('minimal')).payload).toBeUndefined();
  const headers = (await get('metadata')).payload?.headers;
  expect(headers).toContainEqual({ name: 'Subject', value: 'Monthly plan' });
  const { payload } = await get('full');
  expect(
    payload?.parts?.map(({ mimeType, body }) => [
      mimeType,
      Buffer.from(body?.data ?? '', 'base64url').toString(),
    ]),
  ).toEqual([
    ['text/plain', '计划'],
    ['text/html', '<b>计划</b>'],
  ]);
});

test('a message can be uploaded as it is', async () => {
  const { gmail, way } = standIn().as('wang@school.example');
  const media = { mimeType: 'message/rfc822', body: letter };
  await gmail.users.messages.send({ userId: 'me', media }, way);
  const { data } = await gmail.users.messages.list({ userId: 'wang@school.example' });
  expect(data.messages).toHaveLength(1);
});

test.each([
  ['', "'raw' RFC822 payload message string or uploading message via /upload/* URL required"],
  ['Subject: x\r\n\r\nhello', 'Recipient address required'],
])('%j is refused', async (text, message) => {
  const { gmail } = standIn().as('wang');
  const raw = Buffer.from(text).toString('base64url');
  const send = gmail.users.messages.send({ userId: 'me', requestBody: { raw } });
  expect(await refusal(send)).toEqual({ status: 400, message });
});

test('a person reads their own mailbox only, a service account any', async () => {
  const { as } = standIn();
  const list = (token: string) =>
    as(token).gmail.users.messages.list({ userId: 'head@school.example' });
  expect((await refusal(list('wang'))).message).toBe('Delegation denied for wang@school.example');
  expect((await list('service:report')).data.resultSizeEstimate).toBe(0);
});
