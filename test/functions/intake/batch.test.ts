import { v4 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { rowId } from '#schema/values.ts';
import { type IntakeSchool, jsonOf, openIntakeSchool, sendJson } from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

const newId = () => rowId.parse(v4());
const staffLink = (key: string) => school.link({ kind: 'post', registers: [key] });
const sendMeal = (body: unknown, intake = school.intake) =>
  sendJson(intake, 'mealSamples/batch/meal', staffLink('mealSamples'), body);
const lunch = { meal: 'lunch', by: '周敏' };
const rowsOf = async (register: string) => (await school.staff.see(register)).rows;
const answerOf = async (answer: Response) => JSON.parse(await answer.text());

describe('POST /intake/api/<register>/batch/<key> writes a sheet of rows', () => {
  it('answers 201 with its id, the ids of its rows and one receipt; every row has what they share', async () => {
    const id = newId();
    const rows = [
      { dish: '红烧鸡腿', grams: 130 },
      { dish: '米饭', grams: '150' },
    ];
    const answer = await sendMeal({ id, shared: lunch, rows });
    expect(answer.status).toBe(201);
    const body = await answerOf(answer);
    expect(body).toMatchObject({ id, rows: [expect.any(String), expect.any(String)] });
    expect(body.receipt).toMatch(/^https:\/\/forms\.school\.example\/intake\/receipt\/k1\./);
    expect(await rowsOf('mealSamples')).toMatchObject([
      { 餐次: '午餐', 菜名: '红烧鸡腿', 克数: '130', 留样人: '周敏', 填报方式: '表单' },
      { 餐次: '午餐', 菜名: '米饭', 克数: '150', 留样人: '周敏', 填报方式: '表单' },
    ]);
  });

  it('takes 200 rows in one write', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({ dish: `菜 ${index}`, grams: 130 }));
    await sendMeal({ id: newId(), shared: lunch, rows: [{ dish: '先写一行', grams: 130 }] });
    const before = school.localGoogle.counts.read().total.writes;
    const answer = await sendMeal({ id: newId(), shared: lunch, rows });
    expect(answer.status).toBe(201);
    expect(school.localGoogle.counts.read().total.writes - before).toBe(1);
    expect(await rowsOf('mealSamples')).toHaveLength(201);
  });

  it('keeps the place of a row that is left out', async () => {
    const id = newId();
    const rows = [{ dish: '米饭', grams: 130 }, null, { dish: '花卷', grams: 140 }];
    const first = await answerOf(await sendMeal({ id, shared: lunch, rows }));
    const filled = rows.map((row) => row ?? { dish: '白粥', grams: 150 });
    const second = await sendMeal({ id, shared: lunch, rows: filled });
    expect(second.status).toBe(201);
    const [rice, , bun] = (await answerOf(second)).rows;
    expect([rice, bun]).toEqual(first.rows);
    expect((await rowsOf('mealSamples')).map(({ 菜名 }) => 菜名)).toEqual(['米饭', '花卷', '白粥']);
  });

  it('uses the ids that rows bring', async () => {
    const own = newId();
    const rows = [{ id: own.toUpperCase(), dish: '米饭', grams: 130 }];
    const answer = await sendMeal({ id: newId(), shared: lunch, rows });
    expect((await answerOf(answer)).rows).toEqual([own]);
    expect(await rowsOf('mealSamples')).toMatchObject([{ 行编号: own }]);
  });

  it('spells names as their list does, and tells the check once', async () => {
    const rows = [{ dish: '米饭', grams: 130 }];
    school.told.length = 0;
    await sendMeal({ id: newId(), shared: { ...lunch, by: ' 周敏 ' }, rows: [...rows, ...rows] });
    expect((await rowsOf('mealSamples'))[0]).toMatchObject({ 留样人: '周敏' });
    await school.clock.advance(0);
    expect(school.told).toEqual([school.spreadsheetId('canteen')]);
  });
});

