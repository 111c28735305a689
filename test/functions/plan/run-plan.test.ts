import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPlan } from '#functions/plan/create-plan.ts';
import { textAt } from '#schema/row.ts';
import { attachment, openPaperSchool, type PaperSchool } from '../paper-school.ts';
import { leftOut } from '../plain-chinese.ts';
import { openDocx } from '../platform/documents/open-docx.ts';

const filled = ['settings', 'teams', 'people', 'posts', 'places', 'calendar', 'routine', 'repairs'];

const answerShape = z.looseObject({
  rowsWritten: z.number().optional(),
  version: z.number().optional(),
  problems: z.array(z.string()).default([]),
  documents: z.array(z.object({ name: z.string(), url: z.string().optional() })).default([]),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

async function run(paperSchool: PaperSchool, body?: string) {
  const app = createPlan(paperSchool.ports('service:plan'));
  const answer = await app.request('/plan/run', { method: 'POST', ...(body ? { body } : {}) });
  return { status: answer.status, body: answerShape.parse(await answer.json()) };
}

async function rowsIn({ school }: PaperSchool, register: string) {
  const read = await school.workbooks('service:check').read([register]);
  return read.get(register)?.rows ?? [];
}

describe('POST /plan/run', () => {
  it('plans the next month: rows, both copies in Drive, a mail to the director alone', async () => {
    const school = await openPaperSchool(filled);
    const { status, body } = await run(school);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      month: '2026-12',
      version: 1,
      mailedTo: ['director@example.edu.cn'],
      problems: [],
    });
    expect(body.documents.map(({ name }) => name)).toEqual([
      '后勤处2026年12月工作计划（送审稿v1）.docx',
      '后勤处2026年12月工作计划（打印稿v1）.docx',
    ]);
    expect(body.documents.every(({ url }) => url?.startsWith('http'))).toBe(true);
    const tasks = await rowsIn(school, 'planTasks');
    const duties = await rowsIn(school, 'roster');
    expect(tasks.length).toBeGreaterThan(3);
    expect(duties.length).toBeGreaterThan(100);
    expect(body.rowsWritten).toBe(tasks.length + duties.length);
    expect(school.mailbox.messages.map(({ to }) => to)).toEqual([['director@example.edu.cn']]);
  });

  it('the mail holds both documents and a calendar, says what waits, and has at most ten lines', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    const [mail] = school.mailbox.messages;
    expect(mail?.subject).toBe('2026年12月工作计划（第 1 稿）');
    expect(mail?.text.split('\n').length).toBeLessThanOrEqual(10);
    expect(mail?.calendar?.content).toContain('BEGIN:VCALENDAR');
    expect(mail?.messageId).toBe('plan-2026-12-v1@houqin.school.example');
    for (const copy of ['送审稿', '打印稿'])
      expect(leftOut(openDocx(attachment(mail, copy)).words)).toEqual([]);
  });

  it('a second run writes no second row, and keeps earlier drafts', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    const before = [await rowsIn(school, 'planTasks'), await rowsIn(school, 'roster')];
    const { body } = await run(school);
    expect(body).toMatchObject({ rowsWritten: 0, version: 2, problems: [] });
    const after = [await rowsIn(school, 'planTasks'), await rowsIn(school, 'roster')];
    expect(after.map(({ length }) => length)).toEqual(before.map(({ length }) => length));
  });

  it('what the director changed in the sheet stands, and is in the next draft', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    const { staff } = school.school;
    const { rows } = await staff.see('planTasks');
    const at = rows.findIndex((row) => row.工作内容?.includes('年度校产盘点'));
    await staff.edit('planTasks', at + 1, '责任人', '总务主任');
    const dropped = rows.findIndex((row) => row.工作内容?.includes('年度考核'));
    await staff.edit('planTasks', dropped + 1, '状态', '取消');
    const { body } = await run(school);
    expect(body.rowsWritten).toBe(0);
    const line = (await rowsIn(school, 'planTasks')).find((row) =>
      textAt(row, 'what').includes('年度校产盘点'),
    );
    expect(line && textAt(line, 'owner')).toBe('总务主任');
    const second = openDocx(attachment(school.mailbox.messages[1], '送审稿'));
    expect(second.words).toContain('总务主任');
    expect(second.words).not.toContain('年度考核');
    expect(second.lines[0]).toContain('与上一稿相比有');
  });

  it('plans the month that is named', async () => {
    const school = await openPaperSchool(filled);
    const { body } = await run(school, '{ "month": "2027-03" }');
    expect(body).toMatchObject({ month: '2027-03' });
    expect(body.documents[0]?.name).toBe('后勤处2027年3月工作计划（送审稿v1）.docx');
  });

  it.each(['{ "month": "2026-13" }', '{ "month": 12 }', 'next'])('refuses %s', async (body) => {
    const school = await openPaperSchool(['settings', 'calendar']);
    const { status, body: answer } = await run(school, body);
    expect(status).toBe(400);
    expect(answer.error?.message).not.toBe('');
    expect(await rowsIn(school, 'runs')).toEqual([]);
  });
});

describe('the row in 运行记录', () => {
  it('has one row a run, with what it read, wrote and sent', async () => {
    const school = await openPaperSchool(filled);
    const { body } = await run(school);
    const [row, ...others] = await rowsIn(school, 'runs');
    expect(others).toEqual([]);
    expect(row?.values).toMatchObject({
      function: 'plan',
      wrote: body.rowsWritten,
      sent: 1,
      outcome: 'done',
    });
  });

  it('a mail that does not go is said there and in the answer; rows and files stand', async () => {
    const school = await openPaperSchool(filled);
    school.mailbox.fails = true;
    const { status, body } = await run(school);
    expect(status).toBe(200);
    expect(body.problems).toEqual(['邮件没有发出：邮箱连不上']);
    expect(body.rowsWritten).toBeGreaterThan(100);
    const [row] = await rowsIn(school, 'runs');
    expect(row?.values).toMatchObject({ outcome: 'failed', why: '邮件没有发出：邮箱连不上' });
  });

  it('says what to fill in when nobody knows where the director reads mail', async () => {
    const school = await openPaperSchool(filled, { directorMail: '' });
    const { body } = await run(school);
    expect(body.problems).toEqual(['没有发邮件：请在“设置”里填后勤主任邮箱']);
    expect(school.mailbox.messages).toEqual([]);
  });

  it('a school that cannot be read is answered in words, and logs no names', async () => {
    const school = await openPaperSchool(['settings']);
    const ports = school.ports('service:plan');
    const app = createPlan({
      ...ports,
      workbooks: {
        ...ports.workbooks,
        read: () => Promise.reject(new Error('socket hang up')),
      },
    });
    const answer = await app.request('/plan/run', { method: 'POST' });
    expect(answer.status).toBe(500);
    const [row] = await rowsIn(school, 'runs');
    expect(row?.values).toMatchObject({ function: 'plan', outcome: 'failed', wrote: 0 });
  });
});
