import { Hono } from 'hono';
import type { Label } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { monthFrom } from '#schema/spelling.ts';
import { daysOfMonth } from '#schema/time.ts';
import { dayOf, monthOf } from '#schema/values.ts';
import { allowed, registerOf } from '../access.ts';
import type { Desk, IntakeContext, IntakeEnv } from '../desk.ts';
import type { Html } from '../pages/layout.ts';
import { problem } from '../problems.ts';
import { words } from '../words.ts';
import { cellTexts } from './cells.ts';
import { countGroups } from './count-sheet.ts';
import { paperLayout } from './layout.ts';
import { ledgerLook, ledgerRows, printable, usualColumns } from './ledger.ts';
import { countPaper, ledgerPaper, type PaperFacts, slipPaper, wallPaper } from './pages.ts';
import { ledgerTools, monthTools } from './tools.ts';
import { totalsPaper } from './totals.ts';
import { wallOf } from './wall.ts';
import { printWords } from './words.ts';

/**
 * Registers on paper, for links of staff: `/intake/print/<register>?month=&columns=`, its other sheets
 * `/intake/print/<register>/<key>`, and `/intake/print/<register>/slip/<n>/<row>`, slips counted from 1.
 */
export function printRoutes(desk: Desk): Hono<IntakeEnv> {
  const { workbooks, addresses, readWorld, paperAssets } = desk;
  const routes = new Hono<IntakeEnv>();

  /** What is printed, by whom; read a few seconds ago at most. */
  async function open(c: IntakeContext, key: string) {
    const register = registerOf(workbooks, key);
    const { token, claims } = allowed(c.get('access'), { register, audience: 'staff' });
    const { result: rows, world } = await readWorld((world) => world.rows(key));
    const language = c.get('language');
    const facts: PaperFacts = {
      register,
      language,
      school: world.settings.text('schoolName'),
      today: dayOf(world.now),
      textOf: cellTexts(register, claims, language),
    };
    return { register, token, rows, world, facts };
  }

  /** A month that is over may be closed: its rows are read where they are, and what moved stock since begins with it. */
  async function rowsSince(
    register: Register,
    rows: readonly Row[],
    month: string | undefined,
    { now }: World,
  ): Promise<readonly Row[]> {
    if (month === undefined || month >= monthOf(now)) return rows;
    const read = await workbooks.read([register.key], () => daysOfMonth(month).from);
    return read.get(register.key)?.rows ?? [];
  }

  function answer(
    c: IntakeContext,
    title: Label,
    tools: Html | '',
    paper: Html,
    isWide: boolean,
  ): Response | Promise<Response> {
    const language = c.get('language');
    const frame = { language, isWide, ...paperAssets };
    return c.html(paperLayout(frame, title[language], tools, paper));
  }

  routes.get('/intake/print/:register', async (c) => {
    const { register, token, rows, world, facts } = await open(c, c.req.param('register'));
    const language = c.get('language');
    const asked = c.get('asked');
    const month = register.happened === undefined ? undefined : monthAsked(c, world);
    const ofMonth = ledgerRows(register, await rowsSince(register, rows, month, world), month);
    const chosen = columnsAsked(c, register);
    const usual = chosen ?? usualColumns(register);
    const look = ledgerLook(register, usual, ofMonth, chosen !== undefined);
    const slips = register.print?.slips ?? [];
    const paperAt = (paper: string) => addresses.print(register.key, token, paper, asked);
    const tools = ledgerTools({
      register,
      language,
      action: addresses.print(register.key, token),
      token,
      month,
      columns: look.columns,
      sheets: (register.print?.sheets ?? []).map(({ key, title }) => ({
        title: title[language],
        href: paperAt(key),
      })),
    });
    const paper = ledgerPaper(facts, {
      ...look,
      rows: ofMonth,
      month,
      slipsOf: (row: Row) =>
        slips.flatMap(({ title, of }, place) =>
          of && !of(row)
            ? []
            : [{ title: title[language], href: paperAt(`slip/${place + 1}/${row.id}`) }],
        ),
    });
    return answer(c, printWords.ledger(register.title), tools, paper, look.isWide);
  });

  routes.get('/intake/print/:register/:sheet', async (c) => {
    const { register, token, rows, world, facts } = await open(c, c.req.param('register'));
    const sheet = register.print?.sheets?.find(({ key }) => key === c.req.param('sheet'));
    if (!sheet) throw problem(404, 'noPaper', printWords.noPaper);
    if (sheet.kind === 'count')
      return answer(c, sheet.title, '', countPaper(facts, sheet, countGroups(sheet, rows)), false);
    const month = monthAsked(c, world);
    const action = addresses.print(register.key, token, sheet.key);
    const tools = monthTools(action, token, month, c.get('language'));
    const known = await rowsSince(register, rows, month, world);
    if (sheet.kind === 'totals') {
      const { result: lines } = await readWorld((read) =>
        sheet.lines(known, daysOfMonth(month), read),
      );
      return answer(c, sheet.title, tools, totalsPaper(facts, sheet, month, lines), true);
    }
    const { result: wall } = await readWorld((read) => wallOf(register, sheet, known, month, read));
    return answer(c, sheet.title, tools, wallPaper(facts, sheet.title, month, wall), true);
  });

  routes.get('/intake/print/:register/slip/:slip/:row', async (c) => {
    const { register, rows, facts } = await open(c, c.req.param('register'));
    const slip = register.print?.slips?.[Number(c.req.param('slip')) - 1];
    if (!slip) throw problem(404, 'noPaper', printWords.noPaper);
    const row = rows.find(({ id }) => id === c.req.param('row'));
    if (!row) throw problem(404, 'rowGone', words.rowGone);
    if (slip.of && !slip.of(row)) throw problem(404, 'noPaper', printWords.noPaper);
    return answer(c, slip.title, '', slipPaper(facts, slip, row), false);
  });

  return routes;
}

function monthAsked(c: IntakeContext, world: World): string {
  const said = c.req.query('month') ?? '';
  const month = said === '' ? monthOf(world.now) : monthFrom(said);
  if (month === undefined) throw problem(400, 'badMonth', printWords.badMonth);
  return month;
}

/** Columns as somebody chose them, in the register's order; `columns=a,b` and repeated ones are the same. */
function columnsAsked(c: IntakeContext, register: Register): readonly string[] | undefined {
  const said = (c.req.queries('columns') ?? [])
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (said.length === 0) return undefined;
  const known = printable(register);
  if (said.some((name) => !known.includes(name)))
    throw problem(400, 'badColumn', printWords.badColumn);
  return known.filter((name) => said.includes(name));
}
