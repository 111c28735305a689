import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#platform/log/index.ts';
import { createSmtpMail } from '#platform/mail/index.ts';
import { createMessages, MessageFailure } from '#platform/messages/index.ts';
import { createFakeClock } from '../../../school/fake-clock.ts';
import { openMailbox } from '../mail/mailbox.ts';
import { dingtalkToken, openRobots, type Robots, wecomKey } from './robot-receiver.ts';

const clock = createFakeClock();
const logged: string[] = [];
const log = createLog({ write: (line) => logged.push(line) });
let robots: Robots;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;

beforeEach(async () => {
  robots = await openRobots(clock.now);
  mailbox = await openMailbox();
});

afterEach(async () => {
  await Promise.all([robots.close(), mailbox.close()]);
});

function messages(given: { wecom?: string; dingtalk?: string } = robots) {
  const mail = createSmtpMail({ url: `smtp://${mailbox.host}`, from: '后勤处 <office@school.cn>' });
  const { wecom, dingtalk } = given;
  return createMessages({ mail, clock, log, robots: { wecom, dingtalk } });
}

const message = { subject: '今天', text: '报修：已超时 2 件\n“待办”里有' };

/** Why a message did not go. */
async function failureOf(sending: Promise<void>): Promise<MessageFailure> {
  const failure = await sending.catch((thrown: unknown) => thrown);
  if (failure instanceof MessageFailure) return failure;
  throw new Error('it was sent');
}

describe('messages', () => {
  it('go by mail to one person, folded by their id', async () => {
    await messages().send(
      { ...message, html: '<p>报修</p>', messageId: 'reminder-1@school.cn' },
      { way: 'mail', address: 'zhoumin@school.cn' },
    );
    const [mail] = await mailbox.read();
    expect(mailbox.recipients).toEqual([['zhoumin@school.cn']]);
    expect(mail).toMatchObject({ subject: '今天', messageId: '<reminder-1@school.cn>' });
    expect(mail?.text?.trim()).toBe(message.text);
  });

  it('go to a group of WeCom, word for word, and can call on people', async () => {
    await messages().send(message, { way: 'wecom' });
    await messages().send(message, { way: 'wecom', mobiles: ['13800001234'] });
    expect(robots.said.wecom).toEqual([
      { content: message.text, mobiles: [] },
      { content: message.text, mobiles: ['13800001234'] },
    ]);
  });

  it('go to a group of DingTalk, signed with its secret', async () => {
    await messages().send(message, { way: 'dingtalk', mobiles: ['13800001234'] });
    expect(robots.said.dingtalk).toEqual([{ content: message.text, mobiles: ['13800001234'] }]);
  });

  it('know which groups have a robot', async () => {
    expect(messages().groups).toEqual(['wecom', 'dingtalk']);
    expect(messages({ dingtalk: robots.dingtalk }).groups).toEqual(['dingtalk']);
    const { kind } = await failureOf(messages({}).send(message, { way: 'wecom' }));
    expect(kind).toBe('invalid');
  });

  it('keep to twenty a minute by themselves', async () => {
    const port = messages();
    for (let count = 0; count < 45; count += 1) await port.send(message, { way: 'wecom' });
    expect(robots.said.wecom.length).toBe(45);
  });
});

describe('a message that does not go', () => {
  it('is refused when the secret is not that of the robot', async () => {
    const wrong = `${robots.dingtalk}x`;
    const { kind, label } = await failureOf(
      messages({ dingtalk: wrong }).send(message, { way: 'dingtalk' }),
    );
    expect(kind).toBe('refused');
    expect(label.zh).toBe('钉钉机器人没有发出（310000），请核对机器人的安全设置');
    expect(label.en).toContain('sign not match');
  });

  it('can be tried later when the robot has had too much', async () => {
    robots.instead.push({
      status: 200,
      body: '{"errcode":45009,"errmsg":"api freq out of limit"}',
    });
    expect((await failureOf(messages().send(message, { way: 'wecom' }))).kind).toBe('unavailable');
  });

  it.each([
    [{ status: 500, body: '' }, 'unavailable'],
    [{ status: 404, body: '' }, 'refused'],
    [{ status: 200, body: '<html>' }, 'unclear'],
    [{ status: 302, body: '' }, 'refused'],
  ])('is told apart by what was answered: %j', async (answer, kind) => {
    robots.instead.push(answer);
    expect((await failureOf(messages().send(message, { way: 'wecom' }))).kind).toBe(kind);
  });

  it('is surely not sent when nobody listens', async () => {
    const { wecom } = robots;
    await robots.close();
    expect((await failureOf(messages({ wecom }).send(message, { way: 'wecom' }))).kind).toBe(
      'unavailable',
    );
    robots = await openRobots(clock.now);
  });

  it('is too long for WeCom beyond 2048 bytes, and then is not sent', async () => {
    const long = { ...message, text: '后'.repeat(683) };
    expect((await failureOf(messages().send(long, { way: 'wecom' }))).kind).toBe('invalid');
    expect(robots.said.wecom).toEqual([]);
  });

  it('never says or logs an address: whoever has it may speak in the group', async () => {
    robots.instead.push({ status: 404, body: '' }, { status: 404, body: '' });
    const failures = [
      await failureOf(messages().send(message, { way: 'wecom' })),
      await failureOf(messages().send(message, { way: 'dingtalk' })),
    ];
    const words = JSON.stringify([
      failures.map(({ label, message: said }) => [label, said]),
      logged,
    ]);
    expect(words).not.toContain(wecomKey);
    expect(words).not.toContain(dingtalkToken);
  });
});
