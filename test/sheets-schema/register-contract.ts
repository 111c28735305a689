import { beforeAll, describe, expect, test } from 'vitest';
import { cellOfValue, valueOfCell } from '#schema/cell.ts';
import type { Column } from '#schema/columns.ts';
import { entryFrom } from '#schema/entry.ts';
import { findingKey } from '#schema/finding.ts';
import type { Label } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { figuresIn } from '#schema/report.ts';
import type { Row } from '#schema/row.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { plain } from '#schema/spelling.ts';
import { daysOfMonth, plusMonths } from '#schema/time.ts';
import { rowId, sequence } from '#schema/values.ts';
import { workbooks } from '#schema/workbooks.ts';
import { type DemoWorld, demoWorld } from './demo-world.ts';

/** Words that no storekeeper uses; also what the papers leave out. */
const technical =
  /\b(?:id|uuid|null|undefined|NaN|API|JSON|error|row|key|string)\b|字段|数据库|异常|参数|接口|系统检测|非法|校验|\[object/i;
/** A finding says where, what and how to mend in so many characters. */
const longestMessage = 30;

const bothLanguages = (label: Label) => {
  expect(label.zh.trim()).not.toBe('');
  expect(label.en.trim()).not.toBe('');
};

/**
 * What every register keeps, whatever it is about. The demo is made as if the register stood beside all others;
 * `made` hands in one that is made already.
 */
export function testRegister(
  register: Register,
  registers: readonly Register[],
  made: () => DemoWorld = () => demoWorld(registers),
): void {
  describe(`${register.title.zh} ${register.key}`, () => {
    const columns = Object.entries(register.columns);
    let demo: DemoWorld;
    let rows: readonly Row[];
    beforeAll(() => {
      demo = made();
      rows = demo.rows(register.key);
    });

    test('speaks both languages', () => {
      for (const label of [
        register.title,
        register.purpose,
        ...columns.flatMap(([, { title, help }]) => [title, ...(help ? [help] : [])]),
        ...Object.values(register.figures).flatMap(({ title, unit, counts }) => [
          title,
          unit,
          counts,
        ]),
        ...Object.values(register.breakdowns ?? {}).flatMap(({ title, unit }) => [title, unit]),
        ...Object.values(register.settings ?? {}).map(({ title }) => title),
        ...register.rules.map(({ catches }) => catches),
        ...(register.form ? [register.form.intro] : []),
      ])
        bothLanguages(label);
    });

    test('its columns have headers of their own, short enough for a sheet', () => {
      const headers = columns.flatMap(([, { title, formerly }]) => [title.zh, ...(formerly ?? [])]);
      expect(new Set(headers).size).toBe(headers.length);
      for (const header of headers) expect([...header].length).toBeLessThanOrEqual(12);
    });

    test('its workbook and the registers that it speaks of are there', () => {
      expect(Object.keys(workbooks)).toContain(register.workbook);
      const known = new Map(registers.map(({ key, label }) => [key, label]));
      for (const [, column] of columns) {
        if (column.kind === 'reference') expect(known.get(column.to)).toBeDefined();
        if (column.kind === 'rowLink') expect(known.has(column.to)).toBe(true);
      }
      for (const read of register.rules.flatMap(({ reads }) => reads))
        expect(known.has(read)).toBe(true);
      for (const { into } of register.opens ?? []) expect(known.has(into)).toBe(true);
    });

    test('its rules have names of their own', () => {
      const keys = [...frameRules(register), ...register.rules].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });

    test('what it gives the report can be measured', () => {
      const said = (register.report?.sentences ?? []).flatMap(figuresIn);
      for (const name of [...said, ...(register.report?.indicators ?? [])])
        expect(Object.keys(register.figures)).toContain(name);
      for (const name of Object.keys(register.report?.shortcomings ?? {}))
        expect(register.figures[name]?.target).toBeDefined();
    });

    test('its thresholds have a unit, a default and a source', () => {
      for (const setting of Object.values(register.settings ?? {})) {
        expect(setting.source.trim()).not.toBe('');
        if (setting.kind === 'number') {
          expect(setting.unit.zh.trim()).not.toBe('');
          expect(Number.isFinite(setting.default)).toBe(true);
        }
      }
    });

    test('what is deleted after a time is personal', () => {
      for (const name of Object.keys(register.retention ?? {}))
        expect(register.columns[name]?.personal).toBe(true);
    });

    test('the demo rows name only columns that there are, and read back from their cells', () => {
      for (const { values } of rows)
        for (const [name, value] of Object.entries(values)) {
          const column: Column | undefined = register.columns[name];
          if (!column) throw new Error(`no column ${name}`);
          expect([name, valueOfCell(column, cellOfValue(column, value))]).toEqual([
            name,
            { ok: true, value },
          ]);
        }
    });

    test('the demo rows are in the order in which they happened, none after the demo’s moment', () => {
      const { happened } = register;
      if (happened === undefined || register.columns[happened]?.kind !== 'moment') return;
      const moments = rows.map(({ values }) => String(values[happened] ?? ''));
      expect(moments).toEqual(moments.toSorted());
      for (const moment of moments) expect(moment <= demo.school.now).toBe(true);
    });

    test('the names in the demo rows are on their lists', () => {
      for (const [name, column] of columns) {
        if (column.kind !== 'reference') continue;
        const label = registers.find(({ key }) => key === column.to)?.label ?? '';
        const listed = new Set(
          demo.rows(column.to).map(({ values }) => plain(String(values[label]))),
        );
        for (const { values } of rows) {
          const said = values[name];
          if (said !== undefined) expect(listed).toContain(plain(String(said)));
        }
      }
    });

    test('most demo rows are faultless, and every finding can be read by anyone', () => {
      const found = [...frameRules(register), ...register.rules].flatMap((rule) =>
        rule.check(register, rows, demo.world),
      );
      expect(new Set(found.map(findingKey)).size).toBe(found.length);
      const ids = new Set(rows.map(({ id }) => id));
      for (const { message, row, column, register: owner } of found) {
        expect([...message.zh].length).toBeLessThanOrEqual(longestMessage);
        expect(message.zh).not.toMatch(technical);
        expect(message.zh).toMatch(/\p{Script=Han}/u);
        bothLanguages(message);
        expect(owner).toBe(register.key);
        if (row !== undefined) expect(ids).toContain(row);
        if (column !== undefined) expect(Object.keys(register.columns)).toContain(column);
      }
      const faulty = new Set(found.flatMap(({ row }) => row ?? []));
      expect(faulty.size).toBeLessThanOrEqual(Math.max(15, rows.length / 10));
    });

    test('the rules say the same however the sheet is sorted', () => {
      const keysOf = (list: readonly Row[]) =>
        register.rules
          .flatMap((rule) => rule.check(register, list, demo.world))
          .map(findingKey)
          .toSorted();
      expect(keysOf(rows.toReversed())).toEqual(keysOf(rows));
    });

    test('the rules say nothing of no rows, and stand blank ones', () => {
      const blank: Row = {
        id: rowId.parse('00000000-0000-4000-8000-000000000000'),
        sequence: sequence.parse('zzzzzzzzz-zzzz-zzzz'),
        values: {},
        unreadable: [],
      };
      for (const rule of register.rules) {
        const ofRows = rule.check(register, [], demo.world).filter(({ row }) => row !== undefined);
        expect(ofRows).toEqual([]);
        expect(() => rule.check(register, [blank], demo.world)).not.toThrow();
      }
    });

    test('its form takes its example, and no rule asks to mend it', () => {
      const { form } = register;
      if (!form) return;
      const entry = entryFrom(register, form.example, (to, name) => {
        const label = registers.find(({ key }) => key === to)?.label ?? '';
        return demo.rows(to).some(({ values }) => values[label] === name);
      });
      expect(entry).toEqual({ ok: true, values: form.example });
      const stamped = columns
        .filter(([, column]) => column.kind === 'moment' && column.stamped)
        .map(([name]) => [name, demo.school.now] as const);
      const row: Row = {
        id: rowId.parse('00000000-0000-4000-8000-000000000001'),
        sequence: sequence.parse('zzzzzzzzz-zzzz-zzzz'),
        values: { ...form.starts, ...Object.fromEntries(stamped), ...form.example },
        unreadable: [],
      };
      const objections = [...frameRules(register), ...register.rules]
        .flatMap((rule) => rule.check(register, [...rows, row], demo.world))
        .filter((finding) => finding.row === row.id && finding.severity === 'must');
      expect(objections.map(({ message }) => message.zh)).toEqual([]);
    });

    test('its figures can be measured on the demo, each with the rows behind it', () => {
      const ids = new Set(rows.map(({ id }) => id));
      const period = { from: demo.school.from, to: demo.school.today };
      for (const [name, figure] of Object.entries(register.figures)) {
        const measured = figure.measure(rows, period, demo.world);
        expect([name, Number.isFinite(measured.value)]).toEqual([name, true]);
        for (const id of measured.rows) expect(ids).toContain(id);
        if (figure.form !== 'share') continue;
        const { part = Number.NaN, whole = Number.NaN, value } = measured;
        expect(value).toBeCloseTo((part / whole) * 100, 9);
        expect(value).toBeLessThanOrEqual(100);
      }
      for (const breakdown of Object.values(register.breakdowns ?? {})) {
        const split = breakdown.split(rows, period, demo.world);
        expect(new Set(split.map(({ name }) => name)).size).toBe(split.length);
        for (const { name, value } of split) {
          expect(name).not.toBe('');
          expect(Number.isFinite(value)).toBe(true);
        }
      }
    });

    test('a figure of nothing recorded has no value, and never 0', () => {
      const period = { from: demo.school.from, to: demo.school.today };
      for (const [name, figure] of Object.entries(register.figures))
        expect([name, figure.measure([], period, demo.world).value]).toEqual([name, undefined]);
    });

    test('its share of the plan can be worked out, with nothing twice', () => {
      const next = plusMonths(demo.school.today.slice(0, 7), 1);
      const month = { month: next, ...daysOfMonth(next) };
      const tasks = register.plan?.tasks?.(rows, month, demo.world) ?? [];
      expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
      for (const { what, standard, owner, due } of tasks) {
        for (const said of [what, standard, owner]) {
          expect(said.trim()).not.toBe('');
          expect(said).not.toMatch(technical);
        }
        expect(due >= month.from && due <= month.to).toBe(true);
      }
      for (const { quantity, estimate } of register.plan?.purchases?.(rows, month, demo.world) ??
        []) {
        expect(quantity).toBeGreaterThan(0);
        expect(estimate === undefined || estimate >= 0).toBe(true);
      }
    });

    test('what it opens fits the register that it is opened in; the demo has it already', () => {
      for (const { into, from } of register.opens ?? []) {
        const target = registers.find(({ key }) => key === into);
        const before = {
          ...demo.world,
          rows: (key: string) => (key === into ? [] : demo.rows(key)),
        };
        const opened = rows.flatMap((row) => from(row, before));
        expect(opened.length).toBeGreaterThan(0);
        for (const { part, values } of opened) {
          expect(part).not.toBe('');
          for (const [name, value] of Object.entries(values)) {
            const column = target?.columns[name];
            if (!column) throw new Error(`${into} has no column ${name}`);
            expect(valueOfCell(column, cellOfValue(column, value))).toEqual({ ok: true, value });
          }
        }
        expect(rows.flatMap((row) => from(row, demo.world))).toEqual([]);
      }
    });
  });
}
