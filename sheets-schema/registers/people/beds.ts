import { choice, date, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoBeds } from '../../demo/beds.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { inSequence, type Row, textAt, valueAt } from '../../row.ts';
import type { Rule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { plain } from '../../spelling.ts';
import { clip } from '../../wording.ts';

const columns = {
  room: reference('places', { zh: '寝室', en: 'Room' }, { required: true }),
  bed: quantity(
    { zh: '床号', en: 'Bed' },
    { required: true, unit: { zh: '号', en: '' }, min: 1, max: 20, whole: true },
  ),
  kind: choice(
    { zh: '住的人', en: 'Who lives there' },
    { student: { zh: '学生', en: 'Student' }, staff: { zh: '教职工', en: 'Staff' } },
  ),
  resident: text(
    { zh: '姓名', en: 'Name' },
    { personal: true, help: { zh: '空床不填', en: 'Blank when nobody has the bed' } },
  ),
  klass: reference('classes', { zh: '班级', en: 'Class' }),
  head: yesNo(
    { zh: '寝室长', en: 'Head of the room' },
    { help: { zh: '每间选一人，寝室好坏找寝室长', en: 'One a room answers for it' } },
  ),
  from: date({ zh: '入住日期', en: 'Since' }),
  until: date(
    { zh: '退宿日期', en: 'Left' },
    { help: { zh: '退宿填日期，新住的人另写一行', en: 'A new resident is a new row' } },
  ),
};

const isLivedIn = (row: Row): boolean =>
  textAt(row, 'resident').trim() !== '' && textAt(row, 'until') === '';

/** One row, of those lived in, for each text; the later written one is told. */
function onlyOnce(rule: {
  readonly key: string;
  readonly catches: Rule['catches'];
  readonly column: 'bed' | 'resident';
  readonly same: (row: Row) => string;
  readonly message: (row: Row, earlier: Row) => Finding['message'];
}): Rule<keyof typeof columns> {
  return {
    key: rule.key,
    columns: ['room', 'bed', 'resident', 'klass', 'until'],
    reads: [],
    catches: rule.catches,
    check: (register, rows) => {
      const first = new Map<string, Row>();
      return inSequence(rows)
        .filter(isLivedIn)
        .flatMap((row): Finding[] => {
          const same = rule.same(row);
          const earlier = first.get(same);
          if (same === '' || earlier === undefined) {
            first.set(same, row);
            return [];
          }
          return [
            {
              register: register.key,
              rule: rule.key,
              row: row.id,
              column: rule.column,
              severity: 'must',
              message: rule.message(row, earlier),
            },
          ];
        });
    },
  };
}

/** Each room that is lived in has one head, whom its residents elected (R2 寝室长). */
const headOfRoom: Rule<'room' | 'resident' | 'head' | 'until'> = {
  key: 'head-of-room',
  columns: ['room', 'resident', 'head', 'until'],
  reads: [],
  catches: { zh: '寝室没有寝室长，或有两个', en: 'A room without a head, or with two' },
  check: (register, rows) => {
    const rooms = Map.groupBy(rows.filter(isLivedIn), (row) => plain(textAt(row, 'room')));
    return [...rooms].flatMap(([room, own]): Finding[] => {
      const heads = own.filter((row) => valueAt(row, 'head') === true).length;
      if (room === '' || heads === 1) return [];
      return [
        {
          register: register.key,
          rule: 'head-of-room',
          severity: 'look',
          about: room,
          message:
            heads === 0
              ? {
                  zh: `${clip(room, 14)}没有寝室长，请选一人`,
                  en: `${room} has no head: elect one`,
                }
              : {
                  zh: `${clip(room, 14)}有 ${heads} 个寝室长，请留一人`,
                  en: `${room} has ${heads} heads`,
                },
        },
      ];
    });
  },
};

/** Whoever graduated has given up the bed. */
const stillThere: Rule<'resident' | 'klass' | 'until'> = {
  key: 'graduated',
  columns: ['resident', 'klass', 'until'],
  reads: ['classes'],
  catches: { zh: '毕业了还没退宿', en: 'Graduated, and still in the dorm' },
  check: (register, rows, world) => {
    const graduated = new Set(
      world
        .rows('classes')
        .filter((row) => textAt(row, 'graduated') !== '')
        .map((row) => plain(textAt(row, 'name'))),
    );
    return rows
      .filter((row) => isLivedIn(row) && graduated.has(plain(textAt(row, 'klass'))))
      .map((row) => ({
        register: register.key,
        rule: 'graduated',
        row: row.id,
        column: 'until',
        severity: 'must' as const,
        message: { zh: '该班已毕业，请填退宿日期', en: 'The class has left: fill in the day' },
      }));
  },
};

/** 床位 Beds (L; C4): who lives in which bed of which room, students and staff. */
export const beds = defineRegister({
  key: 'beds',
  title: { zh: '床位', en: 'Beds' },
  purpose: {
    zh: '每间寝室每张床住谁，宿管维护',
    en: 'Who lives in which bed, kept by the dorm staff',
  },
  workbook: 'people',
  columns,
  rules: [
    onlyOnce({
      key: 'bed-twice',
      column: 'bed',
      catches: { zh: '一张床住了两人', en: 'Two in one bed' },
      same: (row) => {
        const [room, bed] = [plain(textAt(row, 'room')), textAt(row, 'bed')];
        return room === '' || bed === '' ? '' : `${room}|${bed}`;
      },
      message: () => ({
        zh: '这张床已有人住，请改床号或填退宿日期',
        en: 'The bed is taken: change it, or fill in who left',
      }),
    }),
    onlyOnce({
      key: 'resident-twice',
      column: 'resident',
      catches: { zh: '一人占了两张床', en: 'One person in two beds' },
      same: (row) => {
        const klass = plain(textAt(row, 'klass'));
        return klass === '' ? '' : `${klass}|${plain(textAt(row, 'resident'))}`;
      },
      message: (_row, earlier) => ({
        zh: `已住${clip(textAt(earlier, 'room'), 12)}，${textAt(earlier, 'bed')} 号床，请核对`,
        en: `Already in ${textAt(earlier, 'room')}, bed ${textAt(earlier, 'bed')}: check`,
      }),
    }),
    needed({
      key: 'student',
      columns: ['klass'],
      reads: ['resident', 'kind', 'until'],
      when: (row) => isLivedIn(row) && valueAt(row, 'kind') !== 'staff',
      because: { zh: '学生床位', en: 'A student' },
    }),
    stillThere,
    headOfRoom,
    inOrder({ from: 'from', until: 'until' }),
  ],
  figures: {
    residents: listed({
      title: { zh: '住宿人数', en: 'Residents' },
      unit: { zh: '人', en: 'people' },
      counts: { zh: '有人住且没退宿的床位', en: 'Beds that are lived in' },
      where: isLivedIn,
    }),
    occupied: listedShare({
      title: { zh: '床位使用率', en: 'Beds in use' },
      counts: { zh: '未退宿的床位中有人住的', en: 'Of the beds, those lived in' },
      better: 'neither',
      among: (row) => textAt(row, 'until') === '',
      where: isLivedIn,
    }),
  },
  report: { section: 'dorms', sentences: ['期末住宿{residents}，床位使用率{occupied}。'] },
  retention: { resident: { months: 48 } },
  print: {
    columns: ['room', 'bed', 'resident', 'klass', 'head'],
    signatures: [{ zh: '宿管班长', en: 'Head of dorm staff' }],
  },
  demo: demoBeds,
});
