import type { Cadence } from '../calculations/cadence.ts';

/** One line of the demo school's checklists. */
export interface DemoChecklist {
  readonly name: string;
  readonly area: string;
  readonly cadence: Cadence;
  /** Absent for the line that shows the finding. */
  readonly owner?: string;
  readonly risk: 'low' | 'medium' | 'high';
  readonly standard: string;
  /** What is found there when it is not in order. */
  readonly faults: readonly string[];
}

type Entry = readonly [
  area: string,
  what: string,
  owner: string,
  risk: DemoChecklist['risk'],
  standard: string,
  faults: readonly string[],
];

const entries: Readonly<Record<Cadence, readonly Entry[]>> = {
  daily: [
    [
      '教学楼',
      '消防通道',
      '郑文博',
      'high',
      '通道畅通，门能推开',
      ['三楼通道堆放旧课桌', '西侧安全出口被自行车挡住', '一楼防火门闭不严', '二楼疏散指示灯不亮'],
    ],
    [
      '教学楼',
      '楼梯护栏',
      '郑文博',
      'high',
      '护栏牢固，扶手无破损',
      ['四楼护栏一处松动', '东侧楼梯防滑条翘起', '二楼扶手有毛刺'],
    ],
    [
      '食堂',
      '燃气阀门',
      '张桂兰',
      'high',
      '下班关阀，无漏气',
      ['3号灶阀门关不严', '软管老化发硬', '报警器电量低'],
    ],
    [
      '食堂 后厨',
      '电器设备',
      '胡秀英',
      'high',
      '插座无破损，人走断电',
      ['和面机插头发热', '消毒柜门封条破', '蒸箱漏水', '冰柜插座松动'],
    ],
    [
      '宿舍1号楼',
      '用电',
      '许慧芳',
      'high',
      '无私拉电线和违规电器',
      ['203 室使用电热毯', '301 室私接插线板', '102 室吹风机未收', '走廊插座盖脱落'],
    ],
    [
      '宿舍2号楼',
      '用电',
      '沈月娥',
      'high',
      '无私拉电线和违规电器',
      ['301 室使用电煮锅', '103 室充电器未拔', '202 室插座发黑', '201 室私接小风扇'],
    ],
    [
      '宿舍3号楼',
      '用电',
      '魏长青',
      'high',
      '无私拉电线和违规电器',
      ['101 室使用热得快', '302 室插线板串接', '203 室台灯线破皮', '103 室手机床上充电'],
    ],
    [
      '东门',
      '门禁和监控',
      '唐志刚',
      'high',
      '人不离岗，画面清楚',
      ['2号摄像头黑屏', '道闸落杆慢', '对讲机没电', '伸缩门轨道卡石子'],
    ],
    ['配电房', '仪表和门锁', '刘海峰', 'high', '读数正常，门已锁', []],
  ],
  weekly: [
    [
      '教学楼',
      '灭火器',
      '郑文博',
      'medium',
      '压力在绿区，铅封完好',
      ['二楼 1 具压力不足', '四楼 1 具铅封脱落', '三楼箱门打不开'],
    ],
    [
      '实验楼 化学实验室',
      '危险品柜',
      '谢桂花',
      'high',
      '双人双锁，账物相符',
      ['酒精瓶未盖紧', '领用本少一处签字'],
    ],
    [
      '图书馆',
      '书架和通道',
      '徐美芳',
      'medium',
      '书架牢固，通道不堵',
      ['阅览室书架晃动', '通道堆放新书'],
    ],
    ['体育馆', '器材', '彭少华', 'medium', '器材牢固，无尖角', ['篮球架螺丝松动', '垫子拉链坏']],
    [
      '操场',
      '单双杠和跑道',
      '彭少华',
      'medium',
      '器材牢固，跑道平整',
      ['跑道一处鼓起', '双杠防滑套脱落'],
    ],
    [
      '锅炉房',
      '安全阀和水位',
      '李国强',
      'high',
      '安全阀在检验期内，水位正常',
      ['水位计玻璃不清', '排污阀滴水'],
    ],
  ],
  monthly: [
    ['水泵房', '水泵和水箱盖', '李国强', 'medium', '水泵运转正常，水箱盖上锁', ['2号泵有异响']],
    ['总库房', '防火防潮', '叶红梅', 'medium', '通道不堵，离地离墙存放', ['北墙角返潮']],
    ['车库', '灭火器和油品', '任永强', 'medium', '灭火器有效，无散放油品', ['备用油桶未入柜']],
    ['洗衣房', '电机和排水', '蒋爱华', 'low', '电机接地，排水通畅', ['地漏堵塞']],
  ],
  term: [['教学楼', '屋面防水', '李国强', 'medium', '屋面无积水，落水口通', ['落水口有树叶']]],
  preTerm: [
    ['教学楼', '开学前房屋检查', '李国强', 'high', '门窗、护栏、吊扇牢固', ['吊扇有异响']],
    [
      '教学楼',
      '开学前教学设备检查',
      '郑文博',
      'medium',
      '投影、黑板、课桌椅可用',
      ['投影灯泡老化'],
    ],
    [
      '教学楼',
      '开学前消防设备检查',
      '郑文博',
      'high',
      '灭火器、消火栓、应急灯有效',
      ['应急灯不亮'],
    ],
    [
      '食堂',
      '开学前食堂检查',
      '张桂兰',
      'high',
      '证照有效，设备能用，库存不过期',
      ['留样冰箱温度偏高'],
    ],
  ],
};

const cadences = ['daily', 'weekly', 'monthly', 'term', 'preTerm'] as const;

/** The checklists of the demo school; 行政楼 has none, and one line has no owner: both are findings. */
export const demoChecklists: readonly DemoChecklist[] = [
  ...cadences.flatMap((cadence) =>
    entries[cadence].map(([area, what, owner, risk, standard, faults]) => ({
      name: `${area} ${what}`,
      area,
      cadence,
      owner,
      risk,
      standard,
      faults,
    })),
  ),
  {
    name: '图书馆 空调滤网',
    area: '图书馆',
    cadence: 'term',
    risk: 'low',
    standard: '滤网干净，出风正常',
    faults: [],
  },
];
