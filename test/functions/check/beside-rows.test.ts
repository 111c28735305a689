import { expect, it } from 'vitest';
import { schoolWithRepairs } from './school-with-repairs.ts';

it('what stands beside a row is Chinese, and English under it where 设置 says so', async () => {
  const { beside, look, submit } = await schoolWithRepairs(['灯不亮']);
  await look();
  expect(await beside('灯不亮')).toMatch(/^必须改：[^\n]*$/);
  await submit('settings', { key: 'findingLanguage', name: '语言', value: '中文和英文' });
  await look();
  expect(await beside('灯不亮')).toMatch(/^必须改：[^\n]+\nTo be mended: [^一-龥\n]+$/);
  expect(await look()).toMatchObject({ writes: 0 });
});
