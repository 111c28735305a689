import { code, quantity, reference, text } from '../../columns.ts';
import { demoPeerRatings } from '../../demo/peer-ratings.ts';
import { listed } from '../../figures/listed.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import type { Rule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { plain } from '../../spelling.ts';
import { clip } from '../../wording.ts';

const score = { unit: { zh: '分', en: 'points' }, min: 1, max: 5, whole: true } as const;

const columns = {
  round: text(
    { zh: '轮次', en: 'Round' },
    { required: true, help: { zh: '与票上印的相同', en: 'As on the ballot' } },
  ),
  ballot: code(
    { zh: '票号', en: 'Ballot' },
    { required: true, help: { zh: '票上的号码；不要写姓名', en: 'The number on it; no name' } },
  ),
  team: reference('teams', { zh: '班组', en: 'Team' }, { required: true }),
  person: reference('people', { zh: '被评人', en: 'Rated' }, { required: true }),
  work: quantity({ zh: '工作', en: 'Work' }, { required: true, ...score }),
  help: quantity({ zh: '协作', en: 'Helps others' }, { required: true, ...score }),
  attitude: quantity({ zh: '态度', en: 'Attitude' }, { required: true, ...score }),
};

/**
 * Nobody rates twice: the numbers used in a round are no more than the ballots that 互评领票 says were taken. Who used a
 * number too many is not known, and need not be: the round is held again.
 */
const noMoreThanTaken: Rule<'round' | 'ballot' | 'team'> = {
  key: 'more-than-taken',
  columns: ['round', 'ballot', 'team'],
  reads: ['peerTicks'],
  catches: { zh: '票比领票的人多', en: 'More ballots than were taken' },
  check: (register, rows, world) => {
    if (world.register('peerTicks') === undefined) return [];
    const roundOf = (row: Row): string =>
      `${plain(textAt(row, 'round'))} ${plain(textAt(row, 'team'))}`;
    const taken = Map.groupBy(world.rows('peerTicks'), roundOf);
    const used = Map.groupBy(
      rows.filter((row) => textAt(row, 'ballot') !== '' && textAt(row, 'round') !== ''),
      roundOf,
    );
    return [...used].flatMap(([about, own]): Finding[] => {
      const ballots = new Set(own.map((row) => plain(textAt(row, 'ballot')).toLowerCase())).size;
      const people = new Set((taken.get(about) ?? []).map((row) => plain(textAt(row, 'person'))))
        .size;
      return ballots <= people
        ? []
        : [
            {
              register: register.key,
              rule: 'more-than-taken',
              severity: 'must',
              about,
              message: {
                zh: `${clip(about.replace(' ', ''), 12)}收 ${ballots} 票，领 ${people} 票，请重评`,
                en: `${about}: ${ballots} ballots of ${people} taken: hold it again`,
              },
            },
          ];
    });
  },
};

/**
 * 互评 Peer ratings (B5; R3 不计名的考评). Anonymous by construction: no rater, no time, no words of their own, only the
 * number of a ballot that was drawn face down. A ballot rates each person once, and a round has no more ballots than
 * 互评领票 has people, so nobody counts twice. Averages of fewer than five ballots are not shown.
 */
export const peerRatings = defineRegister({
  key: 'peerRatings',
  title: { zh: '互评', en: 'Peer ratings' },
  purpose: {
    zh: '班组内不记名互相打分，凭抽到的票号',
    en: 'Anonymous rating within a team, by the number of a ballot that was drawn',
  },
  workbook: 'people',
  columns,
  form: {
    audience: 'anyone',
    intro: {
      zh: '不记名。填票上的号码，给班组每人各打一次分（5 最好），不评自己。',
      en: 'Anonymous. Your ballot’s number, each of the team once (5 is best), not yourself.',
    },
    asks: ['round', 'ballot', 'team', 'person', 'work', 'help', 'attitude'],
    example: {
      round: '2026年12月',
      ballot: 'B07',
      team: '食堂',
      person: '马春生',
      work: 5,
      help: 4,
      attitude: 5,
    },
  },
  rules: [
    unique({
      columns: ['ballot', 'round', 'person'],
      message: (said) => ({
        zh: `${clip(said, 8)}号票评过此人，后一行不算，请删`,
        en: `Ballot ${said} rated this person already: delete this row`,
      }),
    }),
    noMoreThanTaken,
  ],
  figures: {
    ballots: {
      title: { zh: '互评票数', en: 'Ballots' },
      unit: { zh: '张', en: 'ballots' },
      counts: { zh: '各轮不同票号的张数', en: 'Different ballots of all rounds' },
      better: 'neither',
      form: 'amount',
      measure: (rows) => ({
        value: rows.length === 0 ? undefined : ballotsOf(rows).size,
        rows: rows.map(({ id }) => id),
      }),
    },
    ratings: listed({
      title: { zh: '互评打分', en: 'Ratings' },
      unit: { zh: '人次', en: 'ratings' },
      counts: { zh: '互评的行数', en: 'Rows of the register' },
    }),
  },
  breakdowns: {
    byTeam: {
      title: { zh: '各班组互评均分', en: 'Average by team' },
      unit: { zh: '分', en: 'points' },
      split: (rows) =>
        [...Map.groupBy(rows, (row) => plain(textAt(row, 'team')))]
          .filter(([team, own]) => team !== '' && ballotsOf(own).size >= fewest)
          .map(([name, own]) => ({ name, value: averageOf(own) })),
    },
  },
  demo: demoPeerRatings,
});

/** An average of fewer ballots would tell who said what. */
const fewest = 5;

function ballotsOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => `${textAt(row, 'round')} ${plain(textAt(row, 'ballot'))}`));
}

function averageOf(rows: readonly Row[]): number {
  const scores = rows.flatMap((row) =>
    ['work', 'help', 'attitude'].flatMap((column) => numberAt(row, column) ?? []),
  );
  return Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 100) / 100;
}
