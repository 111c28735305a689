import { describe, expect, it } from 'vitest';
import { allSettled } from '#functions/check/all-settled.ts';
import { FenceClosed } from '#platform/workbook/fence.ts';

describe('works side by side', () => {
  it('give what each gives, in order', async () => {
    expect(await allSettled([Promise.resolve('库房'), Promise.resolve('服务')])).toEqual([
      '库房',
      '服务',
    ]);
  });

  it('fail only when all of them have come to an end', async () => {
    const other = Promise.withResolvers<string>();
    let ended = '';
    const both = allSettled([Promise.reject(new Error('429')), other.promise]).catch(
      (failure: unknown) => {
        ended = String(failure);
      },
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe('');
    other.resolve('written');
    await both;
    expect(ended).toBe('Error: 429');
  });

  it('fail with what ends the lease, whichever failed first', async () => {
    const over = new FenceClosed(3);
    await expect(allSettled([Promise.reject(new Error('429')), Promise.reject(over)])).rejects.toBe(
      over,
    );
  });
});
