import type { Column, ColumnKind } from '#schema/columns.ts';
import type { Finding } from '#schema/finding.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { reportSections } from '#schema/report.ts';
import { isForStaff } from '#schema/row.ts';
import { workbooks } from '#schema/workbooks.ts';
import { exampleKey } from './example-findings.ts';

const kinds: Readonly<Record<ColumnKind, Label>> = {
  text: { zh: '文字', en: 'text' },
  code: { zh: '编号', en: 'code' },
  phone: { zh: '电话', en: 'phone' },
  email: { zh: '邮箱', en: 'e-mail' },
  link: { zh: '网址', en: 'web address' },
  photo: { zh: '照片', en: 'photo' },
  yesNo: { zh: '是/否', en: 'yes/no' },
  date: { zh: '日期', en: 'day' },
  time: { zh: '时间', en: 'time of day' },
  moment: { zh: '日期时间', en: 'day and time' },
  quantity: { zh: '数量', en: 'quantity' },
  money: { zh: '金额（元）', en: 'money (CNY)' },
  choice: { zh: '选项', en: 'choice' },
  reference: { zh: '名单', en: 'name from a list' },
  rowLink: { zh: '关联行', en: 'link to a row' },
};

const words = {
  back: { zh: '全部登记簿', en: 'All registers' },
  workbook: { zh: '所在表格', en: 'Spreadsheet' },
  columns: { zh: '栏目', en: 'Columns' },
  columnHeads: {
    zh: '| 栏目 | 种类 | 必填 | 说明 |',
    en: '| Column | Kind | Required | Meaning |',
  },
  byCode: { zh: '系统填写', en: 'filled by the functions' },
  personal: { zh: '个人信息', en: 'personal data' },
  yes: { zh: '是', en: 'yes' },
  form: { zh: '表单', en: 'Form' },
  anyone: { zh: '谁都可以填（墙上的码）', en: 'Anyone may fill it (a code on the wall)' },
  staff: { zh: '员工填（个人或岗位链接）', en: 'Staff fill it (a personal or post link)' },
  asks: { zh: '填写', en: 'Asks' },
  batch: { zh: '成批填写', en: 'Batch sheet' },
  noForm: { zh: '没有表单，在表格里填。', en: 'No form: it is filled in the spreadsheet.' },
  rules: { zh: '检查', en: 'Checks' },
  ruleHeads: { zh: '| 查什么 | 提示举例 |', en: '| What is caught | Example of the finding |' },
  figures: { zh: '数据', en: 'Figures' },
  figureHeads: {
    zh: '| 数据 | 单位 | 目标 | 怎么看 | 口径 |',
    en: '| Figure | Unit | Target | Better | What is counted |',
  },
  higher: { zh: '越高越好', en: 'higher' },
  lower: { zh: '越低越好', en: 'lower' },
  neither: { zh: '只看多少', en: '—' },
  settings: { zh: '设置', en: 'Settings' },
  settingHeads: { zh: '| 设置 | 默认 | 依据 |', en: '| Setting | Default | Source |' },
  report: { zh: '期末总结', en: 'Term-end report' },
  kept: { zh: '保存期限', en: 'Kept for' },
  months: { zh: '个月后删除', en: 'months, then deleted' },
} as const satisfies Readonly<Record<string, Label>>;

/** The reference page of one register in one language, as Markdown. */
export function registerPage(
  register: Register,
  examples: ReadonlyMap<string, Finding>,
  rules: Register['rules'],
  language: Language,
): string {
  const say = (label: Label): string => label[language];
  const { title, purpose, workbook, form, batches = [] } = register;
  const other = language === 'zh' ? 'en' : 'zh';
  return [
    `# ${title[language]}${language === 'zh' ? ` ${title.en}` : ` ${title.zh}`}`,
    '',
    `[${say(words.back)}](README.md) · [${title[other]}](../${other}/${register.key}.md)`,
    '',
    say(purpose),
    '',
    `${say(words.workbook)}: ${say(workbooks[workbook].title)}`,
    ...section(say(words.columns), table(say(words.columnHeads), columnLines(register, language))),
    ...section(say(words.form), [
      ...(form
        ? [
            say(form.audience === 'anyone' ? words.anyone : words.staff),
            '',
            `${say(words.asks)}: ${form.asks.map((key) => columnTitle(register, key, language)).join('、')}`,
          ]
        : batches.length === 0
          ? [say(words.noForm)]
          : []),
      ...batches.map(
        (batch) =>
          `\n${say(words.batch)} ${say(batch.title)}: ${[...batch.shared, ...batch.each].map((key) => columnTitle(register, key, language)).join('、')}`,
      ),
    ]),
    ...section(
      say(words.rules),
      table(
        say(words.ruleHeads),
        rules.map((rule) => {
          const example = examples.get(exampleKey(register.key, rule.key));
          return [say(rule.catches), example ? say(example.message) : '—'];
        }),
      ),
    ),
    ...section(
      say(words.figures),
      table(
        say(words.figureHeads),
        Object.values(register.figures).map((figure) => [
          say(figure.title),
          say(figure.unit),
          figure.target === undefined ? '—' : String(figure.target),
          say(words[figure.better]),
          say(figure.counts),
        ]),
      ),
    ),
    ...section(
      say(words.settings),
      table(
        say(words.settingHeads),
        Object.values(register.settings ?? {}).map((setting) => [
          say(setting.title),
          setting.kind === 'number'
            ? `${setting.default} ${say(setting.unit)}`
            : setting.default || '—',
          setting.source,
        ]),
      ),
    ),
    ...(register.report
      ? section(say(words.report), [say(reportSections[register.report.section])])
      : []),
    ...section(
      say(words.kept),
      Object.entries(register.retention ?? {}).map(
        ([key, kept]) =>
          `- ${columnTitle(register, key, language)}: ${kept?.months ?? ''} ${say(words.months)}`,
      ),
    ),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function table(heads: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const columns = heads.split('|').length - 2;
  const safe = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    heads,
    `|${' --- |'.repeat(columns)}`,
    ...rows.map((row) => `| ${row.map(safe).join(' | ')} |`),
  ];
}

function columnLines({ columns }: Register, language: Language): string[][] {
  return Object.values(columns)
    .filter((column) => !column.hidden)
    .map((column) => [
      column.title[language],
      kindWords(column, language),
      column.required && isForStaff(column) ? words.yes[language] : '',
      [
        column.help?.[language],
        column.filledByCode ? words.byCode[language] : undefined,
        column.personal ? words.personal[language] : undefined,
      ]
        .filter((part) => part !== undefined)
        .join('；'),
    ]);
}

function kindWords(column: Column, language: Language): string {
  const kind = kinds[column.kind][language];
  if (column.kind === 'choice')
    return `${kind}: ${Object.values(column.choices)
      .map((label) => label[language])
      .join('、')}`;
  if (column.kind === 'quantity' && column.unit) return `${kind}（${column.unit[language]}）`;
  return kind;
}

function columnTitle({ columns }: Register, key: string, language: Language): string {
  return columns[key]?.title[language] ?? key;
}
