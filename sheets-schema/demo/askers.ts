import type { DemoCategory } from './items.ts';

/** Who asks for what: name, department, purposes. */
export const askers: Readonly<
  Record<DemoCategory, readonly (readonly [string, string, readonly string[]])[]>
> = {
  cleaning: [
    ['杨玉珍', '保洁', ['教学楼卫生间', '周一大扫除', '走廊和楼梯']],
    ['许慧芳', '宿管', ['宿舍公共卫生间', '宿舍消毒']],
    ['张桂兰', '食堂', ['餐具清洗', '后厨地面']],
    ['宋秋菊', '保洁', ['行政楼保洁', '会议室']],
  ],
  repair: [
    ['李国强', '维修班', ['日常报修', '备用']],
    ['王大勇', '维修班', ['教学楼报修', '宿舍2号楼报修', '宿舍1号楼水龙头']],
    ['刘海峰', '维修班', ['教室换灯', '走廊照明']],
    ['赵永福', '维修班', ['门窗维修', '课桌维修']],
  ],
  office: [
    ['方老师', '七年级组', ['试卷印制', '班级用']],
    ['贺老师', '八年级组', ['试卷印制', '期中考试']],
    ['白老师', '九年级组', ['试卷印制', '家长会']],
    ['周敏', '后勤处', ['打印表格', '档案整理']],
    ['石老师', '教务处', ['考试用', '教研活动']],
  ],
  dorm: [
    ['许慧芳', '宿管', ['新住宿生', '更换破损']],
    ['蒋爱华', '宿管', ['更换破损']],
  ],
  canteen: [
    ['马春生', '食堂', ['一周用粮', '当日用料']],
    ['胡秀英', '食堂', ['当日用料']],
    ['林小梅', '食堂', ['食品留样']],
  ],
  medical: [
    ['邱校医', '医务室', ['医务室日常', '流感防护']],
    ['石老师', '教务处', ['运动会急救箱']],
  ],
};

/** How often each category is asked for, in 100 issues. */
export const asked: readonly (readonly [DemoCategory, number])[] = [
  ['cleaning', 36],
  ['repair', 24],
  ['office', 20],
  ['canteen', 12],
  ['medical', 5],
  ['dorm', 3],
];
