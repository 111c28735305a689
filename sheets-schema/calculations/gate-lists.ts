import { numberAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { dayOf } from '../values.ts';

/** Why somebody comes to school. */
export const visitReasons = {
  parent: { zh: '家长办事', en: 'Parent' },
  delivery: { zh: '送货', en: 'Delivery' },
  repair: { zh: '维修施工', en: 'Repair or works' },
  official: { zh: '公务', en: 'Official' },
  event: { zh: '活动会议', en: 'Event or meeting' },
  other: { zh: '其他', en: 'Other' },
} as const;

export type VisitReason = keyof typeof visitReasons;

const reasons: readonly VisitReason[] = [
  'parent',
  'delivery',
  'repair',
  'official',
  'event',
  'other',
];

/** The reason in words, or '' when a row has none. */
export function reasonNamed(row: Row): string {
  const reason = reasonIn(row);
  return reason === undefined ? '' : visitReasons[reason].zh;
}

function reasonIn(row: Row): VisitReason | undefined {
  return reasons.find((reason) => reason === textAt(row, 'reason'));
}

/** The parents of each class at school, as a line of a parents' evening: a parent for each pupil. */
export function parentsByClass(world: World) {
  return world
    .rows('classes')
    .filter((row) => textAt(row, 'graduated') === '' && textAt(row, 'name') !== '')
    .map((row) => ({ name: `${textAt(row, 'name')}家长`, people: numberAt(row, 'pupils') }));
}

/** The regular visitors whom the gate lets in today. */
export function regularsToday(world: World) {
  return world
    .rows('regulars')
    .filter((row) => regularUntil(row) >= dayOf(world.now))
    .map((row) => ({ regular: textAt(row, 'tag'), reason: reasonIn(row) }));
}

/** The last day on which a regular is let in; long ago when stopped, far ahead without a day. */
export function regularUntil(row: Row): string {
  return valueAt(row, 'stopped') === true ? '0000-00-00' : textAt(row, 'until') || '9999-12-31';
}
