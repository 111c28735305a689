import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import { GoogleFailure } from '#platform/google/failure.ts';
import {
  createGmailMail,
  createSmtpMail,
  type Mail,
  MailFailure,
  type MailMessage,
} from '#platform/mail/index.ts';
import { certificate, certificateFile, openMailbox, sendTrusting } from './mailbox.ts';

const from = '后勤处 <logistics@school.example>';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const plan: MailMessage = {
  to: ['head@school.example', '王校长 <wang@school.example>'],
  subject: '12月后勤工作计划',
  text: '各位老师：\n附件是12月工作计划。',
  html: '<p>附件是12月工作计划。</p>',
  attachments: [
    { filename: '12月工作计划.docx', contentType: docx, content: new Uint8Array([80, 75, 3, 4]) },
  ],
  calendar: { filename: '12月.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  messageId: 'plan-2026-12@school.example',
};

const note: MailMessage = { to: ['head@school.example'], subject: 'x', text: 'y' };

async function failureOf(sent: Promise<void>): Promise<MailFailure> {
  const error = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof MailFailure) return error;
  throw new Error(`Not a MailFailure: ${String(error)}`);
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const mailbox of open.splice(0)) await mailbox.close();
});

async function mailbox(...options: Parameters<typeof openMailbox>) {
  const opened = await openMailbox(...options);
  open.push(opened);
  return opened;
}

