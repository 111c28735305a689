import { plusDays } from '../../time.ts';
import { momentOn } from '../moment.ts';
import { paper } from '../paper.ts';
import { type Added, dayAt, type History } from './history.ts';
import { told } from './told.ts';

const buildings = ['宿舍1号楼', '宿舍2号楼', '宿舍3号楼', '教学楼'];

/** R3: three projects that were done at one go in four buildings, with the part that each took. */
const projects = [
  {
    name: '四栋换灯泡',
    scope: told.project.bulbs,
    unit: '只',
    item: 'LED灯泡 E27 9W',
    price: 5.5,
    leader: '刘海峰',
  },
  {
    name: '四栋换水龙头',
    scope: told.project.taps,
    unit: '个',
    item: '水龙头 不锈钢 4分',
    price: 26,
    leader: '王大勇',
  },
  {
    name: '四栋换冲水阀',
    scope: told.project.flushValves,
    unit: '个',
    item: '脚踏冲水阀 1寸',
    price: 48,
    leader: '王大勇',
  },
];

/** The day on which the parts come; the work begins the day after. */
const begun = (history: History) => dayAt(history, 0.8);

export function addedProjects(history: History): Added {
  const started = begun(history);
  return projects.map(({ name, scope, unit, leader }) => ({
    name,
    started,
    due: plusDays(started, 14),
    what: `四栋楼老化的一次换完：${name.slice(3)}`,
    scope,
    unit,
    buildings: buildings.join('、'),
    leader,
    state: 'done',
    doneOn: plusDays(started, buildings.length),
    effect: '设施完好率达到98%以上',
  }));
}

export function addedProgress(history: History): Added {
  const started = begun(history);
  return buildings.flatMap((building, index) =>
    projects.map(({ name, scope, item, leader }) => ({
      day: plusDays(started, index + 1),
      project: name,
      building,
      done: scope / buildings.length,
      item,
      used: scope / buildings.length,
      issue: '专项领料',
      by: leader,
    })),
  );
}

/** The parts came for the project alone and left the store building by building. */
export function addedMovements(history: History): Added {
  const started = begun(history);
  return projects.flatMap(({ name, scope, unit, item, price, leader }) => [
    {
      happened: momentOn(started, 490),
      direction: 'in',
      item,
      quantity: scope,
      price,
      donor: '学校专项调拨',
      handledBy: '叶红梅',
    },
    ...buildings.map((building, index) => ({
      happened: momentOn(plusDays(started, index + 1), 480),
      direction: 'out',
      item,
      quantity: scope / buildings.length,
      unit,
      requisition: paper('LY', plusDays(started, index + 1), 480, item),
      recipient: leader,
      department: '维修班',
      purpose: `${name} ${building}`,
      handledBy: '叶红梅',
    })),
  ]);
}
