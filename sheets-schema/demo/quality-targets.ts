/** Target, group, figure, side, value, evidence, owner, measures. */
const targets = [
  [
    '投诉24小时回访',
    'service',
    'opinions.calledBack',
    'atLeast',
    100,
    '意见登记',
    '周敏',
    '每天查一次',
  ],
  ['师生满意', 'service', '意见投诉.回访满意率', 'atLeast', 90, '意见登记、座谈记录', '周敏', ''],
  [
    '留样不漏',
    'operation',
    'foodSamples.sound',
    'atLeast',
    95,
    '留样台帐',
    '林小梅',
    '班长每餐核对',
  ],
  ['报修按承诺', 'operation', '报修.承诺兑现率', 'atLeast', 95, '报修登记', '李国强', ''],
  ['设施完好', 'equipment', 'facilitySamples.working', 'atLeast', 98, '抽查登记', '李国强', ''],
  ['返修少', 'equipment', 'repairs.again', 'atMost', 5, '报修登记', '李国强', ''],
  ['隐患按时整改', 'safety', 'hazards.inTime', 'atLeast', 100, '隐患台帐', '郑文博', '每周督办'],
  ['安全检查不漏', 'safety', 'inspections.kept', 'atLeast', 99.5, '检修台帐', '郑文博', ''],
  ['服务态度', 'other', 'surveys.satisfied', 'atLeast', 90, '满意度问卷', '周敏', '看窗口轮训'],
  ['用水下降', 'other', '水表.用水下降率', 'atLeast', 3, '水电抄表', '李国强', ''],
] as const;

/** The four zeros and two other targets; one names a figure that there is not, one is missed without measures. */
export function demoQualityTargets() {
  return targets.map(([name, group, figure, side, target, evidence, owner, measures]) => ({
    name,
    group,
    figure,
    side,
    target,
    evidence,
    owner,
    ...(measures === '' ? {} : { measures }),
  }));
}