describe('sent again, a sheet is written once', () => {
  const rows = [
    { dish: '红烧鸡腿', grams: 130 },
    { dish: '米饭', grams: 150 },
    { dish: '花卷', grams: 140 },
  ];

  it('the same id again: 200 with the same rows and receipt, in another instance too', async () => {
    const body = { id: newId(), shared: lunch, rows };
    const first = await answerOf(await sendMeal(body));
    await school.clock.advance(60_000);
    for (const intake of [school.intake, school.newIntake()]) {
      const again = await sendMeal(body, intake);
      expect(again.status).toBe(200);
      expect(await answerOf(again)).toEqual(first);
    }
    expect(await rowsOf('mealSamples')).toHaveLength(3);
  });

  it('five times at once: one row each', async () => {
    const body = { id: newId(), shared: lunch, rows };
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendMeal(body)));
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(await rowsOf('mealSamples')).toHaveLength(3);
  });

  it('after it was written in part, only the rest is', async () => {
    const body = { id: newId(), shared: lunch, rows };
    const { rows: ids } = await answerOf(await sendMeal({ ...body, rows: [rows[0]] }));
    const answer = await sendMeal(body, school.newIntake());
    expect(answer.status).toBe(201);
    expect((await answerOf(answer)).rows[0]).toBe(ids[0]);
    const written = await rowsOf('mealSamples');
    expect(written.map(({ 菜名 }) => 菜名)).toEqual(['红烧鸡腿', '米饭', '花卷']);
    expect(new Set(written.map(({ 行编号 }) => 行编号)).size).toBe(3);
  });

  it('with a row changed: the first stands and is named, what is new is written', async () => {
    const body = { id: newId(), shared: lunch, rows: rows.slice(0, 2) };
    await sendMeal(body);
    const changed = [rows[0], { dish: '米饭', grams: 999 }, rows[2]];
    const answer = await sendMeal({ ...body, rows: changed });
    expect(answer.status).toBe(409);
    expect((await answerOf(answer)).issues).toMatchObject([{ row: 1 }]);
    expect((await rowsOf('mealSamples')).map(({ 克数 }) => 克数)).toEqual(['130', '150', '140']);
  });

  it('while Google is out: 503 with Retry-After, and nothing is lost when it is sent later', async () => {
    const body = { id: newId(), shared: lunch, rows };
    school.googleIsOut();
    const out = await school.waitedFor(sendMeal(body));
    expect(out.status).toBe(503);
    expect(Number(out.headers.get('Retry-After'))).toBeGreaterThan(0);
    school.googleIsOut(false);
    expect((await sendMeal(body)).status).toBe(201);
    expect(await rowsOf('mealSamples')).toHaveLength(3);
  });
});

describe('one bad row holds back the sheet', () => {
  it('each problem names row and column; nothing is written', async () => {
    const rows = [
      { dish: '红烧鸡腿', grams: 130 },
      { dish: '米饭', grams: 20 },
      { grams: 130 },
      {},
      { dish: '花卷', grams: 130, nonsense: 1 },
    ];
    const answer = await sendMeal({ id: newId(), shared: { by: '赵无名' }, rows });
    expect(answer.status).toBe(422);
    const { issues } = await answerOf(answer);
    expect(issues).toEqual([
      { column: 'meal', message: '请填写餐次' },
      { column: 'by', message: '名单里没有“赵无名”，请从名单中选' },
      { row: 1, column: 'grams', message: '不能小于 125' },
      { row: 2, column: 'dish', message: '请填写菜名' },
      { row: 3, column: 'dish', message: '这一行是空的' },
      { row: 4, column: 'nonsense', message: '表单没有这一栏' },
    ]);
    expect(await rowsOf('mealSamples')).toHaveLength(0);
  });

  it.each([
    ['no rows', { rows: [] }, 'rows'],
    ['only rows that are left out', { rows: [null, null] }, 'rows'],
    ['rows that are no list', { rows: { dish: '米饭' } }, 'rows'],
    ['more than 300 rows', { rows: Array.from({ length: 301 }, () => null) }, 'rows'],
    ['an id that is none', { id: '1' }, 'id'],
    ['shared values that are no object', { shared: [] }, 'shared'],
    ['a row whose id is none', { rows: [{ id: 'x', dish: '米饭', grams: 130 }] }, 'id'],
    ['a row that is no object', { rows: ['米饭'] }, ''],
  ])('%s', async (_, wrong, column) => {
    const rows = [{ dish: '米饭', grams: 130 }];
    const answer = await sendMeal({ id: newId(), shared: lunch, rows, ...wrong });
    expect(answer.status).toBe(422);
    expect((await jsonOf(answer)).issues.map((issue) => issue.column)).toContain(column);
    expect(await rowsOf('mealSamples')).toHaveLength(0);
  });

  it('two rows with one id', async () => {
    const row = { id: newId(), dish: '米饭', grams: 130 };
    const answer = await sendMeal({ id: newId(), shared: lunch, rows: [row, row] });
    expect((await jsonOf(answer)).issues).toEqual([
      { row: 1, column: 'id', message: '编号和另一行相同' },
    ]);
  });
});