describe.each(['SMTP', 'Gmail'])('a mail by %s', (way) => {
  /** Sends by one way, and answers the message as its reader's program shows it. */
  async function sent(message: MailMessage) {
    if (way === 'SMTP') {
      const box = await mailbox();
      await createSmtpMail({ url: `smtp://${box.host}`, from }).send(message);
      const [read] = await box.read();
      return read;
    }
    const raw: Uint8Array[] = [];
    const gmail = { send: async (rfc822: Uint8Array) => void raw.push(rfc822) };
    await createGmailMail({ google: { gmail }, from }).send(message);
    return simpleParser(Buffer.from(raw[0] ?? []));
  }

  test('has its sender, its recipients and its subject in Chinese', async () => {
    const read = await sent(plan);
    expect(read?.from?.value).toEqual([{ name: '后勤处', address: 'logistics@school.example' }]);
    expect([read?.to ?? []].flat().flatMap(({ value }) => value)).toEqual([
      { name: '', address: 'head@school.example' },
      { name: '王校长', address: 'wang@school.example' },
    ]);
    expect(read?.subject).toBe('12月后勤工作计划');
    expect(read?.messageId).toBe('<plan-2026-12@school.example>');
  });

  test('has a text, a page and its files', async () => {
    const read = await sent(plan);
    expect(read?.text?.trim()).toBe('各位老师：\n附件是12月工作计划。');
    expect(read?.html).toContain('<p>附件是12月工作计划。</p>');
    const [document, calendar, ...more] = read?.attachments ?? [];
    expect(document).toMatchObject({ filename: '12月工作计划.docx', contentType: docx });
    expect(document?.content).toEqual(Buffer.from([80, 75, 3, 4]));
    expect(calendar).toMatchObject({ filename: '12月.ics', contentType: 'text/calendar' });
    expect(calendar?.content.toString()).toContain('BEGIN:VCALENDAR');
    expect(more).toEqual([]);
  });

  test('says that no person wrote it, so that absence notes do not answer', async () => {
    const read = await sent(plan);
    expect(read?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test.each<[string, Partial<MailMessage>]>([
    ['a subject of two lines', { subject: 'plan\r\nBcc: everyone@school.example' }],
    ['a subject with another kind of line break', { subject: 'plan\u2028Bcc: a@b.cn' }],
    ['an empty subject', { subject: ' ' }],
    ['no recipient', { to: [] }],
    ['two recipients in one', { to: ['a@school.example, b@school.example'] }],
    ['a recipient with a line break', { to: ['a@school.example\r\nBcc: b@school.example'] }],
    ['a group of recipients', { to: ['staff: a@school.example, b@school.example;'] }],
    ['a recipient that is no address', { to: ['王校长'] }],
    ['a message id with a line break', { messageId: 'a@b\r\nX: y' }],
    [
      'a file name with a line break',
      { attachments: [{ filename: 'a\r\nb', contentType: docx, content: new Uint8Array() }] },
    ],
    [
      'a media type that is none',
      { attachments: [{ filename: 'a', contentType: 'x\r\ny: z', content: new Uint8Array() }] },
    ],
  ])('with %s is not sent', async (_, wrong) => {
    expect((await failureOf(sent({ ...note, ...wrong }).then(() => {}))).kind).toBe('invalid');
  });
});

test('a mailbox within the house is good: head@mailhost', async () => {
  const box = await mailbox();
  await createSmtpMail({ url: `smtp://${box.host}`, from }).send({
    ...note,
    to: ['head@mailhost'],
  });
  expect(box.recipients).toEqual([['head@mailhost']]);
});

test('the calendar file is published, not an invitation', async () => {
  const box = await mailbox();
  await createSmtpMail({ url: `smtp://${box.host}`, from }).send(plan);
  const unfolded = box.raw[0]?.toString().replace(/\r\n\s+/g, ' ');
  expect(unfolded).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i);
  expect(unfolded).not.toContain('method=REQUEST');
});

describe('the mail server', () => {
  const send = (mail: Mail) => failureOf(mail.send(note));

  test('is logged in to with the user and code of its address', async () => {
    const logins: unknown[] = [];
    const box = await mailbox({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        logins.push([username, password]);
        done(null, { user: username ?? '' });
      },
    });
    const url = `smtp://office%40school.example:co%2Fde@${box.host}`;
    await createSmtpMail({ url, from }).send(note);
    expect(logins).toEqual([['office@school.example', 'co/de']]);
  });

  test('that lets nobody in is a matter of the authorisation code', async () => {
    const box = await mailbox({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('Invalid authorisation code')),
    });
    const failure = await send(createSmtpMail({ url: `smtp://a:secret@${box.host}`, from }));
    expect(failure.kind).toBe('refused');
    expect(failure.label.zh).toBe('邮箱登录失败，请检查账号和授权码（不是登录密码）');
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  test('that nobody runs is unavailable', async () => {
    const box = await openMailbox();
    await box.close();
    expect((await send(createSmtpMail({ url: `smtp://${box.host}`, from }))).kind).toBe(
      'unavailable',
    );
  });

  test('elsewhere than on this machine is never spoken to without encryption', async () => {
    const logins: unknown[] = [];
    const box = await mailbox(
      {
        allowInsecureAuth: true,
        onAuth(auth, _session, done) {
          logins.push(auth.username);
          done(null, { user: 'a' });
        },
      },
      '127.0.0.2',
    );
    const failure = await send(createSmtpMail({ url: `smtp://a:b@${box.host}`, from }));
    expect(failure.kind).toBe('refused');
    expect(logins).toEqual([]);
    expect(box.raw).toEqual([]);
  });

  describe.each([
    ['from the start (smtps)', 'smtps', { secure: true }],
    ['by STARTTLS (smtp)', 'smtp', { disabledCommands: [] }],
  ])('that encrypts %s', (_, scheme, options) => {
    test('is trusted when its certificate is vouched for', async () => {
      const box = await mailbox({ ...options, ...certificate }, '127.0.0.2');
      await sendTrusting(certificateFile, { url: `${scheme}://${box.host}`, from }, note);
      expect((await box.read()).map(({ subject }) => subject)).toEqual([note.subject]);
      expect(box.encrypted).toEqual([true]);
    });

    test('gets no mail when nobody vouches for its certificate', async () => {
      const box = await mailbox({ ...options, ...certificate }, '127.0.0.2');
      const failure = await send(createSmtpMail({ url: `${scheme}://${box.host}`, from }));
      expect(failure.kind).toBe('refused');
      expect(failure.label.zh).toContain('证书不可信');
      expect(box.raw).toEqual([]);
    });
  });

  test('that refuses every recipient has sent nothing', async () => {
    const box = await mailbox({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    });
    const failure = await send(createSmtpMail({ url: `smtp://${box.host}`, from }));
    expect(failure.kind).toBe('refused');
    expect(failure.label.zh).toBe('邮件服务器拒收：head@school.example');
  });

  test('that refuses one of two is named with the address that got nothing', async () => {
    const box = await mailbox({
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('gone')
          ? done(Object.assign(new Error('No such user'), { responseCode: 550 }))
          : done(),
    });
    const to = ['head@school.example', 'gone@school.example'];
    const mail = createSmtpMail({ url: `smtp://${box.host}`, from });
    const failure = await failureOf(mail.send({ ...note, to }));
    expect(failure.label.zh).toContain('gone@school.example');
    expect(box.recipients).toEqual([['head@school.example']]);
  });

  test('that has no time now is unavailable', async () => {
    const box = await mailbox({
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('Try again later'), { responseCode: 451 })),
    });
    expect((await send(createSmtpMail({ url: `smtp://${box.host}`, from }))).kind).toBe(
      'unavailable',
    );
  });

  test('that hangs up once the message is under way leaves it unclear', async () => {
    const box = await mailbox({
      onData(stream) {
        stream.on('data', () => box.drop());
      },
    });
    expect((await send(createSmtpMail({ url: `smtp://${box.host}`, from }))).kind).toBe('unclear');
  });

  test('that hangs up before has sent nothing', async () => {
    const box = await mailbox({ onMailFrom: () => box.drop() });
    expect((await send(createSmtpMail({ url: `smtp://${box.host}`, from }))).kind).toBe(
      'unavailable',
    );
  });

  test.each(['http://mail.school.example', 'mail.school.example', 'smtp://'])(
    'cannot be %s',
    (url) => {
      expect(() => createSmtpMail({ url, from })).toThrow('smtps://user:code@host:465');
    },
  );
});

test.each([
  ['busy', 'unavailable'],
  ['unclear', 'unclear'],
  ['forbidden', 'refused'],
] as const)('a %s answer of Gmail is %s', async (kind, expected) => {
  const gmail = {
    send: async () => {
      throw new GoogleFailure({ kind, message: 'gmail.send: no' });
    },
  };
  const failure = await failureOf(createGmailMail({ google: { gmail }, from }).send(note));
  expect(failure.kind).toBe(expected);
});
