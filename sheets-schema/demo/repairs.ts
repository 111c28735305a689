import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { daysBetween, plusDays } from '../time.ts';
import { type LocalDate, type LocalDateTime, localDateTime } from '../values.ts';
import { momentOn } from './moment.ts';
import { type DemoPlaceKind, demoPlaces } from './places.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

interface Fault {
  readonly says: string;
  readonly scale: 'minor' | 'major';
  readonly worker: string;
  readonly parts: string;
}

const fault = (says: string, scale: Fault['scale'], worker: string, parts = '无'): Fault => ({
  says,
  scale,
  worker,
  parts,
});

const faults: Readonly<Partial<Record<DemoPlaceKind, readonly Fault[]>>> = {
  classroom: [
    fault('后排一盏灯不亮', 'minor', '刘海峰', 'LED灯管 T8 16W 1.2m 1支'),
    fault('黑板灯闪', 'minor', '刘海峰', 'LED灯管 T8 16W 1.2m 1支'),
    fault('前门锁打不开', 'minor', '赵永福', '球形门锁 304 1把'),
    fault('课桌桌面松动两张', 'minor', '赵永福'),
    fault('吊扇有异响', 'minor', '刘海峰'),
    fault('窗户关不上', 'minor', '赵永福', '不锈钢合页 4寸 1副'),
    fault('讲台插座没电', 'minor', '刘海峰', '五孔插座 86型 1个'),
    fault('投影仪没有画面', 'major', '王大勇', '投影灯泡 1个'),
  ],
  dormRoom: [
    fault('水龙头漏水', 'minor', '王大勇', '水龙头 不锈钢 4分 1个'),
    fault('冲水阀不出水', 'minor', '王大勇', '脚踏冲水阀 1寸 1个'),
    fault('床梯螺丝松动', 'minor', '赵永福'),
    fault('阳台门合页断', 'minor', '赵永福', '不锈钢合页 4寸 2副'),
    fault('下水道堵', 'minor', '王大勇'),
    fault('空调不制热', 'major', '刘海峰', '电容 1个'),
    fault('热水器不出热水', 'major', '王大勇', '加热管 1根'),
  ],
  functionRoom: [
    fault('空调漏水', 'major', '刘海峰', '排水管 1米'),
    fault('灯管闪烁', 'minor', '刘海峰', 'LED灯管 T8 16W 1.2m 2支'),
    fault('音响没有声音', 'major', '王大勇', '音频线 1根'),
  ],
  office: [
    fault('网口松动', 'minor', '刘海峰', '网线水晶头 2个'),
    fault('柜门关不上', 'minor', '赵永福', '不锈钢合页 4寸 1副'),
  ],
  canteen: [
    fault('洗菜池下水慢', 'minor', '王大勇'),
    fault('蒸箱漏汽', 'major', '刘海峰', '门封条 1根'),
    fault('餐桌椅螺丝松', 'minor', '赵永福'),
  ],
};

const teachers = ['方老师', '贺老师', '白老师', '石老师', '江老师', '尹老师'];

/** Days in which the same does not break again at the same place, but for the one that shows the finding. */
const unlikelyAgain = 62;

/**
 * Two months of repairs, or more: some three a school day, minor ones done within hours, major ones within three days, the
 * last days still open; and one for each rule.
 */
export function demoRepairs(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('repairs');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const seen = new Map<string, LocalDate>();
  const ordinary = days.flatMap((day) =>
    Array.from({ length: chance.between(2, 4) }, () => demoRepair(day, school, chance)).filter(
      ({ place, fault: says }) => {
        const same = `${place} ${says}`;
        const last = seen.get(same);
        if (last !== undefined && daysBetween(last, day) < unlikelyAgain) return false;
        seen.set(same, day);
        return true;
      },
    ),
  );
  const numbers = new Map<string, number>();
  return [...ordinary, ...telling(school)]
    .toSorted((a, b) => (String(a.reported) < String(b.reported) ? -1 : 1))
    .map((entry) => {
      const day = String(entry.reported).slice(5, 10).replace('-', '');
      const next = (numbers.get(day) ?? 0) + 1;
      numbers.set(day, next);
      return entry.state === 'received' ? entry : { ...entry, number: `BX-${day}-${next}` };
    });
}

