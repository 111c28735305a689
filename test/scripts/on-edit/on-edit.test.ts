import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isHookGenuine } from '#platform/hook-signature.ts';
import { hookSecret } from '../../functions/check/hooks.ts';

const source = readFileSync(
  new URL('../../../scripts/on-edit/on-edit.gs', import.meta.url),
  'utf8',
);

const sentShape = z.object({
  method: z.literal('post'),
  payload: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** The script as Apps Script runs it, with what it may call there. */
function installed() {
  const now = new Date('2026-11-24T02:00:00Z');
  const sent: { readonly url: string; readonly options: z.infer<typeof sentShape> }[] = [];
  const triggers: string[] = [];
  const properties = new Map([
    ['HOUQIN_URL', 'https://houqin.school.example'],
    ['HOUQIN_HOOK_SECRET', hookSecret],
  ]);
  const trigger = (name: string) => ({
    forSpreadsheet: () => ({
      onChange: () => ({ create: () => triggers.push(`${name} onChange`) }),
    }),
  });
  const context = vm.createContext({
    SpreadsheetApp: { getActive: () => ({ getId: () => 'sheet-1' }) },
    ScriptApp: {
      getProjectTriggers: () => triggers.splice(0),
      deleteTrigger: () => undefined,
      newTrigger: trigger,
    },
    PropertiesService: {
      getScriptProperties: () => ({ getProperty: (key: string) => properties.get(key) ?? null }),
    },
    Utilities: {
      // Java's bytes run from -128 to 127.
      computeHmacSha256Signature: (value: string, key: string) =>
        Array.from(new Int8Array(createHmac('sha256', key).update(value).digest())),
    },
    UrlFetchApp: {
      fetch: (url: string, options: unknown) =>
        sent.push({ url, options: sentShape.parse(options) }),
    },
    Date: { now: () => now.getTime() },
  });
  vm.runInContext(source, context);
  return {
    now,
    sent,
    triggers,
    run: (name: string) => vm.runInContext(`${name}()`, context),
  };
}

describe('the on-edit script', () => {
  it('tells the spreadsheet’s id and nothing else, signed as the check wants it', () => {
    const script = installed();
    script.run('tellHouqin');
    const [told] = script.sent;
    expect(told?.url).toBe('https://houqin.school.example/check/hint');
    expect(JSON.parse(told?.options.payload ?? '')).toEqual({ spreadsheetId: 'sheet-1' });
    expect(
      isHookGenuine({
        secret: hookSecret,
        timestamp: told?.options.headers['x-houqin-timestamp'],
        signature: told?.options.headers['x-houqin-signature'],
        body: told?.options.payload ?? '',
        now: script.now,
      }),
    ).toBe(true);
  });

  it('installed twice it still runs once for each edit', () => {
    const script = installed();
    script.run('install');
    script.run('install');
    expect(script.triggers).toEqual(['tellHouqin onChange']);
  });
});
