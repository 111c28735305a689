import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '#scripts/print/write-pdf.ts';
import { type IntakeSchool, openIntakeSchool } from '../functions/intake/intake-school.ts';
import { openBrowser } from './open-browser.ts';

let browser: Browser;
let school: IntakeSchool;
let address = '';
let stop: () => void;

beforeAll(async () => {
  school = await openIntakeSchool();
  await school.add(
    'repairs',
    ...Array.from({ length: 70 }, (_, index) => ({
      reported: `2026-11-${String((index % 20) + 1).padStart(2, '0')}T09:00:00`,
      place: '食堂',
      fault: `第 ${index} 件`,
      state: 'done',
    })),
  );
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serve({ fetch: school.intake.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    resolve(port),
  );
  stop = () => void server.close();
  const token = school.link({ kind: 'post', registers: ['repairs'] });
  address = `http://127.0.0.1:${await promise}/intake/print/repairs?month=2026-11&t=${token}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  stop();
});

/** The pages of a PDF and their sizes in points. */
async function pagesOf(file: string): Promise<string[]> {
  const text = (await readFile(file)).toString('latin1');
  return [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
}

describe('printed', () => {
  it('a ledger lies on A4 pages, on its side when its columns ask for it', async () => {
    const file = join(tmpdir(), `houqin-print-${process.pid}.pdf`);
    await writePdf(address, file);
    const wide = await pagesOf(file);
    expect(wide.length).toBeGreaterThanOrEqual(3);
    expect(new Set(wide)).toEqual(new Set(['842 × 595']));
    await writePdf(`${address}&columns=place,fault`, file);
    expect(new Set(await pagesOf(file))).toEqual(new Set(['595 × 842']));
    await rm(file);
  });

  it('says why when the page cannot be had', async () => {
    const refused = writePdf(`${address}x`, join(tmpdir(), 'never.pdf'));
    await expect(refused).rejects.toThrow('链接不完整或被改动');
  });

  it('without what is for the screen, and without the address that opens more than the paper', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: '维修单' }).first().isVisible()).toBe(false);
    const whilePrinting = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const short = window.location.href;
      window.dispatchEvent(new Event('afterprint'));
      return short;
    });
    expect(whilePrinting).not.toContain('t=');
    expect(page.url()).toBe(address);
    await page.close();
  });
});
