import { expect, test } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { demoWorld } from './demo-world.ts';
import { testRegister } from './register-contract.ts';

test('registers have keys and titles of their own', () => {
  expect(new Set(registers.map(({ key }) => key)).size).toBe(registers.length);
  expect(new Set(registers.map(({ title }) => title.zh)).size).toBe(registers.length);
});

// One demo for all: its roster alone takes a solver a second.
const demo = demoWorld(registers);

for (const register of registers) testRegister(register, registers, () => demo);
