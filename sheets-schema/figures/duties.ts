import type { Figure } from '../figure.ts';
import { byName, dutyOf } from '../roster/duties.ts';
import { dutyPosts } from '../roster/posts.ts';
import { signedDuties } from '../roster/signatures.ts';
import { within } from './count.ts';

/** Of the duties of a period that have ended, how many are signed. */
export function dutiesSigned(target: number): Figure {
  return {
    title: { zh: '值班签到率', en: 'Duties signed' },
    unit: { zh: '%', en: '%' },
    counts: { zh: '期内已下班的值班中签了名的', en: 'Of the duties that have ended, signed' },
    better: 'higher',
    form: 'share',
    target,
    measure: (rows, period, world) => {
      const posts = byName(dutyPosts(world.rows('posts')));
      const isSigned = signedDuties(world);
      const ended = within(rows, 'day', period).filter((row) => {
        const duty = dutyOf(row, posts);
        return duty !== undefined && duty.until <= world.now;
      });
      const signed = ended.filter(isSigned);
      return {
        value: ended.length === 0 ? undefined : (signed.length / ended.length) * 100,
        part: signed.length,
        whole: ended.length,
        rows: signed.map((row) => row.id),
      };
    },
  };
}
