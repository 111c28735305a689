import { phone, text, yesNo } from '../../columns.ts';
import { listed } from '../../figures/listed.ts';
import { defineRegister } from '../../register.ts';
import { valueAt } from '../../row.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  name: text(
    { zh: '被访人或部门', en: 'Host' },
    {
      required: true,
      help: { zh: '部门、年级组或老师姓名', en: 'Office, grade or the name of a teacher' },
    },
  ),
  room: text({ zh: '办公地点', en: 'Where' }),
  phone: phone(
    { zh: '内线电话', en: 'Telephone' },
    { personal: false, help: { zh: '门卫打电话确认用', en: 'The guard rings before letting in' } },
  ),
  stopped: yesNo({ zh: '停用', en: 'No longer' }),
};

/** Offices and teachers of the demo school, with their telephone inside the school. */
const demoHosts = [
  ['后勤处', '行政楼', '8001'],
  ['教务处', '行政楼', '8002'],
  ['校长室', '行政楼', '8000'],
  ['七年级组', '教学楼一楼', '8071'],
  ['八年级组', '教学楼二楼', '8081'],
  ['九年级组', '教学楼三楼', '8091'],
  ['食堂', '食堂', '8010'],
  ['总库房', '后勤楼', '8011'],
  ['维修班', '后勤楼', '8012'],
  ['医务室', '行政楼', '8013'],
] as const;

/** 被访人名单 Hosts (F): whom a visitor may name; somebody who is not on it must be asked about. */
export const hosts = defineRegister({
  key: 'hosts',
  title: { zh: '被访人名单', en: 'Hosts' },
  purpose: {
    zh: '来访时可选的部门和老师，门卫班长维护',
    en: 'Offices and teachers whom visitors come to see, kept by the head of the guards',
  },
  workbook: 'gate',
  startsOn: true,
  columns,
  label: 'name',
  rules: [unique({ columns: ['name'] })],
  figures: {
    hosts: listed({
      title: { zh: '被访人', en: 'Hosts' },
      unit: { zh: '个', en: 'hosts' },
      counts: { zh: '名单中未停用的', en: 'Those on the list still in use' },
      where: (row) => valueAt(row, 'stopped') !== true,
    }),
  },
  demo: () => demoHosts.map(([name, room, phone]) => ({ name, room, phone, stopped: false })),
});
