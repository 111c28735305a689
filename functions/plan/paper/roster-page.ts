import {
  type Block,
  cells,
  heading,
  type Part,
  paragraph,
  shortDay,
  weekday,
} from '#platform/documents/index.ts';
import { daysFrom } from '#schema/time.ts';
import type { MonthFacts } from '../month.ts';
import type { MonthRoster } from '../roster.ts';

const mostUnfilled = 6;

/** What could not be filled, and why: for the director, not for the wall. */
export function unfilledDuties(roster: MonthRoster | undefined): readonly Block[] {
  const unfilled = roster?.unfilled ?? [];
  if (unfilled.length === 0) return [];
  const said = unfilled.slice(0, mostUnfilled).map(({ why }) => why.zh);
  const more = unfilled.length > mostUnfilled ? `等 ${unfilled.length} 处` : '';
  return [
    paragraph(
      `值班有 ${unfilled.length} 处排不上：${said.join('；')}${more}。请调整人员或岗位后再排。`,
    ),
  ];
}

/** 附件 值班表: one landscape page that can hang on the wall, a line a day, a column a post. */
export function rosterPage(roster: MonthRoster, facts: MonthFacts, title: string): Part {
  const posts = roster.posts
    .map(({ name }) => name)
    .filter((name) => roster.duties.some(({ post }) => post === name));
  const onDuty = Map.groupBy(roster.duties, ({ day, post }) => `${day} ${post}`);
  return {
    orientation: 'landscape',
    blocks: [
      heading(1, title),
      {
        kind: 'table',
        dense: true,
        caption: `${Number(facts.month.slice(0, 4))}年${Number(facts.month.slice(5))}月值班表`,
        columns: [
          { title: '日期', width: 10, align: 'centre' },
          { title: '星期', width: 6, align: 'centre' },
          ...posts.map((post) => ({ title: post, width: 12, align: 'centre' as const })),
        ],
        lines: daysFrom(facts.from, facts.to).map((day) =>
          cells(
            shortDay(day),
            weekday(day),
            ...posts.map(
              (post) =>
                (onDuty.get(`${day} ${post}`) ?? [])
                  .map(({ person }) => person)
                  .filter((person) => person !== '')
                  .join('、') || '—',
            ),
          ),
        ),
      },
    ],
  };
}
