import { caught, done, type WorkLine } from './line.ts';

/** D to J: repairs, vehicles, gate, service, resources, laundry, quality. */
export const serviceAndGate: readonly WorkLine[] = [
  {
    id: 'D',
    title: { zh: '报修', en: 'Repairs' },
    registers: ['repairs', 'repairParts', 'facilitySamples', 'projects', 'projectProgress'],
    catches: [
      caught('超过承诺', 'Past its promise', 'repairs.deadline-reported-done'),
      caught('修好没写配件人工', 'Done without parts or labour', 'repairs.needed-done'),
      caught('又报没修好', 'Re-opened', 'repairs.reopened', 'repairs.recurrence-reported-done'),
      caught(
        '用的和库房出的不一样',
        'Part used differs from stock issued',
        'repairParts.differs-from-stock',
        'projectProgress.parts-differ',
      ),
      caught(
        '等着等着过了保修',
        'Warranty expired while waiting',
        'repairs.warranty-warrantyUntil',
      ),
      caught('上报后没下文', 'Handed up and forgotten', 'repairs.handed-up-handedUp'),
      caught(
        '设施完好没抽查',
        'Facilities not sampled',
        'facilitySamples.unsampled-building',
        'facilitySamples.unreported',
      ),
      done('完成率和完好率分开算', 'Done and in working order are two figures', {
        file: 'sheets-schema/registers/service/facility-samples.ts',
        test: 'test/sheets-schema/registers/service/facility-samples.test.ts',
        shows: 'pieces in working order of those looked at',
      }),
      done('报修人收到答复', 'Who reported gets an answer', {
        file: 'functions/intake/pages/receipt.ts',
        test: 'test/functions/intake/receipt.test.ts',
        shows: 'shows the state, and what staff answer once they do',
      }),
      caught('专项没进展', 'A project standing still', 'projects.standing-still', 'projects.late'),
    ],
  },
  {
    id: 'E',
    title: { zh: '车辆', en: 'Vehicles' },
    registers: ['vehicles', 'drivers', 'vehicleRequests', 'trips', 'fuel', 'vehicleMaintenance'],
    catches: [
      caught('出车没申请', 'A trip with no request', 'trips.requested'),
      caught(
        '里程倒退或断开',
        'The odometer runs backwards or jumps',
        'trips.sequence-backKm',
        'fuel.sequence-odometer',
      ),
      caught('油耗不对', 'Fuel per 100 km out of band', 'fuel.band-litres'),
      caught('该保养了', 'Service overdue', 'vehicles.service'),
      caught('一车同时两趟', 'Two trips of one car at one time', 'trips.vehicle-twice'),
      caught(
        '司机没签责任书',
        'A driver without a pledge',
        'trips.fit-driver',
        'drivers.unpledged',
      ),
    ],
  },
  {
    id: 'F',
    title: { zh: '门卫与来访', en: 'Gate and visitors' },
    registers: ['visitors', 'departures', 'regulars', 'hosts', 'visitingVehicles', 'parcels'],
    catches: [
      caught(
        '关门还没出去',
        'Not out by closing',
        'visitors.left-inside',
        'visitingVehicles.left-inside',
      ),
      caught(
        '牌或证件没交还',
        'Badge or document not returned',
        'visitors.handed-back-badge',
        'visitors.handed-back-document',
      ),
      caught('一块牌给了两人', 'The same badge given twice', 'visitors.badge-twice'),
      caught('找谁不清楚', 'Host unknown', 'visitors.needed-host', 'visitors.unlisted'),
      caught('校内发现没登记的人', 'Somebody found inside in no row', 'visitors.found-inside'),
      caught('常客没有尾号，找不到', 'A regular who cannot be found', 'regulars.no-tail'),
      caught('离校的人没有进校登记', 'Left without having come', 'departures.came-from-nowhere'),
      caught('扣了身份证', 'An identity card held', 'visitors.document-held'),
      done('到期删除个人信息', 'Personal data deleted after its time', {
        file: 'functions/check/erase.ts',
        test: 'test/functions/check/erase.test.ts',
        shows: 'no copy can be read in audit or snapshot, and the chain of the audit holds',
      }),
    ],
  },
  {
    id: 'G',
    title: { zh: '服务与信息沟通', en: 'Service and voice' },
    registers: ['opinions', 'surveys', 'lostAndFound', 'favours'],
    catches: [
      caught('20 小时没回访', 'Unanswered at 20 h', 'opinions.call-back-soon'),
      caught('24 小时算晚', 'Late at 24 h', 'opinions.deadline-received-calledBack'),
      caught(
        '上报后没下文',
        'Handed up and forgotten',
        'opinions.handed-up-handedUp',
        'opinions.promised-answer',
      ),
      caught(
        '贵重失物没上交',
        'Found valuables not handed on',
        'lostAndFound.valuable-kept',
        'lostAndFound.valuable-disposed',
      ),
      caught('答应的事没办', 'A promise without follow-up', 'favours.promise-forgotten'),
    ],
  },
  {
    id: 'H',
    title: { zh: '水电粮', en: 'Resources' },
    registers: ['meters', 'meterReadings', 'leftovers', 'lightsLeftOn'],
    catches: [
      caught('读数比上次小', 'A reading lower than the last', 'meterReadings.sequence-reading'),
      caught(
        '用量与平时同一天不同',
        'Use out of band for the day of the week',
        'meterReadings.weekday-band-reading',
      ),
      caught('人均剩饭越来越多', 'Leftovers per diner rising', 'leftovers.rising-weight'),
      caught('同一处一再没关灯', 'Lights left on again', 'lightsLeftOn.too-often-place'),
    ],
  },
  {
    id: 'I',
    title: { zh: '洗涤', en: 'Laundry and linen' },
    registers: ['laundryBatches'],
    catches: [
      caught('送的和回的不一样', 'Out differs from in', 'laundryBatches.out-is-in'),
      caught(
        '几天没送回',
        'A batch not back in time',
        'laundryBatches.deadline-collected-returned',
      ),
    ],
  },
  {
    id: 'J',
    title: { zh: '质量', en: 'Quality' },
    registers: ['qualityTargets'],
    catches: [
      caught('没达标也没措施', 'A target missed without a measure', 'qualityTargets.missed'),
      caught('指标背后没有登记', 'A figure without evidence', 'qualityTargets.unmeasured'),
      caught(
        '四个零没定全',
        'One of the four zeros without a target',
        'qualityTargets.zero-without-target',
      ),
    ],
  },
];
