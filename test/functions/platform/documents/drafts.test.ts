import { describe, expect, it } from 'vitest';
import {
  changedBlocks,
  type Draft,
  type DraftFigures,
  figuresChanged,
  makeDraft,
  type Paper,
} from '#platform/documents/index.ts';
import { createLog } from '#platform/log/index.ts';
import { openSchool, type School } from '../../../school/open-school.ts';
import { openDocx } from './open-docx.ts';

const log = createLog({ write: () => {}, level: 'silent' });

function draftOf(school: School, figures: DraftFigures, parent?: string): Promise<Draft> {
  return makeDraft({
    drive: school.google('service:plan').drive,
    log,
    parent: parent ?? school.directory.driveId,
    path: ['月工作计划', '2026年12月'],
    base: '后勤处2026年12月工作计划',
    figures,
    paper: (changed): Paper => ({
      title: '后勤处2026年12月工作计划',
      author: '后勤处',
      ...(changed.note === undefined ? {} : { reviewNote: changed.note }),
      parts: [
        { orientation: 'portrait', blocks: [] },
        { orientation: 'portrait', blocks: changed.blocks },
      ],
    }),
  });
}

describe('drafts in Drive', () => {
  it('puts both copies into the folder of the month', async () => {
    const school = await openSchool();
    const draft = await draftOf(school, { 工作项数: '21' });
    expect(draft).toMatchObject({ version: 1, changed: 0, problems: [] });
    const { drive } = school.google('owner');
    const [folder] = await drive.listFiles("name = '2026年12月'", 'id');
    const files = await drive.listFiles(`'${folder?.id}' in parents`, 'id,name');
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      '后勤处2026年12月工作计划（打印稿v1）.docx',
      '后勤处2026年12月工作计划（数据v1）.json',
      '后勤处2026年12月工作计划（送审稿v1）.docx',
    ]);
    const review = files.find(({ name }) => name?.includes('送审稿'));
    const stored = openDocx(await drive.download(review?.id ?? ''));
    expect(stored.lines).toEqual(['本稿有 0 处需补充', '后勤处2026年12月工作计划']);
  });

  it('makes a new file each time, with the figures that changed, and leaves the earlier ones', async () => {
    const school = await openSchool();
    const first = await draftOf(school, { 工作项数: '21', 在校天数: '23' });
    const second = await draftOf(school, { 工作项数: '22', 在校天数: '23' });
    expect(second).toMatchObject({ version: 2, changed: 1 });
    const [review, clean] = second.files.map(({ bytes }) => openDocx(bytes));
    expect(review?.lines[0]).toBe('本稿有 0 处需补充；与上一稿相比有 1 个数字变化，见文末');
    expect(review?.lines.slice(-3)).toEqual(['工作项数', '21', '22']);
    expect(clean?.words).not.toContain('上一稿');
    const stored = await school.google('owner').drive.listFiles("name contains '稿v'", 'name');
    expect(stored.map(({ name }) => name).toSorted()).toEqual(
      [...first.files, ...second.files].map(({ name }) => name).toSorted(),
    );
  });

  it('is still made when Drive does not take it, and says so', async () => {
    const school = await openSchool();
    const draft = await draftOf(school, {}, 'no-such-folder');
    expect(draft.problems).toEqual(['文件没有存入云盘，只随邮件发出']);
    expect(draft.files.map(({ name, url }) => [name, url])).toEqual([
      ['后勤处2026年12月工作计划（送审稿v1）.docx', undefined],
      ['后勤处2026年12月工作计划（打印稿v1）.docx', undefined],
    ]);
  });
});

describe('figures that changed', () => {
  it('names what is new, what went and what is different', () => {
    expect(figuresChanged({ a: '1', b: '2', c: '3' }, { a: '1', b: '4', d: '5' })).toEqual([
      { figure: 'b', before: '2', now: '4' },
      { figure: 'c', before: '3' },
      { figure: 'd', now: '5' },
    ]);
  });

  it('are none in a first draft', () => {
    expect(figuresChanged(undefined, { a: '1' })).toEqual([]);
  });

  it('fill half a page at most', () => {
    const changed = Array.from({ length: 40 }, (_, index) => ({ figure: `数 ${index}`, now: '1' }));
    const { note, blocks } = changedBlocks(changed);
    expect(note).toContain('40 个数字变化');
    expect(JSON.stringify(blocks).match(/数 \d+/g)).toHaveLength(15);
  });
});
