import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** Topic, place, what was said, answer, owner. */
const voices = [
  ['canteen', '食堂 二楼餐厅', '晚餐后半段菜凉了', '晚餐分两批出菜，保温台已检修', '张桂兰'],
  ['canteen', '食堂 一楼餐厅', '面条窗口排队太长', '中午加开一个面条窗口', '张桂兰'],
  ['dorm', '宿舍2号楼', '晚上热水供到九点太早', '热水延长到十点', '许慧芳'],
  ['dorm', '宿舍1号楼', '走廊灯太亮影响睡觉', '熄灯后改为隔盏亮', '许慧芳'],
  ['repairs', '教学楼 A302', '饮水机水不热', '加热管已更换', '李国强'],
  ['repairs', '教学楼 A104', '投影看不清', '灯泡已更换并调焦', '李国强'],
  ['cleaning', '教学楼', '三楼厕所下午有异味', '下午加一次保洁，换了排风扇', '杨玉珍'],
  ['cleaning', '操场', '看台垃圾桶太少', '看台增加四个垃圾桶', '杨玉珍'],
  ['gate', '东门', '放学时家长车堵住大门', '放学时东门前设隔离带', '韩卫东'],
  ['attitude', '门卫室', '门卫说话不客气', '已谈话并向家长道歉', '韩卫东'],
  ['other', '图书馆', '周末想开放阅览室', '周日下午开放两小时', '周敏'],
  ['canteen', '食堂', '希望多一点清淡的菜', '每餐增加一道清蒸菜', '张桂兰'],
] as const;

const channels = ['box', 'form', 'form', 'phone', 'forum', 'face'] as const;

/** An opinion every second school day, answered within a day; the last ones tell of each rule. */
export function demoOpinions(school: DemoSchool) {
  const chance = school.chance('opinions');
  const { today } = school;
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < plusDays(today, -4));
  const ordinary = days
    .filter((_, index) => index % 2 === 0)
    .map((day, index) => {
      const [topic, place, content, answer, owner] = chance.pick(voices);
      const channel = channels[index % channels.length] ?? 'form';
      const named = channel !== 'box' && chance.percent(70);
      const late = index === 7 ? 20 * 60 : 0;
      return {
        received: momentOn(day, chance.between(480, 1080)),
        channel,
        topic,
        place,
        content,
        ...(named
          ? {
              from: chance.pick(['张同学', '李同学', '王家长', '贺老师']),
              phone: `1390000${chance.between(1000, 9999)}`,
              calledBack: momentOn(plusDays(day, late === 0 ? 1 : 2), chance.between(430, 478)),
              satisfaction: chance.percent(75) ? ('satisfied' as const) : ('fair' as const),
            }
          : {}),
        owner,
        state: 'done' as const,
        answer,
      };
    });
  const ago = (daysAgo: number, minutes: number) => momentOn(plusDays(today, -daysAgo), minutes);
  const open = { channel: 'form', state: 'received' } as const;
  return [
    ...ordinary,
    {
      ...open,
      received: ago(20, 700),
      topic: 'dorm' as const,
      place: '宿舍3号楼',
      content: '希望宿舍装空调',
      owner: '周敏',
      state: 'handedUp' as const,
      handedUp: plusDays(today, -18),
      promised: plusDays(today, -5),
      answer: '需要学校立项，已上报',
    },
    {
      ...open,
      received: ago(9, 640),
      topic: 'cleaning' as const,
      place: '体育馆',
      content: '更衣室有霉味',
      phone: '13900007788',
      owner: '杨玉珍',
      state: 'done' as const,
      calledBack: ago(8, 500),
      answer: '已开窗通风',
      satisfaction: 'dissatisfied' as const,
    },
    {
      ...open,
      received: ago(4, 690),
      topic: 'canteen' as const,
      place: '食堂 一楼餐厅',
      content: '汤里盐太多',
    },
    {
      ...open,
      received: ago(2, 600),
      topic: 'repairs' as const,
      place: '教学楼 A401',
      content: '后门关不上，风大',
      phone: '13900006655',
    },
    {
      ...open,
      received: ago(1, 720),
      topic: 'gate' as const,
      place: '东门',
      content: '晚自习后门口太暗',
      phone: '13900004433',
    },
  ].toSorted((a, b) => (a.received < b.received ? -1 : 1));
}
