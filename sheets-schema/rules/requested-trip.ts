import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import { momentAt, type Row, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { minutesBetween } from '../time.ts';
import type { LocalDateTime } from '../values.ts';
import { atColumn } from './at-column.ts';

/**
 * A trip has an approved request; an urgent one may leave first, and its request follows in
 * `trips.urgentHours`. Nothing is said while 用车申请 is switched off.
 *
 * @param request column with the request
 * @param urgent yes/no column
 * @param out column with the moment at which it left
 */
export function requestedTrip<const K extends string>(rule: {
  readonly request: K;
  readonly urgent: K;
  readonly out: K;
}): Rule<K> {
  return atColumn({
    key: 'requested',
    at: rule.request,
    columns: [rule.urgent, rule.out],
    reads: ['vehicleRequests'],
    catches: { zh: '出车没有申请，或申请没批', en: 'A trip without an approved request' },
    says: (world) => {
      const requests = rowsByName(world, 'vehicleRequests');
      const on = world.register('vehicleRequests') !== undefined;
      return (row) => {
        const out = momentAt(row, rule.out);
        if (!on || out === undefined || isWaiting(row, rule.urgent, out, world)) return undefined;
        if (textAt(row, rule.request).trim() === '')
          return { zh: '出车没有申请，请补申请再选上', en: 'No request: have one made, choose it' };
        const request = requests.get(nameAt(row, rule.request));
        const state = request && valueAt(request, 'state');
        if (state === 'refused' || state === 'cancelled')
          return {
            zh: '这个申请没批准或已取消，请核对',
            en: 'That request was not granted: check',
          };
        return state === 'asked'
          ? { zh: '这个申请还没批，请补批', en: 'That request is not approved yet' }
          : undefined;
      };
    },
  });
}

function isWaiting(
  row: Row,
  urgent: string,
  out: LocalDateTime,
  { now, settings }: World,
): boolean {
  return (
    valueAt(row, urgent) === true &&
    minutesBetween(out, now, settings.text('timeZone')) <= settings.number('trips.urgentHours') * 60
  );
}
