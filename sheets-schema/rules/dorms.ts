import type { Finding } from '../finding.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { daysBetween } from '../time.ts';
import { dayOf, type LocalDate, localDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';

function byTime(rows: readonly Row[], happened: string): Row[] {
  return rows
    .filter((row) => textAt(row, happened) !== '')
    .toSorted((a, b) => {
      const [one, other] = [textAt(a, happened), textAt(b, happened)];
      return one < other ? -1 : one > other ? 1 : a.sequence < b.sequence ? -1 : 1;
    });
}

/**
 * A room that fails its check and the one after it is talked to (C4). The finding stands at the second failure, and at
 * each one after it until the room passes.
 */
export function failedTwice<const K extends string>(rule: {
  readonly happened: K;
  readonly room: K;
  readonly result: K;
  readonly failed: (row: Row) => boolean;
}): Rule<K> {
  return {
    key: 'failed-twice',
    columns: [rule.happened, rule.room, rule.result],
    reads: [],
    catches: { zh: '连续两次不合格', en: 'Failed twice running' },
    check: (register, rows) => {
      const running = new Map<string, number>();
      return byTime(rows, rule.happened).flatMap((row): Finding[] => {
        const room = plain(textAt(row, rule.room));
        if (room === '' || textAt(row, rule.result) === '') return [];
        const times = rule.failed(row) ? (running.get(room) ?? 0) + 1 : 0;
        running.set(room, times);
        return times < 2
          ? []
          : [
              {
                register: register.key,
                rule: 'failed-twice',
                row: row.id,
                column: rule.result,
                severity: 'must',
                message: {
                  zh: `连续 ${times} 次不合格，请找寝室长整改`,
                  en: `Failed ${times} times running: talk to the head of the room`,
                },
              },
            ];
      });
    },
  };
}

/**
 * Each room is drawn for a spot check in its time. Silent until the register is that old; the finding is about the
 * room.
 */
export function drawnInTime<const K extends string>(rule: {
  readonly columns: readonly K[];
  readonly happened: K;
  readonly rooms: (world: World) => readonly string[];
  readonly lastDrawn: (rows: readonly Row[]) => ReadonlyMap<string, LocalDate>;
  readonly days: (world: World) => number;
}): Rule<K> {
  return {
    key: 'never-drawn',
    columns: rule.columns,
    reads: ['places'],
    catches: { zh: '一直没抽到的寝室', en: 'A room that is never drawn' },
    check: (register, rows, world) => {
      const most = rule.days(world);
      const today = dayOf(world.now);
      const [first] = byTime(rows, rule.happened);
      const began = localDate.safeParse(first && textAt(first, rule.happened).slice(0, 10));
      if (!began.success || daysBetween(began.data, today) <= most) return [];
      const last = rule.lastDrawn(rows);
      return [...new Set(rule.rooms(world))].flatMap((room): Finding[] => {
        const day = last.get(room);
        if (room === '' || (day !== undefined && daysBetween(day, today) <= most)) return [];
        return [
          {
            register: register.key,
            rule: 'never-drawn',
            severity: 'look',
            about: room,
            message:
              day === undefined
                ? { zh: `${clip(room, 14)}还没抽查过，请抽一次`, en: `${room} was never drawn` }
                : {
                    zh: `${clip(room, 13)}：${monthAndDay(day)}后没抽过，请抽`,
                    en: `${room} was last drawn on ${day}`,
                  },
          },
        ];
      });
    },
  };
}

/** A building where every room of a day was left as prefilled and none has a photo was not walked through. */
export function nobodyLooked<const K extends string>(rule: {
  readonly happened: K;
  readonly building: K;
  readonly copied: K;
  readonly photo: K;
}): Rule<K> {
  return {
    key: 'nobody-looked',
    columns: [rule.happened, rule.building, rule.copied, rule.photo],
    reads: [],
    catches: { zh: '整栋没点过、没照片', en: 'A building that nobody walked through' },
    check: (register, rows) => {
      const rounds = Map.groupBy(
        rows.filter(
          (row) => textAt(row, rule.happened) !== '' && textAt(row, rule.building) !== '',
        ),
        (row) => `${textAt(row, rule.happened).slice(0, 10)} ${plain(textAt(row, rule.building))}`,
      );
      return [...rounds].flatMap(([about, round]): Finding[] => {
        const untouched = round.every(
          (row) => valueAt(row, rule.copied) === true && textAt(row, rule.photo) === '',
        );
        if (!untouched) return [];
        const [day = '', building = ''] = about.split(' ');
        return [
          {
            register: register.key,
            rule: 'nobody-looked',
            severity: 'look',
            about,
            message: {
              zh: `${monthAndDay(day)}${clip(building, 8)}像没进屋查，请抽查核对`,
              en: `${building} on ${day}: nobody seems to have looked`,
            },
          },
        ];
      });
    },
  };
}
