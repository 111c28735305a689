import { expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { testRegister } from './register-contract.ts';

test('registers have keys and titles of their own', () => {
  expect(new Set(registers.map(({ key }) => key)).size).toBe(registers.length);
  expect(new Set(registers.map(({ title }) => title.zh)).size).toBe(registers.length);
});

for (const register of registers) testRegister(register, registers);
