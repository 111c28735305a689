import type { World } from '../rule.ts';
import { clip, monthAndDay } from '../wording.ts';
import type { Matter } from './matters.ts';

/** So many characters fit a message that people read in a group. */
export const longestDayText = 300;

/** More registers than these are only counted: a group reads the first lines. */
const mostLines = 8;

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/**
 * The day in one plain text for a group chat, at most 300 characters: how many matters of which register are late,
 * to be mended or due today. No names, numbers or words of anybody's; '' when there is nothing.
 */
export function dayText(matters: readonly Matter[], world: World): string {
  const pressing = matters.filter(({ urgency }) => urgency !== 'look');
  if (pressing.length === 0) return '';
  const day = new Date(`${world.now.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const head = `【后勤今日】${monthAndDay(world.now)} 星期${weekdays[day]}`;
  const tail = '各人的事请看自己的提醒或表里的“待办”。';
  const byRegister = [...Map.groupBy(pressing, ({ register }) => register)].toSorted(
    ([, some], [, others]) => others.length - some.length,
  );
  const lines = byRegister.map(([{ title }, own]) => `${title.zh}：${counted(own)}`);
  return fitted(head, lines, tail);
}

function counted(matters: readonly Matter[]): string {
  const of = (urgency: Matter['urgency'], words: string): string[] => {
    const count = matters.filter((matter) => matter.urgency === urgency).length;
    return count === 0 ? [] : [`${words}${count}件`];
  };
  return [...of('late', '已超时'), ...of('today', '今天到期'), ...of('must', '要改')].join('，');
}

/** As many of the lines as there is room for; the rest are counted. */
function fitted(head: string, lines: readonly string[], tail: string): string {
  for (let kept = Math.min(mostLines, lines.length); kept > 0; kept -= 1) {
    const rest = lines.length - kept;
    const more = rest === 0 ? [] : [`另有${rest}类`];
    const text = [head, ...lines.slice(0, kept), ...more, tail].join('\n');
    if ([...text].length <= longestDayText) return text;
  }
  return clip(`${head}\n${tail}`, longestDayText);
}
