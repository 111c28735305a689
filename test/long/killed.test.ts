import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Product, startProduct } from '../end-to-end/start-product.ts';
import { post } from '../end-to-end/submit.ts';

const valuesShape = z.object({ values: z.array(z.array(z.unknown())).default([]) });
const total = 10_000;
const senders = 200;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(() => product.stop());

const between = (least: number, most: number) => least + Math.random() * (most - least);

/** Waits until both are there again: a process that dies before it is up writes nothing. */
async function untilUp(): Promise<void> {
  const addresses = [`${product.googleRoot}/__counts`, `${product.url}/intake/health`];
  for (const address of addresses)
    while (
      !(await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await pause(200);
}

/** What networks do, told again after each death of Google. */
async function spoilGoogle(): Promise<void> {
  await fetch(`${product.googleRoot}/__faults`, {
    method: 'POST',
    body: JSON.stringify([
      { kind: 'reset-after', every: 7 },
      { kind: 'reset-before', every: 9 },
      { kind: '429', every: 11 },
      { kind: '503', every: 13 },
    ]),
  });
}

/** As a phone does: again and again, and saying so, until it is answered for good. */
async function sendUntilTaken(id: string, index: number): Promise<number> {
  const values = { place: '教学楼 A201', fault: `第 ${index} 盏灯不亮`, urgent: 'normal' };
  for (let tries = 1; ; tries += 1) {
    const { status } = await post(product.api('repairs'), { id, values, retry: tries > 1 });
    if (status >= 200 && status < 300) return tries;
    if (status >= 400 && status < 500 && status !== 429) throw new Error(`answered ${status}`);
    await pause(500 + Math.random() * 1000);
  }
}

async function timesInSheet(ids: readonly string[]): Promise<readonly number[]> {
  const range = encodeURIComponent("'报修'");
  const answer = await fetch(
    `${product.googleRoot}/__by-hand/v4/spreadsheets/${product.spreadsheetId('service')}/values/${range}`,
    { headers: { authorization: 'Bearer staff' } },
  );
  const times = new Map<unknown, number>();
  for (const cell of valuesShape.parse(await answer.json()).values.flat())
    times.set(cell, (times.get(cell) ?? 0) + 1);
  return ids.map((id) => times.get(id) ?? 0);
}

it('10,000 submissions through kill -9, resets and 429s: 10,000 rows, none lost, none twice', async () => {
  await spoilGoogle();
  let isOver = false;
  let kills = 0;
  const killing = (async () => {
    while (!isOver) {
      await untilUp();
      await spoilGoogle();
      await pause(between(2, 8) * 1000);
      if (isOver) return;
      product.killChild(kills % 3 === 2 ? 'google' : 'functions');
      kills += 1;
    }
  })();
  const ids = Array.from({ length: total }, () => crypto.randomUUID());
  const began = performance.now();
  const tries = await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      let sum = 0;
      for (let index = sender; index < total; index += senders)
        sum += await sendUntilTaken(ids[index] ?? '', index);
      return sum;
    }),
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  isOver = true;
  await killing;
  await fetch(`${product.googleRoot}/__faults`, { method: 'DELETE' });
  // What was answered 202 is handed back by tasks.
  await expect
    .poll(async () => (await timesInSheet(ids)).filter((count) => count === 0).length, {
      timeout: 300_000,
      interval: 5_000,
    })
    .toBe(0);
  const times = await timesInSheet(ids);
  const twice = times.filter((count) => count > 1).length;
  console.log(
    `${total} submissions, ${tries.reduce((sum, some) => sum + some, 0)} sendings, ${kills} kills, ${seconds} s: 0 lost, ${twice} twice`,
  );
  expect(twice).toBe(0);
});
