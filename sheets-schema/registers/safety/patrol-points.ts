import { quantity, reference, text, yesNo } from '../../columns.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { textAt, valueAt } from '../../row.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  name: text(
    { zh: '巡逻点', en: 'Point' },
    { required: true, help: { zh: '贴码的位置，如“东门内侧”', en: 'Where its code hangs' } },
  ),
  place: reference('places', { zh: '场所', en: 'Place' }, { required: true }),
  times: quantity(
    { zh: '每天至少几次', en: 'Times a day' },
    { required: true, unit: { zh: '次', en: 'times' }, min: 1, max: 24, whole: true },
  ),
  stopped: yesNo({ zh: '停用', en: 'Stopped' }),
};

/** 巡逻点 Patrol points (C6c; R3): where guards pass by, and how often each day. */
export const patrolPoints = defineRegister({
  key: 'patrolPoints',
  title: { zh: '巡逻点', en: 'Patrol points' },
  purpose: { zh: '哪些点要巡、每天几次', en: 'Which points are seen on patrol, and how often' },
  workbook: 'service',
  columns,
  label: 'name',
  rules: [unique({ columns: ['name'] })],
  figures: {
    points: listed({
      title: { zh: '巡逻点', en: 'Patrol points' },
      unit: { zh: '个', en: 'points' },
      counts: { zh: '没有停用的巡逻点', en: 'Points that are not stopped' },
      where: (row) => textAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true,
    }),
  },
  demo: () =>
    (
      [
        ['东门内侧', '东门', 2],
        ['宿舍区', '宿舍2号楼', 2],
        ['教学楼顶层', '教学楼', 1],
        ['配电房门口', '配电房', 1],
      ] as const
    ).map(([name, place, times]) => ({ name, place, times })),
});
