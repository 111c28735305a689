import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createReport } from '#functions/report/create-report.ts';
import { localDateTime, rowId } from '#schema/values.ts';
import { attachment, openPaperSchool, type PaperSchool } from '../paper-school.ts';
import { leftOut } from '../plain-chinese.ts';
import { openDocx } from '../platform/documents/open-docx.ts';

const filled = ['settings', 'teams', 'people', 'places', 'calendar', 'repairs'];

const answerShape = z.looseObject({
  term: z.string().optional(),
  changed: z.number().optional(),
  documents: z.array(z.object({ name: z.string() })).default([]),
  error: z.object({ message: z.string() }).optional(),
});

async function run(paperSchool: PaperSchool, body?: object) {
  const app = createReport(paperSchool.ports('service:report'));
  const answer = await app.request('/report/term', {
    method: 'POST',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: answerShape.parse(await answer.json()) };
}

async function runRows({ school }: PaperSchool) {
  const read = await school.workbooks('service:report').read(['runs']);
  return (read.get('runs')?.rows ?? []).map(({ values }) => values);
}

describe('POST /report/term', () => {
  it('writes the report of this term, keeps it in Drive, and mails it to the director alone', async () => {
    const school = await openPaperSchool(filled);
    const { status, body } = await run(school);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      term: '2026—2027学年度第一学期',
      version: 1,
      mailedTo: ['director@example.edu.cn'],
      problems: [],
    });
    expect(body.documents.map(({ name }) => name)).toEqual([
      '后勤处2026—2027学年度第一学期工作总结（送审稿v1）.docx',
      '后勤处2026—2027学年度第一学期工作总结（打印稿v1）.docx',
      '后勤处2026—2027学年度第一学期工作总结（宣读稿v1）.docx',
    ]);
    const [mail, ...others] = school.mailbox.messages;
    expect(others).toEqual([]);
    expect(mail?.to).toEqual(['director@example.edu.cn']);
    const review = openDocx(attachment(mail, '送审稿'));
    expect(review.words).toMatch(/共受理报修 \d+ 件/);
    for (const copy of ['送审稿', '打印稿', '宣读稿'])
      expect(leftOut(openDocx(attachment(mail, copy)).words)).toEqual([]);
  });

  it('links each figure to its rows in the spreadsheet', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    const review = openDocx(attachment(school.mailbox.messages[0], '送审稿'));
    const service = school.school.spreadsheetId('service');
    expect(review.links.filter((url) => url.includes(service))).not.toEqual([]);
    expect(review.links.every((url) => /#gid=\d+(?:&range=\d+:\d+)?$/.test(url))).toBe(true);
  });

  it('a figure changed in the sheet is changed in the next draft, and the draft says which', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    await school.writer.submit({
      register: 'repairs',
      id: rowId.parse('00000000-0000-4000-8000-000000000001'),
      values: {
        reported: localDateTime.parse('2026-11-23T08:00:00'),
        place: '教学楼 A201',
        fault: '灯不亮',
        state: 'received',
      },
    });
    const { body } = await run(school);
    expect(body).toMatchObject({ version: 2 });
    expect(body.changed).toBeGreaterThan(0);
    const [first, second] = school.mailbox.messages.map((mail) =>
      openDocx(attachment(mail, '送审稿')),
    );
    const received = (words: string | undefined) =>
      Number(/共受理报修 (\d+) 件/.exec(words ?? '')?.[1]);
    expect(received(second?.words)).toBe(received(first?.words) + 1);
    expect(second?.lines[0]).toMatch(/与上一稿相比有 \d+ 个数字变化，见文末/);
    expect(second?.lines).toContain('与上一稿相比变化的数字');
    expect(second?.lines).toContain('报修：受理报修');
    const clean = openDocx(attachment(school.mailbox.messages[1], '打印稿'));
    expect(clean.words).not.toContain('上一稿');
  });

  it('leaves a row in 运行记录', async () => {
    const school = await openPaperSchool(filled);
    await run(school);
    expect(await runRows(school)).toMatchObject([
      { function: 'report', sent: 1, outcome: 'done', started: '2026-11-24T10:00:00' },
    ]);
  });

  it('reports the term that is named, by its name or a day in it', async () => {
    const school = await openPaperSchool(filled);
    expect((await run(school, { term: '2025—2026学年度第二学期' })).body.term).toBe(
      '2025—2026学年度第二学期',
    );
    expect((await run(school, { term: '2026-05-01' })).body.term).toBe('2025—2026学年度第二学期');
  });

  it('answers in words when there is no such term, and leaves a row that says why', async () => {
    const school = await openPaperSchool(filled);
    const { status, body } = await run(school, { term: '1999—2000学年度' });
    expect(status).toBe(404);
    expect(body.error?.message).toContain('校历里没有这个学期');
    expect(await runRows(school)).toMatchObject([{ function: 'report', outcome: 'failed' }]);
    expect((await runRows(school))[0]?.why).toContain('校历里没有这个学期');
  });

  it.each([[{ term: 7 }], [{ term: '' }]])('refuses the body %j', async (body) => {
    const school = await openPaperSchool(['settings', 'calendar']);
    expect((await run(school, body)).status).toBe(400);
  });
});
