import {
  choice,
  code,
  date,
  moment,
  money,
  phone,
  photo,
  quantity,
  reference,
  text,
} from '../../columns.ts';
import { saidColumn, starsColumn } from '../../follow-up.ts';
import type { BatchForm } from '../../register.ts';

/** The columns of 报修. */
export const columns = {
  reported: moment({ zh: '报修时间', en: 'Reported' }, { required: true, stamped: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  fault: text(
    { zh: '故障情况', en: 'Fault' },
    {
      required: true,
      long: true,
      help: { zh: '什么坏了、坏成什么样', en: 'What is broken, and how' },
    },
  ),
  scale: choice(
    { zh: '大小修', en: 'Scale' },
    { minor: { zh: '小修', en: 'Minor' }, major: { zh: '大修', en: 'Major' } },
    { help: { zh: '小修不过夜，大修不过三天', en: 'Minor: same day. Major: three days' } },
  ),
  urgent: choice(
    { zh: '紧急程度', en: 'Urgency' },
    { normal: { zh: '一般', en: 'Normal' }, urgent: { zh: '紧急', en: 'Urgent' } },
  ),
  reporter: text({ zh: '报修人', en: 'Reported by' }, { personal: true }),
  onBehalf: text(
    { zh: '代谁报', en: 'On behalf of' },
    { personal: true, help: { zh: '替学生或别的房间报时填', en: 'When reporting for another' } },
  ),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  note: text(
    { zh: '补充说明', en: 'Note' },
    { help: { zh: '具体位置、几点方便', en: 'Where exactly, and when it suits' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
  worker: reference('people', { zh: '维修人', en: 'Repair worker' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      received: { zh: '已受理', en: 'Received' },
      working: { zh: '维修中', en: 'In repair' },
      waiting: { zh: '等待', en: 'Waiting' },
      handedUp: { zh: '已上报', en: 'Handed up' },
      done: { zh: '已修好', en: 'Done' },
    },
    { required: true },
  ),
  waitingFor: text(
    { zh: '等待原因', en: 'Waiting for' },
    { help: { zh: '如：待厂家保修、待配件', en: 'Warranty, parts' } },
  ),
  warrantyUntil: date(
    { zh: '保修到期', en: 'Warranty until' },
    {
      help: {
        zh: '还在保修期的填，等待时会提醒催修',
        en: 'While under warranty the maker is chased',
      },
    },
  ),
  handedUp: date(
    { zh: '上报学校日期', en: 'Handed up' },
    { help: { zh: '后勤修不了，报学校的日期', en: 'When the school was asked' } },
  ),
  decision: text({ zh: '学校答复', en: "The school's answer" }),
  done: moment({ zh: '修好时间', en: 'Done at' }),
  labour: quantity({ zh: '工时', en: 'Labour' }, { unit: { zh: '小时', en: 'h' }, min: 0 }),
  parts: text(
    { zh: '所用配件', en: 'Parts used' },
    { help: { zh: '没用配件填“无”', en: 'Write 无 if none' } },
  ),
  reopened: moment(
    { zh: '再次报修时间', en: 'Reported again' },
    { help: { zh: '说没修好时填，状态改回维修中', en: 'When the reporter says it still fails' } },
  ),
  cost: money({ zh: '费用', en: 'Cost' }, { min: 0 }),
  answer: text(
    { zh: '答复', en: 'Answer' },
    { help: { zh: '报修人能看到', en: 'The reporter sees it' } },
  ),
  hazard: reference(
    'hazards',
    { zh: '来自隐患', en: 'From hazard' },
    { help: { zh: '隐患转来的，写隐患编号', en: 'The number of the hazard it came from' } },
  ),
  number: code(
    { zh: '维修单号', en: 'Number' },
    {
      numbered: { prefix: 'BX' },
      help: { zh: '空着自动编；领配件时写它', en: 'Given by itself; parts name it' },
    },
  ),
  stars: starsColumn,
  said: saidColumn,
};

/** The sheet on which one person reports the same fault in several places. */
export const repairSheets: readonly BatchForm<typeof columns>[] = [
  {
    key: 'rooms',
    title: { zh: '几处一起报修', en: 'Several places at once' },
    audience: 'anyone',
    intro: {
      zh: '同一种故障、好几个房间：故障写一次，地点一行一个。替别人报的，写上代谁报。',
      en: 'One fault in several rooms: say it once, then a row for each place.',
    },
    shared: ['fault', 'urgent', 'reporter', 'phone'],
    each: ['place', 'note', 'onBehalf'],
    rows: () => [],
    untouched: 'leftOut',
    starts: { state: 'received' },
    example: {
      shared: {
        fault: '床头灯不亮',
        urgent: 'normal',
        reporter: '沈月娥',
        phone: '13800001234',
      },
      rows: [
        { place: '教学楼 A201', note: '靠窗两盏', onBehalf: '七年级3班' },
        { place: '教学楼 A202' },
      ],
    },
  },
];