describe('who may open a sheet', () => {
  const send = (token: string, place: string) =>
    sendJson(school.intake, place, token, { id: newId(), shared: {}, rows: [] });

  it('401 without a link, 403 for a public one or one of another register, 404 for no such sheet', async () => {
    expect((await send('', 'mealSamples/batch/meal')).status).toBe(401);
    expect((await send(school.link(), 'mealSamples/batch/meal')).status).toBe(403);
    expect((await send(staffLink('repairs'), 'mealSamples/batch/meal')).status).toBe(403);
    expect((await send(staffLink('mealSamples'), 'mealSamples/batch/nothing')).status).toBe(404);
    expect((await send(staffLink('repairs'), 'nothing/batch/meal')).status).toBe(404);
  });

  it('a code on the wall opens what is for anyone: several places are reported at once', async () => {
    const answer = await sendJson(school.intake, 'repairs/batch/rooms', school.link(), {
      id: newId(),
      shared: { fault: '灯不亮', urgent: 'normal', reporter: '沈月娥', phone: '13800001234' },
      rows: [
        { place: '教学楼 A201', onBehalf: '七年级3班' },
        { place: '食堂', note: '后门' },
      ],
    });
    expect(answer.status).toBe(201);
    expect(await rowsOf('repairs')).toMatchObject([
      { 地点: '教学楼 A201', 故障情况: '灯不亮', 状态: '已受理', 代谁报: '七年级3班' },
      { 地点: '食堂', 故障情况: '灯不亮', 状态: '已受理', 补充说明: '后门' },
    ]);
    expect((await rowsOf('repairs'))[0]?.报修时间).toContain('10:00');
  });
});

describe('POST …/rows says what the grid begins with', () => {
  const grid = async (shared: unknown) => {
    const place = 'floorChecks/batch/floor/rows';
    return sendJson(school.intake, place, staffLink('floorChecks'), { shared });
  };

  it('rows made from the school as it is, in the spelling of their fields, two drawn by chance', async () => {
    const { rows } = await answerOf(await grid({ floor: '3', inspector: '周敏' }));
    expect(rows.map(({ values }: { values: unknown }) => values)).toEqual(
      ['301', '302', '303', '304', '305', '306'].map((room) => ({ room, result: 'good' })),
    );
    expect(rows.filter(({ drawn }: { drawn: boolean }) => drawn)).toHaveLength(2);
  });

  it('opened again it draws the same rooms, on another day others', async () => {
    const drawn = async () => {
      const { rows } = await answerOf(await grid({ floor: '3', inspector: '周敏' }));
      return rows.flatMap(({ drawn, values }: { drawn: boolean; values: { room: string } }) =>
        drawn ? [values.room] : [],
      );
    };
    const today = await drawn();
    expect(await drawn()).toEqual(today);
    const days: string[] = [];
    for (let day = 0; day < 7; day += 1) {
      await school.clock.advance(86_400_000);
      days.push((await drawn()).join(' '));
    }
    expect(new Set([today.join(' '), ...days]).size).toBeGreaterThan(2);
  });

  it('sees a room that staff add within seconds, and costs a crowd one read', async () => {
    await grid({ floor: '3', inspector: '周敏' });
    await school.add('rooms', { name: '307', floor: '3' });
    await school.clock.advance(6_000);
    const before = school.localGoogle.counts.read().total.reads;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => grid({ floor: '3', inspector: '周敏' })),
    );
    expect(school.localGoogle.counts.read().total.reads - before).toBeLessThanOrEqual(2);
    for (const answer of answers) expect((await answerOf(answer)).rows).toHaveLength(7);
  });

  it('says what is wrong with the shared values', async () => {
    const answer = await grid({ floor: '3', inspector: '无此人' });
    expect(answer.status).toBe(422);
    expect((await jsonOf(answer)).issues).toEqual([
      { column: 'inspector', message: '名单里没有“无此人”，请从名单中选' },
    ]);
  });
});

