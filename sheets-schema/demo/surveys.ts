import { plusDays } from '../time.ts';
import type { DemoSchool } from './school.ts';

/** Days before today, kind, topic, whom, asked, answered, satisfied, said, measures, told. */
const entries = [
  [54, 'forum', '新生住宿', 'students', 24, 24, 21, '热水时间短、晾衣处少', '热水延到22点', true],
  [47, 'survey', '食堂饭菜', 'students', 300, 286, 261, '晚餐菜凉、面条排队', '分批出菜', true],
  [39, 'forum', '食堂与卫生', 'students', 24, 22, 20, '厕所下午要再扫', '下午加一次保洁', true],
  [28, 'survey', '后勤服务', 'teachers', 96, 81, 76, '打印纸领用慢', '每周二集中送到科室', true],
  [18, 'forum', '报修速度', 'students', 24, 23, 20, '宿舍报修不知进度', '宿舍张贴查询码', true],
  [11, 'survey', '门卫与接送', 'parents', 220, 58, 47, '放学堵车', '', false],
  [4, 'forum', '期中家长座谈', 'parents', 30, 28, 26, '希望看后厨', '开放后厨参观日', false],
] as const;

/** Four forums and three surveys; parents answered few of one, and nobody wrote what follows. */
export function demoSurveys({ today }: DemoSchool) {
  return entries.map(
    ([ago, kind, topic, whom, asked, answered, satisfied, said, measures, told]) => ({
      held: plusDays(today, -ago),
      kind,
      topic,
      whom,
      asked,
      answered,
      satisfied,
      host: '周敏',
      said,
      ...(measures === '' ? {} : { measures, owner: '周敏' }),
      ...(told ? { told: plusDays(today, -ago + 7) } : {}),
    }),
  );
}
