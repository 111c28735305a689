import { reference, text } from '../../columns.ts';
import { defineRegister } from '../../register.ts';
import { unlistedIn } from '../../reminders/looks-after.ts';
import { rowRule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { clip } from '../../wording.ts';

const columns = {
  name: text({ zh: '班组', en: 'Team' }, { required: true }),
  duty: text(
    { zh: '职责', en: 'Duty' },
    { long: true, help: { zh: '写进期末总结的表1', en: 'Printed in table 1 of the report' } },
  ),
  looksAfter: text(
    { zh: '负责的表', en: 'Looks after' },
    {
      help: {
        zh: '表格或登记簿名称，用顿号隔开；问题告诉班长',
        en: 'Workbooks or registers, by 、; its leader hears of them',
      },
    },
  ),
  place: reference('places', { zh: '集合地点', en: 'Meets at' }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** 班组 Teams (L). Their leaders (班长负责制, R2) are marked in 人员. */
export const teams = defineRegister({
  key: 'teams',
  title: { zh: '班组', en: 'Teams' },
  purpose: {
    zh: '后勤处有哪些班组、各管什么',
    en: 'The teams of the office and what each looks after',
  },
  workbook: 'people',
  alwaysOn: true,
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    rowRule<typeof columns>({
      key: 'looks-after',
      columns: ['looksAfter'],
      catches: { zh: '负责的表没有这个名称', en: 'It looks after something that is not there' },
      finds: ({ values: { looksAfter } }, world) => {
        const [unlisted] = unlistedIn(looksAfter ?? '', world);
        return unlisted === undefined
          ? undefined
          : {
              column: 'looksAfter',
              severity: 'look',
              message: {
                zh: `没有“${clip(unlisted, 10)}”这张表，请核对名称`,
                en: `There is no register ${clip(unlisted, 20)}: check the name`,
              },
            };
      },
    }),
  ],
  figures: {},
  demo: () => [
    { name: '校领导', duty: '节假日带班，分管后勤工作' },
    {
      name: '后勤处',
      duty: '计划、采购、检查和协调',
      looksAfter: '服务与安全、人员与计划、经费支出、预算',
      place: '行政楼 后勤处办公室',
    },
    { name: '食堂', duty: '师生一日三餐、留样、消毒、验收', looksAfter: '食堂', place: '食堂' },
    {
      name: '宿管',
      duty: '宿舍秩序、就寝检查、公共区域值班',
      looksAfter: '寝室检查、床位、洗涤登记',
      place: '宿舍1号楼',
    },
    {
      name: '保洁',
      duty: '教学区和公共区域每日保洁、周一大扫除',
      looksAfter: '卫生检查',
      place: '教学楼',
    },
    {
      name: '保安',
      duty: '门卫、巡逻、来访登记',
      looksAfter: '门卫、巡逻、巡逻点、门岗检查、每日安全台帐',
      place: '门卫室',
    },
    {
      name: '维修班',
      duty: '水电、门窗、桌椅维修和设备保养',
      looksAfter: '报修、维修配件、在检设备',
      place: '配电房',
    },
    {
      name: '库房',
      duty: '物资收发、月月盘点、校产登记',
      looksAfter: '库房与校产',
      place: '总库房',
    },
    {
      name: '司机',
      duty: '公务用车、车辆保养',
      looksAfter: '车辆、驾驶员、用车申请、出车记录、加油记录、车辆维保',
      place: '车库',
    },
  ],
});
