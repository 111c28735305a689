import { describe, expect, test } from 'vitest';
import { anchorOf, findAgain } from '#scripts/local-google/pages/browser/anchor.ts';
import type { Sheet } from '#scripts/local-google/pages/browser/answers.ts';
import { viewOf } from '#scripts/local-google/pages/browser/view.ts';

/** A view of rows of texts; a text that begins with = is a formula. */
function view(...rows: readonly (readonly string[])[]) {
  const sheet: Sheet = {
    properties: { title: '报修', gridProperties: { rowCount: rows.length, columnCount: 4 } },
  };
  const rowData = rows.map((texts) => ({
    values: texts.map((text) =>
      text === ''
        ? {}
        : text.startsWith('=')
          ? { userEnteredValue: { formulaValue: text } }
          : { userEnteredValue: { stringValue: text } },
    ),
  }));
  const rowMetadata = rows.map(() => ({}));
  return viewOf(sheet, [{ rowData, rowMetadata }], { showsHidden: false });
}

const first = ['食堂', '漏水', '待修', 'id-1'];
const second = ['食堂', '漏水', '待修', 'id-2'];
const blank = ['', '', '', ''];

describe('a row is found again', () => {
  test('where it was, when nothing has changed but the cell that is edited', () => {
    const anchor = anchorOf(view(first, second), 1, 2);
    expect(findAgain(view(first, ['食堂', '漏水', '已修好', 'id-2']), anchor)).toBe(1);
  });

  test('when rows were inserted above it or sorted', () => {
    const anchor = anchorOf(view(first, second), 0, 2);
    expect(findAgain(view(blank, first, second), anchor)).toBe(1);
    expect(findAgain(view(second, first), anchor)).toBe(1);
  });

  test('in its place when somebody changed another of its cells', () => {
    const anchor = anchorOf(view(first), 0, 2);
    expect(findAgain(view(['操场', '漏水', '待修', 'id-1']), anchor)).toBe(0);
  });

  test('when programs filled in what was blank, or a formula gives something else', () => {
    const anchor = anchorOf(view(['=A1', '漏水', '', '']), 0, 2);
    expect(findAgain(view(['=B1', '漏水', '', 'id-1']), anchor)).toBe(0);
  });

  test('not at all when it was deleted', () => {
    const anchor = anchorOf(view(first, ['车库', '灯不亮', '待修', 'id-3']), 0, 2);
    expect(findAgain(view(['车库', '灯不亮', '待修', 'id-3'], blank), anchor)).toBeUndefined();
  });
});

test('a blank row that a form has taken meanwhile gives way to the next blank one', () => {
  const anchor = anchorOf(view(first, blank, blank), 1, 0);
  expect(findAgain(view(first, second, blank), anchor)).toBe(2);
  expect(findAgain(view(first, second), anchor)).toBeUndefined();
});
