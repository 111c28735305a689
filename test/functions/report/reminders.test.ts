import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MessageFailure } from '#platform/messages/index.ts';
import { openReminderSchool, type ReminderSchool } from './reminder-school.ts';

let school: ReminderSchool;

beforeEach(async () => {
  school = await openReminderSchool();
});

afterEach(() => school.close());

const answerShape = z.looseObject({
  mailed: z.number(),
  already: z.number(),
  groups: z.array(z.string()),
  quiet: z.string().optional(),
  problems: z.array(z.string()),
});

async function remind(given?: Parameters<ReminderSchool['remind']>[0]) {
  const answer = await school.remind(given);
  expect(answer.status).toBe(200);
  return answerShape.parse(await answer.json());
}

/** What lies in everybody's mailbox, by the part before the @. */
async function mails(): Promise<Record<string, string[]>> {
  const read = await school.mailbox.read();
  const found: Record<string, string[]> = {};
  for (const [index, { text = '' }] of read.entries()) {
    const [to = ''] = school.mailbox.recipients[index] ?? [];
    found[to.split('@')[0] ?? ''] = text.trim().split('\n');
  }
  return found;
}

/** Fits the promise, so that nothing else is wrong with it than its time. */
const repair = (values: Record<string, string>) => ({
  reported: '2026-11-22T15:00:00',
  place: '教学楼 A201',
  fault: '后排第三盏灯不亮',
  scale: 'minor',
  state: 'working',
  worker: '王大勇',
  number: 'WX-1',
  ...values,
});

