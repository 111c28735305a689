import { beforeAll, describe, expect, it } from 'vitest';
import { hiddenField, type IntakeSchool, openIntakeSchool, sendForm } from './intake-school.ts';

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

const fault = { place: '食堂', fault: '水龙头漏水', urgent: 'urgent', reporter: '', phone: '' };

/** Opens the form as a browser would, and returns its address and hidden id. */
async function openForm(query = '') {
  const address = `/intake/form/repairs?t=${school.link()}${query}`;
  const page = await (await school.intake.request(address)).text();
  return { address, id: hiddenField(page, '_id') };
}

const rowsWith = async (id: string) =>
  (await school.staff.see('repairs')).rows.filter((row) => row.行编号 === id);

describe('a form without JavaScript', () => {
  it('is sent by the browser itself and leads to its receipt', async () => {
    const { address, id } = await openForm();
    const sent = await sendForm(school.intake, address, { _id: id, ...fault });
    expect(sent.status).toBe(303);
    const receipt = await school.intake.request(sent.headers.get('Location') ?? '');
    expect(receipt.status).toBe(200);
    expect(await receipt.text()).toContain('水龙头漏水');
    expect(await rowsWith(id)).toHaveLength(1);
  });

  it('writes once for a double click or a reload, with the same receipt', async () => {
    const { address, id } = await openForm();
    const [first, second] = await Promise.all([
      sendForm(school.intake, address, { _id: id, ...fault }),
      sendForm(school.intake, address, { _id: id, ...fault }),
    ]);
    expect(second?.headers.get('Location')).toBe(first?.headers.get('Location'));
    expect(await rowsWith(id)).toHaveLength(1);
  });

  it('comes back with what is wrong at the field, a summary that takes the focus, and all that was typed', async () => {
    const { address, id } = await openForm();
    const answer = await sendForm(school.intake, address, {
      _id: id,
      ...fault,
      place: '月球',
      reporter: '王"小"明<b>',
      phone: '1',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/<div class="summary"[^>]*role="alert" autofocus/);
    expect(page).toContain('<a href="#field-place">地点：名单里没有“月球”，请从名单中选</a>');
    expect(page).toMatch(
      /id="field-place" value="月球"[^>]*aria-describedby="[^"]*field-place-problem"[^>]*aria-invalid="true"/,
    );
    expect(page).toContain('value="王&quot;小&quot;明&lt;b&gt;"');
    expect(page).toContain('>水龙头漏水</textarea>');
    expect(page).toMatch(/value="urgent"[^>]* checked/);
    expect(hiddenField(page, '_id')).toBe(id);
    expect(await rowsWith(id)).toHaveLength(0);
  });

  it('keeps line breaks as they were typed, the first one included', async () => {
    const { address, id } = await openForm();
    const typed = '\r\n第一行\r\n第二行';
    await sendForm(school.intake, address, { _id: id, ...fault, fault: typed });
    const read = await school.workbooks().read(['repairs']);
    const row = read.get('repairs')?.rows.find((each) => each.id === id);
    expect(row?.values.fault).toBe('\n第一行\n第二行');
    const wrong = await sendForm(school.intake, address, { _id: id, fault: typed });
    expect(await wrong.text()).toMatch(/<textarea[^>]*>\n\n第一行\n第二行<\/textarea>/);
  });

  it('says when the page was sent before with other values, and offers the new ones as another entry', async () => {
    const { address, id } = await openForm();
    await sendForm(school.intake, address, { _id: id, ...fault });
    const changed = { ...fault, fault: '灯也不亮' };
    const answer = await sendForm(school.intake, address, { _id: id, ...changed });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('灯也不亮');
    const fresh = hiddenField(page, '_id');
    expect(fresh).not.toBe(id);
    expect((await sendForm(school.intake, address, { _id: fresh, ...changed })).status).toBe(303);
  });

  it('comes back with everything while Google is out, and counts once when sent again', async () => {
    const { address, id } = await openForm();
    school.googleIsOut();
    const out = await school.waitedFor(sendForm(school.intake, address, { _id: id, ...fault }));
    school.googleIsOut(false);
    expect(out.status).toBe(503);
    expect(Number(out.headers.get('Retry-After'))).toBeGreaterThan(0);
    const page = await out.text();
    expect(page).toContain('水龙头漏水');
    expect(hiddenField(page, '_id')).toBe(id);
    const again = { _id: id, _retry: hiddenField(page, '_retry'), ...fault };
    expect((await sendForm(school.intake, address, again)).status).toBe(303);
    expect(await rowsWith(id)).toHaveLength(1);
  });

  it('is drawn again when its hidden id is missing, rather than risk a second row', async () => {
    const { address } = await openForm();
    const answer = await sendForm(school.intake, address, fault);
    expect(answer.status).toBe(422);
    expect(hiddenField(await answer.text(), '_id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers in the language of its address, the receipt too', async () => {
    const { address, id } = await openForm('&lang=en');
    const wrong = await sendForm(school.intake, address, { _id: id });
    expect(await wrong.text()).toContain('Please fill in: Place');
    const sent = await sendForm(school.intake, address, { _id: id, ...fault });
    const receipt = await school.intake.request(sent.headers.get('Location') ?? '');
    expect(await receipt.text()).toContain('<h1>Received</h1>');
  });

  it('refuses another content type', async () => {
    const { address } = await openForm();
    const answer = await school.intake.request(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(415);
  });
});
