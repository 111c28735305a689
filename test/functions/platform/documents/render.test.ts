import { describe, expect, it } from 'vitest';
import {
  type Block,
  cells,
  heading,
  officialFonts,
  type Paper,
  paragraph,
  renderDocx,
} from '#platform/documents/index.ts';
import { localDate } from '#schema/values.ts';
import { openDocx } from './open-docx.ts';

const source = {
  register: '报修',
  rows: 12,
  until: localDate.parse('2026-11-24'),
  url: 'https://docs.google.com/spreadsheets/d/x/edit#gid=7&range=2:13',
};

const blocks: readonly Block[] = [
  paragraph(
    '受理报修 ',
    { kind: 'figure', name: '受理报修', text: '2136 件', source },
    '，较上学期减少 168 件（-7.3%）。原因：',
    { kind: 'ask', what: '原因' },
    '。',
    { kind: 'choose', text: '例如11月8日，A201 灯不亮' },
  ),
  heading(1, '一、基本情况'),
  heading(2, '（一）安全'),
  heading(3, '1.巡检'),
  {
    kind: 'table',
    caption: '表1　班组',
    columns: [
      { title: '班组', width: 10 },
      { title: '人数', width: 5, align: 'centre' },
    ],
    lines: [{ kind: 'group', text: '（一）后勤' }, cells('食堂', 6)],
  },
  { kind: 'signature', signed: ['后勤处', '2026年11月24日'], lines: ['校长意见：'] },
];

const paper: Paper = {
  title: '青山中学后勤处2026年12月工作计划',
  author: '后勤处',
  parts: [
    { orientation: 'portrait', blocks },
    { orientation: 'landscape', blocks: [heading(1, '附件1　值班表')] },
  ],
};

const review = openDocx(await renderDocx(paper, { copy: 'review' }));
const clean = openDocx(await renderDocx(paper, { copy: 'clean' }));
const body = review.xml('word/document.xml');

/** Millimetres in twentieths of a point, as Word writes them. */
const millimetres = (length: number) => Math.round((length / 25.4) * 1440);

describe('the look of official papers (GB/T 9704)', () => {
  it('is A4 with margins of 37, 35, 28 and 26 mm', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(body).toContain(
      `<w:pgMar w:top="${millimetres(37)}" w:right="${millimetres(26)}" w:bottom="${millimetres(35)}" w:left="${millimetres(28)}"`,
    );
  });

  it('turns the page for a wall sheet', () => {
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"');
  });

  it('sets the title in 小标宋 二号, centred', () => {
    const style = review.style('Title');
    expect(style).toContain('w:eastAsia="方正小标宋简体"');
    expect(style).toContain('<w:sz w:val="44"/>');
    expect(style).toContain('<w:jc w:val="center"/>');
  });

  it('sets headings in 黑体, 楷体 and bold 仿宋, all 三号, by the real heading styles', () => {
    expect(review.style('Heading1')).toContain('w:eastAsia="黑体"');
    expect(review.style('Heading2')).toContain('w:eastAsia="楷体_GB2312"');
    expect(review.style('Heading3')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(review.style('Heading3')).toMatch(/<w:b\/>|<w:b w:val="true"\/>/);
    for (const id of ['Heading1', 'Heading2', 'Heading3']) {
      expect(review.style(id)).toContain('<w:sz w:val="32"/>');
      expect(body).toContain(`<w:pStyle w:val="${id}"/>`);
    }
  });

  it('sets the body in 仿宋 三号 with digits in Times New Roman, 28 pt a line, two characters in', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(
      review.xml('word/styles.xml'),
    )?.[0];
    expect(defaults).toContain('w:eastAsia="仿宋_GB2312"');
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toMatch(/w:line="560" w:lineRule="exact"|w:lineRule="exact" w:line="560"/);
    expect(review.style('PaperBody')).toContain('w:firstLineChars="200"');
  });

  it('keeps Chinese quotation marks in the Chinese face', () => {
    expect(review.xml('word/styles.xml')).toContain('w:hint="eastAsia"');
  });

  it('names a stand-in for each face', () => {
    const table = review.xml('word/fontTable.xml');
    expect(table).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,');
    expect(table).toContain('<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,');
    expect(table).toMatch(/<w:font w:name="方正小标宋简体"><w:altName w:val="[^"]*宋体/);
  });

  it('takes other faces when a school names them', async () => {
    const own = openDocx(
      await renderDocx(paper, {
        copy: 'clean',
        fonts: { ...officialFonts, title: { name: '宋体', fallbacks: ['SimSun'], bold: true } },
      }),
    );
    expect(own.style('Title')).toContain('w:eastAsia="宋体"');
    expect(own.style('Title')).toMatch(/<w:b\/>|<w:b w:val="true"\/>/);
  });

  it('numbers pages “— 1 —” at the outer edge', () => {
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map(review.xml);
    for (const footer of footers) expect(footer).toMatch(/— .*PAGE.* —/s);
    expect(footers.join()).toContain('w:val="right"');
    expect(footers.join()).toContain('w:val="left"');
    expect(review.style('PaperNumber')).toContain('<w:sz w:val="28"/>');
    expect(review.xml('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('repeats the header row of a table and sets its caption above', () => {
    expect(body).toContain('<w:tblHeader/>');
    expect(review.lines.indexOf('表1　班组')).toBe(review.lines.indexOf('班组') - 1);
    expect(body).toContain('<w:gridSpan w:val="2"/>');
  });

  it('does not tear a minus from its number', () => {
    expect(body).toContain('<w:noBreakHyphen/>');
    expect(review.words).toContain('减少 168 件（-7.3%）');
  });

  it('is signed by the department and not by a program', () => {
    const core = review.xml('docProps/core.xml');
    expect(core).toContain('<dc:creator>后勤处</dc:creator>');
    expect(core).toContain('<dc:title>青山中学后勤处2026年12月工作计划</dc:title>');
  });
});

describe('the two copies', () => {
  it('the review copy begins with the number of marks and shows them in yellow', () => {
    expect(review.lines[0]).toBe('本稿有 2 处需补充');
    expect(review.words).toContain('【请补充：原因】');
    expect(review.words).toContain('例如11月8日，A201 灯不亮【请定】');
    expect(body).toContain('<w:highlight w:val="yellow"/>');
  });

  it('the review copy links a figure to its rows', () => {
    expect(review.links).toEqual([source.url]);
  });

  it('the clean copy has no marks, no links and no colour', () => {
    expect(clean.lines[0]).toBe(paper.title);
    expect(clean.words).not.toContain('【');
    expect(clean.words).toContain('原因：＿＿＿＿＿＿。');
    expect(clean.links).toEqual([]);
    expect(clean.xml('word/document.xml')).not.toMatch(/w:highlight|w:hyperlink|w:color w:val="1F/);
  });

  it('a part that only the other copy shows leaves no empty page', async () => {
    const withNote: Paper = {
      ...paper,
      parts: [
        ...paper.parts,
        {
          orientation: 'portrait',
          blocks: [{ kind: 'only', copy: 'review', blocks: [heading(1, '变化的数字')] }],
        },
      ],
    };
    const sections = (bytes: Uint8Array) =>
      openDocx(bytes)
        .xml('word/document.xml')
        .match(/<w:sectPr>/g)?.length;
    expect(sections(await renderDocx(withNote, { copy: 'review' }))).toBe(3);
    expect(sections(await renderDocx(withNote, { copy: 'clean' }))).toBe(2);
  });
});
