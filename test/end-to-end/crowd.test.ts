import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Product, startProduct } from './start-product.ts';
import { postUntilTaken } from './submit.ts';

const countsShape = z.object({ total: z.object({ writes: z.number(), refused: z.number() }) });
const valuesShape = z.object({ values: z.array(z.array(z.string())).default([]) });

let product: Product;
beforeAll(async () => {
  product = await startProduct({ args: [] });
});
afterAll(() => product.stop());

const submissions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    values: { place: '教学楼 A201', fault: `第 ${index} 盏灯不亮`, urgent: 'normal' },
  }));

async function writes(): Promise<number> {
  const answer = await fetch(`${product.googleRoot}/__counts`);
  return countsShape.parse(await answer.json()).total.writes;
}

/** How often each id stands in the register, as Google shows it. */
async function timesInSheet(ids: readonly string[]): Promise<Map<string, number>> {
  const range = encodeURIComponent("'报修'");
  const answer = await fetch(
    `${product.googleRoot}/v4/spreadsheets/${product.spreadsheetId('service')}/values/${range}`,
    { headers: { authorization: 'Bearer staff' } },
  );
  const { values } = valuesShape.parse(await answer.json());
  const cells = values.flat();
  return new Map(ids.map((id) => [id, cells.filter((cell) => cell === id).length]));
}

describe('a crowd at the form, under Google’s quota', () => {
  it('300 submissions at once from 300 connections: 300 rows, none twice, none lost', async () => {
    const before = await writes();
    const crowd = submissions(300);
    const answers = await Promise.all(
      crowd.map((one) => postUntilTaken(product.api('repairs'), one)),
    );
    expect(
      answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 200),
    ).toEqual([]);
    const times = await timesInSheet(crowd.map(({ id }) => id));
    expect([...times.values()].every((count) => count === 1)).toBe(true);
    console.log(
      `300 submissions at once took ${(await writes()) - before} write calls, the check's among them`,
    );
  });

  for (const which of ['google', 'functions'] as const)
    it(`kill -9 of ${which} in the middle, retries with the same ids: still each exactly once`, async () => {
      const crowd = submissions(300);
      const sending = crowd.map(async (one, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 5));
        return postUntilTaken(product.api('repairs'), one);
      });
      await new Promise((resolve) => setTimeout(resolve, 700));
      product.killChild(which);
      const answers = await Promise.all(sending);
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 200),
      ).toEqual([]);
      const again = await Promise.all(
        crowd.map((one) => postUntilTaken(product.api('repairs'), one)),
      );
      expect(again.map(({ status }) => status)).toEqual(crowd.map(() => 200));
      const times = await timesInSheet(crowd.map(({ id }) => id));
      expect([...times.values()].filter((count) => count !== 1)).toEqual([]);
    });
});
