import { peopleMeant } from '../../calculations/people-meant.ts';
import { moment, photo, reference, text } from '../../columns.ts';
import { demoRegulationReadings } from '../../demo/regulations.ts';
import { count } from '../../figures/count.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { textAt } from '../../row.ts';
import type { Rule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { plain } from '../../spelling.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  signed: moment({ zh: '学签时间', en: 'Signed' }, { required: true, stamped: true }),
  regulation: reference(
    'regulations',
    { zh: '制度', en: 'Regulation' },
    { required: true, width: 220 },
  ),
  version: text(
    { zh: '版本', en: 'Version' },
    { required: true, help: { zh: '照制度首页的版本写', en: 'As on its first page' } },
  ),
  person: reference('people', { zh: '学签人', en: 'Read by' }, { required: true }),
  photo: photo({ zh: '签名照片', en: 'Photo of the signature' }, { personal: true }),
};

/** What was signed is the version in force; one that was replaced is read again. */
const versionInForce: Rule<'regulation' | 'version'> = {
  key: 'version-in-force',
  columns: ['regulation', 'version'],
  reads: ['regulations'],
  catches: { zh: '签的版本制度里没有', en: 'A version that the regulation never had' },
  check: (register, rows, world) => {
    const versions = new Map(
      world
        .rows('regulations')
        .map((row) => [plain(textAt(row, 'title')), plain(textAt(row, 'version'))] as const),
    );
    return rows.flatMap((row): Finding[] => {
      const version = plain(textAt(row, 'version'));
      const inForce = versions.get(plain(textAt(row, 'regulation')));
      // Versions count up, so an earlier one was right when it was signed.
      if (version === '' || inForce === undefined || version <= inForce) return [];
      return [
        {
          register: register.key,
          rule: 'version-in-force',
          row: row.id,
          column: 'version',
          severity: 'look',
          message: {
            zh: `现行版本是“${clip(inForce, 10)}”，请核对`,
            en: `The version in force is ${inForce}: check`,
          },
        },
      ];
    });
  },
};

/** 制度学签 Readings (B9): who has read which version of a regulation and signed that. */
export const regulationReadings = defineRegister({
  key: 'regulationReadings',
  title: { zh: '制度学签', en: 'Regulations read' },
  purpose: {
    zh: '谁学了哪项制度的哪个版本，签名为证',
    en: 'Who has read and signed which version of a regulation',
  },
  workbook: 'people',
  columns,
  happened: 'signed',
  standing: ['regulation', 'person'],
  form: {
    audience: 'staff',
    intro: {
      zh: '学完制度，选名称和姓名签。',
      en: 'After reading, choose the title and your name.',
    },
    asks: ['regulation', 'version', 'person', 'photo'],
    example: { regulation: '门卫管理制度', version: '2026-1', person: '邓立军' },
  },
  batches: [
    {
      key: 'team',
      title: { zh: '班组集体学签', en: 'A team together' },
      audience: 'staff',
      intro: {
        zh: '选制度和版本，学了的人逐个点。',
        en: 'Choose the regulation, touch each who has read it.',
      },
      shared: ['regulation', 'version'],
      each: ['person', 'photo'],
      rows: (world, { regulation }) => {
        const bound = world
          .rows('regulations')
          .find((row) => plain(textAt(row, 'title')) === plain(String(regulation ?? '')));
        return bound
          ? peopleMeant(world)(textAt(bound, 'binds'), dayOf(world.now)).map((person) => ({
              person,
            }))
          : [];
      },
      untouched: 'leftOut',
      example: {
        shared: { regulation: '门卫管理制度', version: '2026-1' },
        rows: [{ person: '邓立军' }],
      },
    },
  ],
  rules: [
    unique({
      columns: ['person', 'regulation', 'version'],
      message: (said) => ({
        zh: `${clip(said, 8)}这个版本签过了，请删一行`,
        en: `${said} signed this version already: delete one`,
      }),
    }),
    versionInForce,
  ],
  figures: {
    signatures: count({
      title: { zh: '制度学签', en: 'Readings' },
      unit: { zh: '人次', en: 'readings' },
      counts: { zh: '学签时间在期内的行', en: 'Signed in the period' },
      happened: 'signed',
    }),
  },
  retention: { photo: { months: 36 } },
  print: { columns: ['regulation', 'version', 'person', 'signed'] },
  demo: demoRegulationReadings,
});
