import type { Label } from '../language.ts';
import type { LocalDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

/** What keeps somebody from a duty. */
export type Hindrance = 'notOnStaff' | 'away' | 'busy' | 'tired';

/** A post that could not be filled on a day, and what stands in the way. */
export interface Unfilled {
  readonly day: LocalDate;
  readonly post: string;
  readonly lacking: number;
  /** At most 30 Chinese characters. */
  readonly why: Label;
}

const reasons: Readonly<Record<Exclude<Hindrance, 'notOnStaff'>, Label>> = {
  away: { zh: '请假', en: 'away' },
  busy: { zh: '已排班', en: 'on duty' },
  tired: { zh: '要休息', en: 'must rest' },
};

/** Says why nobody of those who may take a post could: so many away, on duty, or to rest. */
export function notFilled(
  day: LocalDate,
  post: string,
  candidates: readonly { readonly hindrance: Hindrance | undefined }[],
): Unfilled {
  const counted = Object.entries(reasons)
    .map(([hindrance, label]) => ({
      label,
      people: candidates.filter((candidate) => candidate.hindrance === hindrance).length,
    }))
    .filter(({ people }) => people > 0);
  const where = { zh: `${monthAndDay(day)}${clip(post, 6)}`, en: `${post}, ${day}` };
  if (counted.length === 0)
    return {
      day,
      post,
      lacking: 1,
      why: { zh: `${where.zh}没有可排的人`, en: `${where.en}: nobody may take it` },
    };
  const zh = counted.map(({ label, people }) => `${label.zh}${people}`).join('、');
  const en = counted.map(({ label, people }) => `${people} ${label.en}`).join(', ');
  return {
    day,
    post,
    lacking: 1,
    why: { zh: `${where.zh}：${zh}`, en: `${where.en}: ${en}` },
  };
}
