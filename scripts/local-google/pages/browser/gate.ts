import type { Area } from './a1.ts';
import type { Sheet } from './answers.ts';
import { ask } from './ask.ts';
import type { Notices } from './notices.ts';
import { obstaclesTo } from './protection.ts';

/** Says why not, or asks where a question is due. Answers whether an edit of the area may go on. */
export type Gate = (sheet: Sheet, area: Area) => Promise<boolean>;

const quietFor = 5 * 60_000;

/** As Google's page does: its API never asks, it only refuses. */
export function createGate(notices: Notices): Gate {
  const quietUntil = new Map<number, number>();
  return async (sheet, area) => {
    const { forbids, warns } = obstaclesTo(sheet, area);
    const [forbidden] = forbids;
    if (forbidden) {
      notices.say(`这里不能改：${forbidden.description ?? '只有指定的人可以改'}`, 'wrong');
      return false;
    }
    const due = warns.filter(
      ({ protectedRangeId }) => Date.now() > (quietUntil.get(protectedRangeId) ?? 0),
    );
    const [warning] = due;
    if (!warning) return true;
    const answer = await ask({
      title: '确定要改这里吗？',
      text: warning.description ?? '这一部分一般不改。',
      agree: '照样改',
      box: '5 分钟内不再问',
    });
    if (answer?.ticked) {
      for (const one of due) quietUntil.set(one.protectedRangeId, Date.now() + quietFor);
    }
    return answer !== undefined;
  };
}