/** A repair as any day of the demo school brings it. */
export function demoRepair(day: LocalDate, school: DemoSchool, chance: DemoChance): Entry {
  const place = chance.pick(demoPlaces.filter(({ kind }) => faults[kind] !== undefined));
  const broken = chance.pick(faults[place.kind] ?? []);
  const reported = momentOn(day, chance.between(440, 1020));
  const inDorm = place.kind === 'dormRoom';
  const byKeeper = inDorm && chance.percent(60);
  const hours = broken.scale === 'minor' ? chance.between(1, 20) : chance.between(18, 68);
  const late = chance.percent(2) ? 60 : 0;
  const done = hoursAfter(reported, hours + late);
  const entry = {
    reported,
    place: place.name,
    fault: broken.says,
    scale: broken.scale,
    urgent: chance.percent(8) ? 'urgent' : 'normal',
    reporter: byKeeper || !inDorm ? reporterAt(place.custodian, place.kind, chance) : '住宿生',
    ...(byKeeper ? { onBehalf: `${place.name.split(' ')[1] ?? ''} 室学生` } : {}),
    phone: `1380000${String(chance.between(1000, 9999))}`,
    worker: broken.worker,
  };
  if (done >= school.now)
    return {
      ...entry,
      state: reported >= momentOn(plusDays(school.today, -1), 900) ? 'received' : 'working',
    };
  return {
    ...entry,
    state: 'done',
    done,
    labour: broken.scale === 'minor' ? chance.pick([0.5, 0.5, 1]) : chance.pick([2, 3, 4]),
    parts: broken.parts,
    ...(broken.scale === 'major' ? { cost: chance.between(30, 260) } : {}),
    answer: '已修好，请试用',
  };
}

function reporterAt(custodian: string, kind: DemoPlaceKind, chance: DemoChance): string {
  return kind === 'classroom' ? chance.pick(teachers) : custodian;
}

/** So many hours later; what would end at night ends the next morning, still within the same day and night. */
function hoursAfter(moment: LocalDateTime, hours: number): LocalDateTime {
  const later = new Date(Date.parse(`${moment}Z`) + hours * 3_600_000);
  const local = localDateTime.parse(later.toISOString().slice(0, 19));
  const atNight = local.slice(11) < '07:00:00' || local.slice(11) > '21:00:00';
  return atNight ? hoursAfter(moment, hours - 1) : local;
}

/** One repair for each rule of the register. */
function telling(school: DemoSchool): Entry[] {
  const ago = (days: number, minutes: number) => momentOn(plusDays(school.today, -days), minutes);
  const common = { urgent: 'normal', phone: '13800002468', scale: 'minor' };
  const mended = { state: 'done', labour: 0.5, parts: '无', answer: '已修好，请试用' };
  const hazards = school.rows('hazards').filter(({ toRepair }) => toRepair === true);
  return [
    ...hazards.map((hazard) => ({
      reported: hazard.reported,
      place: hazard.place,
      fault: hazard.what,
      urgent: 'urgent',
      reporter: hazard.reporter,
      worker: hazard.mendedBy,
      scale: 'major',
      ...mended,
      done: hazard.mended,
      hazard: hazard.number,
    })),
    {
      ...common,
      reported: ago(20, 600),
      place: '行政楼 报告厅',
      fault: '中央空调主板坏',
      scale: 'major',
      reporter: '宋秋菊',
      worker: '李国强',
      state: 'waiting',
      waitingFor: '待厂家保修，已报修两次',
      warrantyUntil: plusDays(school.today, -3),
    },
    {
      ...common,
      reported: ago(18, 540),
      place: '水泵房',
      fault: '1号泵电机烧坏，需更换',
      scale: 'major',
      reporter: '李国强',
      worker: '李国强',
      state: 'handedUp',
      handedUp: plusDays(school.today, -15),
      answer: '已报学校审批购置',
    },
    {
      ...common,
      reported: ago(13, 500),
      place: '教学楼 A304',
      fault: '后门关不严',
      reporter: '白老师',
      worker: '赵永福',
      ...mended,
      done: ago(13, 700),
    },
    {
      ...common,
      reported: ago(6, 480),
      place: '教学楼 A304',
      fault: '后门关不严',
      reporter: '白老师',
      worker: '赵永福',
      ...mended,
      done: ago(6, 660),
    },
    {
      ...common,
      reported: ago(8, 900),
      place: '食堂 冷库',
      fault: '冷库门密封条破',
      scale: 'major',
      reporter: '林小梅',
      worker: '王大勇',
      state: 'waiting',
      waitingFor: '待配件，厂家本周寄到',
      warrantyUntil: plusDays(school.today, 5),
    },
    {
      ...common,
      reported: ago(5, 560),
      place: '宿舍3号楼 301',
      fault: '洗手池漏水',
      reporter: '魏长青',
      onBehalf: '301 室学生',
      worker: '王大勇',
      ...mended,
      done: ago(5, 800),
      reopened: ago(4, 470),
    },
    {
      ...common,
      reported: ago(4, 620),
      place: '图书馆 阅览室',
      fault: '两盏灯不亮',
      reporter: '徐美芳',
      worker: '刘海峰',
      state: 'done',
      done: ago(4, 900),
      answer: '已换灯管',
    },
    {
      ...common,
      reported: ago(3, 650),
      place: '教学楼 A103',
      fault: '饮水机不出水',
      reporter: '方老师',
      worker: '王大勇',
      state: 'working',
    },
  ];
}
