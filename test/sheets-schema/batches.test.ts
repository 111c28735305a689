import { describe, expect, test } from 'vitest';
import { cellOfValue, valueOfCell } from '#schema/cell.ts';
import { entryOf } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import type { BatchForm, Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row } from '#schema/row.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { plain } from '#schema/spelling.ts';
import { rowId, sequence } from '#schema/values.ts';
import { demoWorld } from './demo-world.ts';

const demo = demoWorld(registers);

const isKnown = (to: string, name: string): boolean => {
  const label = registers.find(({ key }) => key === to)?.label ?? '';
  return demo.rows(to).some(({ values }) => plain(String(values[label])) === plain(name));
};

const bothLanguages = ({ zh, en }: Label) => {
  expect(zh.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
};

/** What a sheet's rows have without being asked for it. */
function given({ columns, form }: Register, { shared, each, starts }: BatchForm): Set<string> {
  const stamped = Object.entries(columns)
    .filter(([, column]) => column.filledByCode || (column.kind === 'moment' && column.stamped))
    .map(([name]) => name);
  return new Set([...shared, ...each, ...Object.keys(starts ?? form?.starts ?? {}), ...stamped]);
}

/** The rows of a sheet's example, as they would stand in the register. */
function written({ columns, form }: Register, { example, starts }: BatchForm): Row[] {
  const stamped = Object.entries(columns)
    .filter(([, column]) => column.kind === 'moment' && column.stamped)
    .map(([name]) => [name, demo.school.now] as const);
  return example.rows.map((values, index) => ({
    id: rowId.parse(`00000000-0000-4000-8000-00000000000${index + 1}`),
    sequence: sequence.parse(`zzzzzzzzz-zzzz-zzz${index}`),
    values: {
      ...(starts ?? form?.starts),
      ...Object.fromEntries(stamped),
      ...example.shared,
      ...values,
    },
    unreadable: [],
  }));
}

for (const register of registers)
  for (const batch of register.batches ?? [])
    describe(`${register.title.zh}：${batch.title.zh}`, () => {
      test('speaks both languages, and has a key of its own for its address', () => {
        for (const label of [batch.title, batch.intro]) bothLanguages(label);
        expect(batch.key).toMatch(/^[a-z][A-Za-z0-9]*$/);
        expect((register.batches ?? []).filter(({ key }) => key === batch.key)).toHaveLength(1);
      });

      test('forgets no column that must be filled', () => {
        const has = given(register, batch);
        const forgotten = Object.entries(register.columns)
          .filter(([name, column]) => column.required && !has.has(name))
          .map(([name]) => name);
        expect(forgotten).toEqual([]);
      });

      test('begins with rows that its grid can show', () => {
        const rows = batch.rows(demo.world, batch.example.shared);
        for (const row of rows)
          for (const [name, value] of Object.entries(row)) {
            const column = register.columns[name];
            if (!column) throw new Error(`${register.key} has no column ${name}`);
            expect([name, valueOfCell(column, cellOfValue(column, value))]).toEqual([
              name,
              { ok: true, value },
            ]);
            expect([...batch.each, ...batch.shared]).toContain(name);
          }
        expect(batch.rows(demo.world, {})).toBeInstanceOf(Array);
      });

      test('takes its example, and no rule asks to mend what was filled in', () => {
        const { shared, rows } = batch.example;
        const accepted = (asks: readonly string[], sent: typeof shared) =>
          entryOf(register, { asks, sent, isKnown, isRequired: () => false });
        expect(accepted(batch.shared, shared)).toEqual({ ok: true, values: shared });
        for (const row of rows)
          expect(accepted(batch.each, row)).toEqual({ ok: true, values: row });
        const added = written(register, batch);
        const ids = new Set(added.map(({ id }) => id));
        const objections = [...frameRules(register), ...register.rules]
          .flatMap((rule) =>
            rule.check(register, [...demo.rows(register.key), ...added], demo.world),
          )
          .filter(({ row, severity }) => row && ids.has(row) && severity === 'must')
          .filter(({ column }) => [...batch.shared, ...batch.each].includes(column ?? ''));
        expect(objections.map(({ message }) => message.zh)).toEqual([]);
      });
    });

for (const register of registers.filter(({ print }) => print))
  test(`${register.title.zh} 的打印件和签名有两种语言`, () => {
    for (const label of register.print?.signatures ?? []) bothLanguages(label);
    for (const { title, signatures } of register.print?.slips ?? [])
      for (const label of [title, ...signatures]) bothLanguages(label);
  });