describe('the mail of a morning', () => {
  it('tells whoever a row names, and the leader of the team that answers for it', async () => {
    await school.add('repairs', repair({ reported: '2026-11-23T15:00:00' }));
    await remind();
    const found = await mails();
    expect(Object.keys(found).toSorted()).toEqual(['li', 'wang']);
    expect(found.wang).toEqual([
      '王大勇，您今天有 1 件事。',
      '1. 【报修】教学楼 A201：后排第三盏灯不亮——今天到期（小修不过夜）',
      expect.stringMatching(
        /^全部在这里打开：https:\/\/forms\.school\.example\/intake\/today\?t=\S+$/,
      ),
      expect.stringMatching(/^不想每天收到：https:\S+#mail$/),
    ]);
    expect(found.li?.join('\n')).not.toContain('不想每天收到');
  });

  it('goes above the team when the promise is past, and to the director a day later', async () => {
    await school.add('repairs', repair({ reported: '2026-11-22T15:00:00' }));
    await remind();
    expect(Object.keys(await mails()).toSorted()).toEqual(['li', 'wang', 'zhoumin']);
    expect((await mails()).zhoumin?.[1]).toContain('已超“小修不过夜”');
    school.clock.advance(24 * 3_600_000);
    await remind();
    expect(Object.keys(await mails()).toSorted()).toEqual(['director', 'li', 'wang', 'zhoumin']);
  });

  it('goes above the team twenty hours after an opinion that waits for a call back', async () => {
    const opinion = {
      channel: 'form',
      topic: 'repairs',
      content: '水压小',
      phone: '13800005678',
      owner: '王大勇',
      state: 'received',
    };
    await school.add('opinions', { received: '2026-11-23T12:00:00', ...opinion });
    await remind();
    expect((await mails()).zhoumin).toBeUndefined();
    school.clock.advance(3_600_000);
    await school.add('opinions', { received: '2026-11-23T11:00:00', ...opinion, content: '灯暗' });
    school.clock.advance(23 * 3_600_000);
    await remind();
    expect((await mails()).zhoumin?.join('\n')).toContain('灯暗');
  });

  it('goes to whoever acts for somebody who is away', async () => {
    await school.add('people', {
      name: '孙立',
      team: '维修班',
      post: '电工',
      joined: '2020-09-01',
      mail: 'sun@example.edu.cn',
      deputy: '王大勇',
      deputyFrom: '2026-11-20',
      deputyUntil: '2026-11-30',
    });
    await school.add('repairs', repair({ reported: '2026-11-23T15:00:00', worker: '孙立' }));
    await remind();
    expect(Object.keys(await mails()).toSorted()).toEqual(['li', 'wang']);
  });

  it('has at most ten lines, the late ones first, and leads to the rest', async () => {
    for (let count = 1; count <= 14; count += 1)
      await school.add(
        'repairs',
        repair({
          reported: count === 14 ? '2026-11-21T15:00:00' : '2026-11-23T15:00:00',
          fault: `第${count}盏灯不亮`,
          number: `WX-${count}`,
        }),
      );
    await remind();
    const { wang = [] } = await mails();
    expect(wang.length).toBeLessThanOrEqual(10);
    expect(wang[0]).toBe('王大勇，您今天有 14 件事，其中 1 件已超时。');
    expect(wang[1]).toContain('第14盏灯不亮');
    expect(wang.at(-2)).toMatch(/^还有 7 件，全部在这里：https:/);
  });

  it('is in English for whoever chose it, and is not sent to whoever stopped it', async () => {
    await school.add('repairs', repair({ reported: '2026-11-23T15:00:00' }));
    const choose = (person: string, mail: string, language: string) =>
      school.add('reminders', { chosen: '2026-11-20T08:00:00', person, mail, language });
    await choose('王大勇', 'none', 'zh');
    await choose('李国强', 'none', 'en');
    await remind();
    const found = await mails();
    // The leader of a team cannot do without.
    expect(Object.keys(found)).toEqual(['li']);
    expect(found.li?.[0]).toBe('李国强, 1 matter is open.');
    await choose('王大勇', 'daily', 'zh');
    await remind();
    expect(Object.keys(await mails()).toSorted()).toEqual(['li', 'wang']);
  });

  it('names where it is stopped, in one click too, for those who may do without it alone', async () => {
    await school.add('repairs', repair({ reported: '2026-11-23T15:00:00' }));
    await remind();
    const headers = Object.fromEntries(
      school.mailbox.raw.map((raw, index) => [
        school.mailbox.recipients[index]?.[0] ?? '',
        String(raw).split('\r\n\r\n')[0]?.replaceAll('\r\n ', ' ') ?? '',
      ]),
    );
    expect(headers['wang@example.edu.cn']).toMatch(
      /^List-Unsubscribe: <https:\/\/forms\.school\.example\/intake\/unsubscribe\?t=[\w.-]+>$/m,
    );
    expect(headers['wang@example.edu.cn']).toMatch(
      /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m,
    );
    expect(headers['li@example.edu.cn']).not.toContain('List-Unsubscribe');
  });

  it('is not written when there is nothing, and the run says so', async () => {
    expect(await remind()).toMatchObject({ mailed: 0, groups: [], problems: [] });
    expect(school.mailbox.raw).toEqual([]);
    const [run] = await school.rowsIn('runs');
    expect(run?.values).toMatchObject({ function: 'digest', sent: 0, outcome: 'nothing' });
  });

  it('leaves out what somebody accepted with a reason in 待办', async () => {
    await school.add('repairs', repair({}));
    const check = school.check();
    const look = () => check.request('/check/poll', { method: 'POST' });
    await look();
    await school.accept('已超“小修不过夜”，请修好或写等待原因', '等厂家周五来');
    await look();
    expect(await remind()).toMatchObject({ mailed: 0, groups: [] });
  });

  it('holds nobody else’s phone', async () => {
    await school.add('repairs', repair({ reporter: '王老师', phone: '13800001234' }));
    await remind();
    const all = school.mailbox.raw.map(String).join('') + JSON.stringify(await mails());
    expect(all).not.toMatch(/13800001234|王老师/);
  });
});

describe('days off and quiet hours', () => {
  it.each([
    ['a Saturday', 4 * 24, '今天休息，不发提醒'],
    ['the night', -3, '06:30到21:00才发提醒'],
    ['the evening', 14, '06:30到21:00才发提醒'],
  ])('nobody is reminded on %s', async (_when, hours, why) => {
    await school.add('repairs', repair({}));
    school.clock.advance(hours * 3_600_000);
    expect(await remind()).toMatchObject({ mailed: 0, quiet: why });
    expect(school.mailbox.raw).toEqual([]);
    expect(school.robots.said.wecom).toEqual([]);
  });

  it('a Saturday on which the school works is a workday', async () => {
    await school.add('repairs', repair({}));
    await school.add('calendar', { kind: 'makeUpWorkday', name: '补课', from: '2026-11-28' });
    school.clock.advance(4 * 24 * 3_600_000);
    expect((await remind()).mailed).toBeGreaterThan(0);
  });
});

describe('each reminder is sent once', () => {
  it('however often the job runs, in whatever instance', async () => {
    await school.add('repairs', repair({}));
    const first = await remind();
    expect(first).toMatchObject({ mailed: 3, already: 0, groups: ['wecom', 'dingtalk'] });
    expect(await remind()).toMatchObject({ mailed: 0, already: 5, groups: [] });
    expect(school.mailbox.raw.length).toBe(3);
    expect(school.robots.said.dingtalk.length).toBe(1);
  });

  it('when two instances run at the same moment', async () => {
    await school.add('repairs', repair({}));
    const [one, other] = await Promise.all([remind(), remind()]);
    expect(one.mailed + other.mailed).toBe(3);
    expect(school.mailbox.recipients.flat().toSorted()).toEqual([
      'li@example.edu.cn',
      'wang@example.edu.cn',
      'zhoumin@example.edu.cn',
    ]);
  });

  /** A run that is stopped while it sends its second message. */
  async function dies(when: 'before it went' | 'after it went'): Promise<void> {
    const { messages } = school.ports();
    let sent = 0;
    const answer = await school.remind({
      messages: {
        ...messages,
        send: async (message, to) => {
          sent += 1;
          const isLast = sent === 2;
          if (isLast && when === 'before it went') throw new Error('the instance was stopped');
          await messages.send(message, to);
          if (isLast) throw new Error('the instance was stopped');
        },
      },
    });
    expect(answer.status).toBe(500);
  }

  it('when a run dies before a claimed mail went: the next sends the others, a later one that mail too', async () => {
    await school.add('repairs', repair({}));
    await dies('before it went');
    const again = await remind();
    expect(again).toMatchObject({ mailed: 1, already: 1 });
    expect(again.problems).toEqual(['1 条提醒另一次运行正在发，它若已中断，十分钟后再运行会补发']);
    school.clock.advance(11 * 60_000);
    const later = await remind();
    expect(later).toMatchObject({ mailed: 1, already: 4 });
    expect(later.problems).toEqual([
      '1 条提醒上次发到一半中断，这次已补发，个别可能收到两封一样的',
    ]);
    expect(await remind()).toMatchObject({ mailed: 0, already: 5, problems: [] });
    expect(new Set(school.mailbox.recipients.flat()).size).toBe(3);
    expect(school.mailbox.raw.length).toBe(3);
    const runs = await school.rowsIn('runs');
    expect(runs.map(({ values }) => values.outcome)).toEqual(['failed', 'done', 'done', 'nothing']);
  });

  it('but when it dies in the moment after a mail went, that mail comes twice under one name', async () => {
    await school.add('repairs', repair({}));
    await dies('after it went');
    school.clock.advance(11 * 60_000);
    await remind();
    const ids = (await school.mailbox.read()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(3);
  });

  it('when the connection broke while a mail went: nobody knows, and it is not sent again that day', async () => {
    await school.add('repairs', repair({}));
    const { messages } = school.ports();
    const broken = new MessageFailure('unclear', { zh: '发送时连接中断', en: 'It broke' });
    await remind({
      messages: {
        ...messages,
        send: async (message, to) => {
          await messages.send(message, to);
          throw broken;
        },
      },
    });
    school.clock.advance(60 * 60_000);
    const again = await remind();
    expect(again).toMatchObject({ mailed: 0, already: 0 });
    expect(again.problems).toEqual(['5 条提醒上次发送时断线，可能没有收到，今天不再发，明天照常']);
    expect(school.mailbox.raw.length).toBe(3);
  });

  it('a mail that surely did not go is sent by the next run', async () => {
    await school.add('repairs', repair({}));
    const { messages } = school.ports();
    const failed = await remind({
      messages: {
        ...messages,
        send: () =>
          Promise.reject(
            new MessageFailure('unavailable', { zh: '邮箱连不上', en: 'No mail server' }),
          ),
      },
    });
    expect(failed.mailed).toBe(0);
    expect(failed.problems[0]).toBe('有一条提醒没有发出：邮箱连不上');
    const [run] = await school.rowsIn('runs');
    expect(run?.values).toMatchObject({ outcome: 'failed', sent: 0 });
    expect((await remind()).mailed).toBe(3);
  });

  it('and anew on the next workday', async () => {
    await school.add('repairs', repair({}));
    await remind();
    school.clock.advance(24 * 3_600_000);
    expect(await remind()).toMatchObject({ already: 0, problems: [] });
  });
});

describe('the text for a group', () => {
  it('has counts and no person', async () => {
    await school.add('repairs', repair({ reporter: '王老师', phone: '13800001234' }));
    await remind();
    const [said] = school.robots.said.wecom;
    expect(said).toEqual({
      content:
        '【后勤今日】11月24日 星期二\n报修：已超时1件\n各人的事请看自己的提醒或表里的“待办”。',
      mobiles: [],
    });
  });
});

describe('the row in 运行记录', () => {
  it('is left also when the school cannot be read', async () => {
    const { workbooks } = school.ports();
    const answer = await school.remind({
      workbooks: { ...workbooks, read: () => Promise.reject(new Error('socket hang up')) },
    });
    expect(answer.status).toBe(500);
    const [run] = await school.rowsIn('runs');
    expect(run?.values).toMatchObject({ function: 'digest', outcome: 'failed' });
  });

  it('the next run says that one is missing', async () => {
    await school.add('repairs', repair({}));
    await remind();
    school.clock.advance(3 * 24 * 3_600_000);
    expect((await remind()).problems).toEqual(['上个工作日（11月26日）没有发提醒']);
  });
});
