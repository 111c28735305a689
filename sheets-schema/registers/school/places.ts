import { choice, reference, text, yesNo } from '../../columns.ts';
import { demoPlaces } from '../../demo/places.ts';
import { defineRegister } from '../../register.ts';
import { unique } from '../../rules/unique.ts';

const columns = {
  name: text(
    { zh: '场所', en: 'Place' },
    { required: true, help: { zh: '如“教学楼 A201”', en: 'For example 教学楼 A201' } },
  ),
  building: text({ zh: '楼栋', en: 'Building' }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      building: { zh: '楼栋', en: 'Building' },
      classroom: { zh: '教室', en: 'Classroom' },
      dormRoom: { zh: '寝室', en: 'Dorm room' },
      functionRoom: { zh: '功能室', en: 'Function room' },
      office: { zh: '办公室', en: 'Office' },
      canteen: { zh: '食堂', en: 'Canteen' },
      equipment: { zh: '设备用房', en: 'Plant room' },
      store: { zh: '库房', en: 'Store' },
      outdoors: { zh: '室外', en: 'Outdoors' },
      gate: { zh: '门岗', en: 'Gate' },
    },
    { required: true },
  ),
  custodian: reference('people', { zh: '负责人', en: 'Custodian' }, { required: true }),
  outOfUse: yesNo({ zh: '停用', en: 'Out of use' }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** 场所 Places: rooms, buildings and grounds that other registers speak of, each with somebody who answers for it. */
export const places = defineRegister({
  key: 'places',
  title: { zh: '场所', en: 'Places' },
  purpose: {
    zh: '全校场所和负责人，别的表里的地点都从这里选',
    en: 'All places; places elsewhere are chosen from here',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  label: 'name',
  rules: [unique({ columns: ['name'] })],
  figures: {},
  demo: () => demoPlaces.map((place) => ({ ...place })),
});