describe('rows drawn by chance', () => {
  const shared = { floor: '3', inspector: '周敏' };
  const picture = 'https://drive.example.edu.cn/301.jpg';
  const rooms = ['301', '302', '303', '304', '305', '306'];
  const send = (rows: unknown, id = newId()) =>
    sendJson(school.intake, 'floorChecks/batch/floor', staffLink('floorChecks'), {
      id,
      shared,
      rows,
    });

  it('must have what drawn rows need; the answer names them', async () => {
    const answer = await send(rooms.map((room) => ({ room, result: 'good' })));
    expect(answer.status).toBe(422);
    const { issues } = await jsonOf(answer);
    expect(issues).toHaveLength(2);
    expect(issues[0]).toMatchObject({ column: 'picture', message: '这一行被抽中，必须填' });
    const filled = rooms.map((room, row) => ({
      room,
      result: 'good',
      ...(issues.some((issue) => issue.row === row) && { picture }),
    }));
    expect((await send(filled)).status).toBe(201);
  });

  it('leaves no room out: within a few days each has been drawn', async () => {
    const drawnEver = new Set<string>();
    for (let day = 0; day < 4; day += 1) {
      const { issues } = await jsonOf(await send(rooms.map((room) => ({ room, result: 'good' }))));
      const drawn = new Set(issues.map(({ row }) => row));
      const rows = rooms.map((room, row) => {
        if (drawn.has(row)) drawnEver.add(room);
        return { room, result: 'good', ...(drawn.has(row) && { picture }) };
      });
      expect((await send(rows)).status).toBe(201);
      // What came in today does not change the draw of today.
      expect((await send(rows)).status).toBe(201);
      await school.clock.advance(86_400_000);
    }
    expect([...drawnEver].toSorted()).toEqual(rooms);
  });

  it('a sheet that was kept on a telephone is held to the draw of its own day', async () => {
    const { issues } = await jsonOf(await send(rooms.map((room) => ({ room, result: 'good' }))));
    const filled = rooms.map((room, row) => ({
      room,
      result: 'good',
      copied: true,
      ...(issues.some((issue) => issue.row === row) && { picture }),
    }));
    await school.clock.advance(3 * 86_400_000);
    expect((await send(filled)).status).toBe(201);
    expect(await rowsOf('floorChecks')).toMatchObject(
      rooms.map((room) => ({ 寝室: room, 结果: '合格', 照抄: '是' })),
    );
  });
});

describe('the receipt of a sheet', () => {
  const rows = [
    { dish: '红烧鸡腿', grams: 130 },
    { dish: '米饭', grams: 150 },
  ];
  const receiptOf = async (more: unknown[] = rows) => {
    const answer = await sendMeal({ id: newId(), shared: lunch, rows: more });
    return new URL((await answerOf(answer)).receipt).pathname;
  };
  const open = async (address: string, intake = school.intake) =>
    (await intake.request(address)).text();

  it('lists what was written, without a read', async () => {
    const address = await receiptOf();
    await school.clock.advance(0);
    const before = school.localGoogle.counts.read().total.reads;
    const page = await open(address);
    for (const shown of ['已收到', '午餐', '周敏', '红烧鸡腿', '130 克', '米饭', '共 2 行'])
      expect(page).toContain(shown);
    expect(school.localGoogle.counts.read().total.reads).toBe(before);
  });

  it('is found again in another instance, from the sheet', async () => {
    const address = await receiptOf();
    const page = await open(address, school.newIntake());
    expect(page).toContain('红烧鸡腿');
    expect(page).toContain('共 2 行');
  });

  it('shows personal data masked, and leads to no tracking page', async () => {
    const answer = await sendJson(school.intake, 'repairs/batch/rooms', school.link(), {
      id: newId(),
      shared: { fault: '灯不亮', phone: '13800001234' },
      rows: [{ place: '食堂' }],
    });
    const address = new URL((await answerOf(answer)).receipt).pathname;
    const page = await open(address);
    expect(page).toContain('138****1234');
    expect(page).not.toContain('13800001234');
    const track = await school.intake.request(address.replace('/receipt/', '/track/'));
    expect(track.status).toBe(404);
  });

  it('still says that it was received while Google is out', async () => {
    const address = await receiptOf();
    school.googleIsOut();
    const intake = school.newIntake();
    expect(await school.waitedFor(open(address, intake))).toContain('内容已经收到');
  });
});
