import { plusDays } from '../../time.ts';
import { localDate } from '../../values.ts';
import { momentOn } from '../moment.ts';
import type { Added, History } from './history.ts';
import { told } from './told.ts';

const repairers = [
  ['伍建国', '水电工'],
  ['凌志强', '电工'],
  ['骆永明', '水电工'],
  ['佟国华', '木工'],
  ['滕海涛', '电工'],
  ['解立新', '水电工'],
  ['晏小东', '维修工'],
  ['樊文斌', '维修工'],
] as const;

/** Those whom the guards of now replaced. */
export const formerGuards: readonly string[] = [
  ...['甘立平', '仇大海', '岑少军', '柯建文', '荆志国', '邢春林'],
  ...['阎国栋', '庞小伟', '宁海波', '祝永年', '鲍长生', '耿文斌'],
];

/** Those who came when the repair team was tripled. */
export const newRepairers: readonly string[] = repairers.map(([name]) => name);

/** R3: the repair team is three times what it was; guards who could not do it are gone. */
export function addedPeople({ school, yearOver, known }: History): Added {
  const phone = (place: number) => `1380002${String(1000 + place * 37)}`;
  const before = known.filter(({ team, left }) => team === '维修班' && left === undefined).length;
  return [
    ...repairers.slice(0, before * (told.team.timesRepairers - 1)).map(([name, post], place) => ({
      name,
      team: '维修班',
      post,
      leader: false,
      phone: phone(place),
      joined: yearOver,
    })),
    ...formerGuards.slice(0, told.team.guardsGone).map((name, place) => ({
      name,
      team: '保安',
      post: place < 8 ? '门卫' : '巡逻员',
      leader: false,
      phone: phone(place + 20),
      joined: school.from,
      left: plusDays(yearOver, -1),
    })),
  ];
}

/** What each of the new repairers signed for the terms since. */
export function addedPledges({ school, yearOver, chance }: History): Added {
  const luck = chance('pledges');
  const terms = school.rows('calendar').filter((line) => {
    const [from, to] = [String(line.from), String(line.to)];
    return line.kind === 'term' && to >= yearOver && from <= school.today;
  });
  return terms.flatMap(({ name, from }) =>
    newRepairers.map((person) => ({
      term: name,
      kind: 'post',
      person,
      signed: plusDays(
        String(from) > yearOver ? localDate.parse(from) : yearOver,
        luck.between(1, 13),
      ),
      scan: `https://drive.example.edu.cn/pledges/${luck.between(10_000, 99_999)}.jpg`,
    })),
  );
}

/** The new repairers have read what binds all. */
export function addedReadings({ known }: History): Added {
  const binding = known.filter(({ regulation }) => regulation === '后勤安全管理制度');
  const last = binding.at(-1);
  if (last === undefined) return [];
  const day = localDate.parse(String(last.signed).slice(0, 10));
  return newRepairers.map((person, index) => ({
    signed: momentOn(plusDays(day, 1), 16 * 60 + index),
    regulation: last.regulation,
    version: last.version,
    person,
  }));
}

/** The new repairers’ clothes. */
export function addedUniforms({ yearOver, chance }: History): Added {
  const luck = chance('uniforms');
  return newRepairers.map((person) => ({
    given: plusDays(yearOver, 3),
    person,
    what: 'summer',
    size: luck.pick(['170', '175', '180']),
    quantity: 2,
  }));
}

/** The certificates of those of them who work with electricity. */
export function addedCertificates({ school, chance }: History): Added {
  const luck = chance('certificates');
  return repairers
    .filter(([, post]) => post.includes('电工'))
    .map(([person]) => {
      const until = plusDays(school.today, luck.between(200, 900));
      return {
        person,
        kind: 'electrician',
        number: `E${luck.between(100_000, 999_999)}`,
        issued: plusDays(until, -2190),
        until,
      };
    });
}
