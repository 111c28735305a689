import { date, reference, text } from '../../columns.ts';
import { demoPeerTicks } from '../../demo/peer-ratings.ts';
import { count } from '../../figures/count.ts';
import { defineRegister } from '../../register.ts';
import { dutyPeople, isOnStaff } from '../../roster/people.ts';
import { unique } from '../../rules/unique.ts';
import { plain } from '../../spelling.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  round: text(
    { zh: '轮次', en: 'Round' },
    { required: true, help: { zh: '如 2026年11月', en: 'Such as 2026-11' } },
  ),
  team: reference('teams', { zh: '班组', en: 'Team' }, { required: true }),
  person: reference('people', { zh: '领票人', en: 'Took a ballot' }, { required: true }),
};

/**
 * 互评领票 Ballots taken (B5; R3 不计名的考评). Who took a ballot is ticked here by whoever holds the round, all at once
 * when it is over; what was said stands in 互评 under the ballot's number alone. No column, time or order joins the two.
 */
export const peerTicks = defineRegister({
  key: 'peerTicks',
  title: { zh: '互评领票', en: 'Ballots taken' },
  purpose: {
    zh: '谁领了互评票，只记领票不记评了什么',
    en: 'Who took a ballot of the peer rating; not what they said',
  },
  workbook: 'people',
  columns,
  happened: 'day',
  rules: [
    unique({
      columns: ['person', 'round'],
      message: (said) => ({
        zh: `${clip(said, 8)}这轮领过票了，请删一行`,
        en: `${said} took a ballot of this round already: delete one`,
      }),
    }),
  ],
  batches: [
    {
      key: 'round',
      title: { zh: '整班组领票', en: 'A team takes its ballots' },
      audience: 'staff',
      intro: {
        zh: '互评结束后一次勾完；票要背面朝上随机抽，谁拿几号不要记。',
        en: 'Tick all at once when the round is over; ballots are drawn face down, their numbers not noted.',
      },
      shared: ['day', 'round', 'team'],
      each: ['person'],
      rows: (world, { team }) =>
        dutyPeople(world.rows('people'))
          .filter(
            (person) =>
              person.team === plain(String(team ?? '')) && isOnStaff(person, dayOf(world.now)),
          )
          .map(({ name }) => ({ person: name })),
      untouched: 'leftOut',
      example: {
        shared: { day: localDate.parse('2026-11-24'), round: '2026年12月', team: '保安' },
        rows: [{ person: '韩卫东' }, { person: '唐志刚' }],
      },
    },
  ],
  figures: {
    voters: count({
      title: { zh: '参加互评', en: 'Took part in peer rating' },
      unit: { zh: '人次', en: 'people' },
      counts: { zh: '期内领了互评票的', en: 'Ballots taken in the period' },
      happened: 'day',
    }),
  },
  demo: demoPeerTicks,
});
