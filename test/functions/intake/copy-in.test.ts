import { v4 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  hiddenField,
  type IntakeSchool,
  jsonOf,
  openIntakeSchool,
  sendForm,
  sendJson,
} from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

const token = () => school.link({ kind: 'post', registers: ['repairs'] });
const rowsOf = async () => (await school.staff.see('repairs')).rows;
const send = (body: object) =>
  sendJson(school.intake, 'repairs/copy-in', token(), { id: v4(), ...body });

describe('copying in from paper', () => {
  it('writes many rows with the time they really happened, each marked as copied in', async () => {
    const answer = await send({
      rows: [
        { reported: '2026-11-20 8:05', place: '食堂', fault: '灯不亮', state: '已修好' },
        { reported: '2026年11月21日 下午3点', place: '食堂', fault: '门坏了', worker: '周敏' },
      ],
    });
    expect(answer.status).toBe(201);
    expect(await rowsOf()).toMatchObject([
      { 报修时间: '2026-11-20 08:05', 状态: '已修好', 填报方式: '补录' },
      { 报修时间: '2026-11-21 15:00', 状态: '已受理', 维修人: '周敏', 填报方式: '补录' },
    ]);
  });

  it('takes a link to a picture of the page', async () => {
    const page = 'https://drive.example.edu.cn/page-12.jpg';
    const rows = [{ reported: '2026-11-20', place: '食堂', fault: '灯不亮' }];
    await send({ page, rows });
    expect(await rowsOf()).toMatchObject([{ 填报方式: `补录 ${page}` }]);
    const wrong = await send({ page: '第十二页', rows });
    expect((await jsonOf(wrong)).issues).toEqual([{ column: 'page', message: '请填照片的网址' }]);
  });

  it('asks when it happened, even where a form would take the present moment', async () => {
    const answer = await send({ rows: [{ place: '食堂', fault: '灯不亮' }] });
    expect(answer.status).toBe(422);
    expect((await jsonOf(answer)).issues).toEqual([
      { row: 0, column: 'reported', message: '请填写报修时间' },
    ]);
  });

  it('is for staff alone, and not for what only the functions write', async () => {
    const open = (register: string, link: string) =>
      school.intake.request(`/intake/copy-in/${register}?t=${link}`);
    expect((await open('repairs', school.link())).status).toBe(403);
    expect((await open('repairs', school.link({ kind: 'personal' }))).status).toBe(200);
    expect((await open('places', school.link({ kind: 'post' }))).status).toBe(200);
    expect((await open('nothing', school.link({ kind: 'post' }))).status).toBe(404);
  });

  it('its page has ten rows of plain fields, more by a button, and is sent without JavaScript', async () => {
    const address = `/intake/copy-in/repairs?t=${token()}`;
    const page = await (await school.intake.request(address)).text();
    expect(page.match(/data-line="\d+"/g)).toHaveLength(10);
    expect(page).toMatch(/id="field-r0\.reported" type="text"/);
    expect(page).toContain('<option value="紧急"></option>');
    const fields = {
      _id: hiddenField(page, '_id'),
      page: 'https://drive.example.edu.cn/p.jpg',
      'r0.reported': '2026-11-20 8:05',
      'r0.place': '食堂',
      'r0.fault': '灯不亮',
      'r0.urgent': '紧急',
    };
    const more = await (await sendForm(school.intake, address, { ...fields, _do: 'more' })).text();
    expect(more).toContain('value="2026-11-20 8:05"');
    const sent = await sendForm(school.intake, address, { ...fields, _do: 'send' });
    expect(sent.status).toBe(303);
    expect(await rowsOf()).toMatchObject([
      { 紧急程度: '紧急', 填报方式: '补录 https://drive.example.edu.cn/p.jpg' },
    ]);
    const receipt = await school.intake.request(sent.headers.get('Location') ?? '');
    expect(await receipt.text()).toContain('报修补录');
  });
});

describe('the list of what a link opens', () => {
  const open = async (link: string) => (await school.intake.request(`/intake/?t=${link}`)).text();

  it('shows staff batch forms, copying in and printing', async () => {
    const page = await open(school.link({ kind: 'post', registers: ['repairs'] }));
    for (const address of [
      '/intake/form/repairs?',
      '/intake/batch/repairs/rooms?',
      '/intake/copy-in/repairs?',
      '/intake/print/repairs?',
    ])
      expect(page).toContain(`href="${address}`);
    expect(page).not.toContain('mealSamples');
  });

  it('shows a code on the wall only what is for anyone', async () => {
    const page = await open(school.link());
    expect(page).toContain('/intake/batch/repairs/rooms?');
    for (const part of ['/copy-in/', '/print/', 'mealSamples', 'staffOnly'])
      expect(page).not.toContain(part);
  });
});
