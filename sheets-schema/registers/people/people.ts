import { date, email, phone, reference, text, yesNo } from '../../columns.ts';
import { demoPeople } from '../../demo/people.ts';
import { headCount, headCountByTeam } from '../../figures/head-count.ts';
import { defineRegister } from '../../register.ts';
import { inOrder } from '../../rules/in-order.ts';
import { together } from '../../rules/together.ts';
import { unique } from '../../rules/unique.ts';
import { plusDays } from '../../time.ts';
import { localDate } from '../../values.ts';

const columns = {
  name: text(
    { zh: '姓名', en: 'Name' },
    { required: true, help: { zh: '重名请加区分，如“王芳（食堂）”', en: 'Make namesakes differ' } },
  ),
  team: reference('teams', { zh: '班组', en: 'Team' }, { required: true }),
  post: text({ zh: '职务', en: 'Position' }),
  leader: yesNo(
    { zh: '班长', en: 'Team leader' },
    { help: { zh: '问题先告诉班长', en: 'Findings go to the leader first' } },
  ),
  phone: phone({ zh: '电话', en: 'Phone' }),
  mail: email({ zh: '邮箱', en: 'Mail' }, { personal: true }),
  joined: date({ zh: '到岗日期', en: 'Joined' }),
  left: date(
    { zh: '离岗日期', en: 'Left' },
    { help: { zh: '离职后只填这一栏，不要删行', en: 'Fill this in; do not delete the row' } },
  ),
  deputy: reference(
    'people',
    { zh: '代理人', en: 'Deputy' },
    { help: { zh: '不在岗时谁代办', en: 'Who acts while away' } },
  ),
  deputyFrom: date({ zh: '代理开始', en: 'Deputy from' }),
  deputyUntil: date({ zh: '代理结束', en: 'Deputy until' }),
};

/** 人员 Staff (B1). R2: the team leader answers for the team (班长负责制). */
export const people = defineRegister({
  key: 'people',
  title: { zh: '人员', en: 'Staff' },
  purpose: {
    zh: '后勤人员名单，别的表里的姓名都从这里选',
    en: 'All staff; names elsewhere are chosen from here',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    inOrder({ from: 'joined', until: 'left' }),
    inOrder({ from: 'deputyFrom', until: 'deputyUntil' }),
    together({ given: 'deputy', needs: 'deputyFrom' }),
    together({ given: 'deputyFrom', needs: 'deputy' }),
  ],
  figures: {
    atWork: headCount(),
  },
  breakdowns: { byTeam: headCountByTeam() },
  report: {
    section: 'people',
    sentences: ['期末在岗后勤人员{atWork|compared}。'],
  },
  demo: (school) => {
    const chance = school.chance('people');
    return demoPeople.map(({ name, team, post, mail, leader, years, leftDaysAgo }) => ({
      name,
      team,
      post,
      leader: leader === true,
      phone: `138000${String(chance.between(10_000, 99_999))}`,
      ...(mail === undefined ? {} : { mail: `${mail}@example.edu.cn` }),
      joined: localDate.parse(
        `${Number(school.today.slice(0, 4)) - years}-0${chance.pick([3, 8])}-${chance.pick(['05', '18', '26'])}`,
      ),
      ...(leftDaysAgo === undefined ? {} : { left: plusDays(school.today, -leftDaysAgo) }),
      ...(name === '陈志远'
        ? {
            deputy: '周敏',
            deputyFrom: plusDays(school.today, 6),
            deputyUntil: plusDays(school.today, 10),
          }
        : {}),
    }));
  },
});
