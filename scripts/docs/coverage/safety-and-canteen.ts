import { caught, type WorkLine } from './line.ts';

/** C: inspection, safety and the canteen. */
export const safetyAndCanteen: readonly WorkLine[] = [
  {
    id: 'C1',
    title: { zh: '检查项目', en: 'Checklists' },
    registers: ['checklists', 'inspections'],
    catches: [
      caught('区域没有检查项目', 'An area with no checklist', 'checklists.covered-area'),
      caught('项目没人负责', 'A checklist with no owner', 'checklists.needed-in-use'),
      caught('到期没检查', 'Not inspected when due', 'inspections.cadence-item'),
    ],
  },
  {
    id: 'C2',
    title: { zh: '每日安全台帐', en: 'Daily safety log' },
    registers: ['safetyLog'],
    catches: [
      caught('有一天没写', 'A day with no entry', 'safetyLog.cadence-kind'),
      caught('漏了一项', 'An item skipped', 'safetyLog.skipped'),
      caught('天天照抄合格', 'All-pass copied day after day', 'safetyLog.copied-officer'),
    ],
  },
  {
    id: 'C2b',
    title: { zh: '安全事故', en: 'Accidents' },
    registers: ['accidents'],
    catches: [
      caught(
        '没及时上报',
        'Not reported up in time',
        'accidents.deadline-happened-leadersTold',
        'accidents.deadline-happened-parentsTold',
        'accidents.deadline-happened-reportedUp',
      ),
      caught(
        '没有原因、措施或隐患',
        'No cause, no measure, no hazard linked',
        'accidents.needed-looked-into',
      ),
    ],
  },
  {
    id: 'C3',
    title: { zh: '隐患整改', en: 'Hazards' },
    registers: ['hazards'],
    catches: [
      caught('过期没整改', 'Overdue', 'hazards.deadline-reported-mended'),
      caught(
        '自己报自己销，没有证据',
        'Closed by its own reporter without proof',
        'hazards.second-person-verifiedBy',
        'hazards.needed-closed',
      ),
      caught('不久又出现', 'The same hazard back', 'hazards.recurrence-reported-mended'),
    ],
  },
  {
    id: 'C4',
    title: { zh: '寝室检查', en: 'Dorm checks' },
    registers: ['dormChecks', 'beds'],
    catches: [
      caught('一直没抽到的寝室', 'A dorm never drawn', 'dormChecks.never-drawn'),
      caught('连续两次不合格', 'Failed twice running', 'dormChecks.failed-twice'),
      caught('值日生没签字', 'Not signed by who was on duty', 'dormChecks.duty-unsigned'),
    ],
  },
  {
    id: 'C5',
    title: { zh: '功能室使用', en: 'Function-room log' },
    registers: ['functionRooms', 'timetable'],
    catches: [
      caught('按课表用了没登记', 'Used, no entry', 'functionRooms.used-without-entry'),
      caught('填报率一周比一周低', 'Fill rate falling', 'functionRooms.fading-log'),
    ],
  },
  {
    id: 'C6',
    title: { zh: '食堂', en: 'Canteen' },
    registers: [
      'deliveries',
      'processing',
      'disinfection',
      'foodSamples',
      'menu',
      'menuChanges',
      'portions',
      'diners',
      'mealCompanions',
      'canteenControl',
      'morningChecks',
      'additives',
      'wasteOil',
      'pestControl',
      'discarded',
    ],
    catches: [
      caught('有菜没留样', 'A dish with no sample', 'foodSamples.each-dish'),
      caught('留样不够 125 克', 'A sample below 125 g', 'foodSamples.limits-grams'),
      caught('留样提前倒了', 'A sample thrown early', 'foodSamples.thrown-early'),
      caught('有一餐没消毒', 'A meal with no disinfection', 'disinfection.each-meal'),
      caught(
        '换了菜没报',
        'The menu changed unreported',
        'foodSamples.off-menu',
        'processing.off-menu',
        'menuChanges.late',
      ),
      caught('有一天没管控', 'A day without control', 'canteenControl.cadence-level'),
      caught('没人陪餐', 'A meal without companion', 'mealCompanions.each-meal'),
      caught('分量不足没处理', 'Portions short', 'portions.short', 'portions.not-weighed'),
      caught(
        '可疑的没人处理',
        'Doubtful food not discarded properly',
        'discarded.needed-witnessed',
      ),
      caught('添加剂超量或没上锁', 'Additives', 'additives.limits-grams', 'additives.not-locked'),
      caught(
        '废油泔水去向不明',
        'Waste oil and swill',
        'wasteOil.unknown-firm',
        'wasteOil.no-manifest',
      ),
      caught('有害生物防制过期', 'Pest control overdue', 'pestControl.expiry-next'),
      caught('健康证过期', 'A health certificate expired', 'certificates.expiry-until'),
    ],
  },
  {
    id: 'C6b',
    title: { zh: '在检设备', en: 'Equipment under inspection' },
    registers: ['equipment'],
    catches: [caught('已过期或快到期', 'Expired or soon', 'equipment.expiry-nextInspection')],
  },
  {
    id: 'C6c',
    title: { zh: '巡逻', en: 'Patrols' },
    registers: ['patrols', 'patrolPoints', 'contractors'],
    catches: [
      caught('有点没巡到', 'A point not seen', 'patrols.point-not-seen'),
      caught('时间能猜到', 'Times that can be foretold', 'patrols.foretold'),
      caught(
        '施工人员没有出入证',
        'A contractor without a pass',
        'contractors.without-pass',
        'contractors.met-without-pass',
      ),
    ],
  },
  {
    id: 'C7',
    title: { zh: '门岗', en: 'Gate and doors' },
    registers: ['doors'],
    catches: [
      caught('没落锁或无人在岗', 'Unlocked or unmanned', 'doors.lapse'),
      caught('总在同一时间发生', 'The time of day when it happens', 'doors.repeated-same-hour'),
    ],
  },
  {
    id: 'C8',
    title: { zh: '用电检查', en: 'Electricity' },
    registers: ['electricity'],
    catches: [caught('同一处一再发生', 'Repeat places', 'electricity.repeated-place')],
  },
  {
    id: 'C9',
    title: { zh: '卫生', en: 'Cleaning' },
    registers: ['cleaning'],
    catches: [caught('有一周没检查', 'A week without check', 'cleaning.cadence-kind')],
  },
];
