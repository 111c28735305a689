import type { Finding } from '../finding.ts';
import { type DutyPerson, dutyPeople, isOnStaff } from '../roster/people.ts';
import { namesIn } from '../roster/posts.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { dayOf, type LocalDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';
import { expiry } from './expiry.ts';
import { latestOf } from './latest-of.ts';

/** What certificates there are. */
export const certificateKinds = {
  health: { zh: '健康证明', en: 'Health certificate' },
  driver: { zh: '驾驶证', en: 'Driving licence' },
  guard: { zh: '保安员证', en: "Guard's certificate" },
  electrician: { zh: '电工作业证', en: "Electrician's certificate" },
  boiler: { zh: '锅炉作业证', en: "Boiler operator's certificate" },
  fire: { zh: '消防设施操作员证', en: 'Fire equipment operator' },
  foodSafety: { zh: '食品安全管理员证', en: 'Food safety officer' },
  other: { zh: '其他', en: 'Other' },
};

type Kind = keyof typeof certificateKinds;

/** Kinds that a post must hold, each with the setting that says whose it is. */
const asked: readonly { readonly kind: Kind; readonly setting: string }[] = [
  { kind: 'health', setting: 'certificates.healthFor' },
  { kind: 'driver', setting: 'certificates.driverFor' },
  { kind: 'guard', setting: 'certificates.guardFor' },
  { kind: 'electrician', setting: 'certificates.electricianFor' },
];

/** Whether somebody works in one of the teams, or on one of the posts, that a setting lists. */
function works(person: DutyPerson, posts: ReadonlyMap<string, string>, listedIn: string): boolean {
  const words = namesIn(listedIn);
  return words.includes(person.team) || words.includes(posts.get(person.name) ?? '');
}

/** Who is on the staff and must hold which certificate on a day. */
export function certificatesAsked(world: World, day: LocalDate): { person: string; kind: Kind }[] {
  const rows = world.rows('people');
  const posts = new Map(
    rows.map((row) => [plain(textAt(row, 'name')), plain(textAt(row, 'post'))]),
  );
  return dutyPeople(rows)
    .filter((person) => isOnStaff(person, day))
    .flatMap((person) =>
      asked
        .filter(({ setting }) => works(person, posts, world.settings.text(setting)))
        .map(({ kind }) => ({ person: person.name, kind })),
    );
}

export const heldBy = (row: Row): string =>
  `${plain(textAt(row, 'person'))}|${textAt(row, 'kind')}`;

/** A post that asks for a certificate has somebody who holds one, whether it still holds or not. */
export const withoutCertificate: Rule<'person' | 'kind'> = {
  key: 'without-one',
  columns: ['person', 'kind'],
  reads: ['people'],
  catches: { zh: '该持证上岗的没有证', en: 'At work without the certificate of the post' },
  check: (register, rows, world) => {
    const holders = new Set(rows.map(heldBy));
    return certificatesAsked(world, dayOf(world.now))
      .filter(({ person, kind }) => !holders.has(`${person}|${kind}`))
      .map(
        ({ person, kind }): Finding => ({
          register: register.key,
          rule: 'without-one',
          severity: 'must',
          about: `${person} ${kind}`,
          message: {
            zh: `${clip(person, 8)}没有${certificateKinds[kind].zh}登记，请补`,
            en: `${person}: no ${certificateKinds[kind].en.toLowerCase()} is entered`,
          },
        }),
      );
  },
};

/** The last certificate of each person and kind. */
export function latestCertificates(rows: readonly Row[]): Row[] {
  const last = new Map<string, Row>();
  for (const row of inSequence(rows)) {
    const before = last.get(heldBy(row));
    if (before === undefined || textAt(row, 'until') >= textAt(before, 'until'))
      last.set(heldBy(row), row);
  }
  return [...last.values()].filter((row) => textAt(row, 'until') !== '');
}

export function certificatesAtWork(rows: readonly Row[], world: World): Row[] {
  const today = dayOf(world.now);
  const there = new Set(
    dutyPeople(world.rows('people'))
      .filter((person) => isOnStaff(person, today))
      .map(({ name }) => name),
  );
  return latestCertificates(rows).filter(
    (row) => there.size === 0 || there.has(plain(textAt(row, 'person'))),
  );
}

/** Somebody who has left renews nothing. */
export const certificateExpires: Rule<'person' | 'kind' | 'until'> = (() => {
  const rule = latestOf<'person' | 'kind' | 'until'>({
    of: ['person', 'kind'],
    at: 'until',
    rule: expiry({
      until: 'until',
      columns: ['person', 'kind'],
      soonDays: (world) => world.settings.number('certificates.soonDays'),
      message: {
        expired: (day) => ({
          zh: `${monthAndDay(day)}已过期，请换证，换好前不上岗`,
          en: `Expired on ${day}: renew it; not at work until then`,
        }),
        soon: (day, days) =>
          days === 0
            ? { zh: '今天到期，请马上换证', en: 'Its last day is today: renew it' }
            : {
                zh: `${monthAndDay(day)}到期，还有${days}天，请换证`,
                en: `Valid until ${day}, ${days} days: renew it`,
              },
      },
    }),
  });
  return {
    ...rule,
    reads: ['people'],
    check: (register, rows, world) => rule.check(register, certificatesAtWork(rows, world), world),
  };
})();
