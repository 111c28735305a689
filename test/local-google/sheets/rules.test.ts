import { describe, expect, it } from 'vitest';
import { conditionContext } from '#scripts/local-google/sheets/condition-context.ts';
import { formatOf } from '#scripts/local-google/sheets/conditional-format.ts';
import { createFormulas } from '#scripts/local-google/sheets/formulas.ts';
import type { EffectiveValue } from '#scripts/local-google/sheets/model.ts';
import { checkValidation } from '#scripts/local-google/sheets/validation.ts';
import { batchOn, refusalOf } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const clock = { now: () => new Date('2026-11-24T02:00:00Z'), sleep: () => Promise.resolve() };
const formulas = createFormulas({ clock });
const today = 46350;

const plain = spreadsheetOf([
  sheetOf(0, '报修', [
    ['地点', '发现'],
    ['三号楼', '超期 2 天'],
    ['食堂', null],
  ]),
  sheetOf(1, '引用', [['三号楼'], ['食堂'], [12]]),
]);

const condition = (type: string, ...values: string[]) => ({
  type,
  ...(values.length > 0 && {
    values: values.map((userEnteredValue) => ({ userEnteredValue })),
  }),
});
const contextFor = conditionContext(formulas, plain, 0);
const place = { row: 1, column: 0 };

describe('validation rules', () => {
  const text = (stringValue: string): EffectiveValue => ({ stringValue });
  const number = (numberValue: number): EffectiveValue => ({ numberValue });

  it.each([
    [condition('ONE_OF_LIST', '大修', '小修'), text('小修'), text('中修')],
    [condition('ONE_OF_LIST', '1', '2'), number(1), number(3)],
    [condition('ONE_OF_RANGE', "='引用'!A:A"), text('食堂'), text('操场')],
    [condition('ONE_OF_RANGE', '引用!A1:A3'), number(12), number(13)],
    [condition('NUMBER_GREATER', '0'), number(1), number(0)],
    [condition('NUMBER_BETWEEN', '1', '=1+1'), number(2), number(2.5)],
    [condition('NUMBER_NOT_EQ', '3'), number(2), number(3)],
    [condition('DATE_AFTER', '2026-11-01'), number(46350), number(46300)],
    [condition('DATE_EQ', '2026-11-24'), number(46350.5), number(46351)],
    [condition('DATE_IS_VALID'), number(46350), text('昨天')],
    [condition('TEXT_CONTAINS', '楼'), text('三号楼'), text('食堂')],
    [condition('TEXT_EQ', 'OK'), text('ok'), text('no')],
    [condition('TEXT_IS_EMAIL'), text('a@b.cn'), text('a.b.cn')],
    [condition('BOOLEAN'), { boolValue: false }, text('是')],
    [condition('BOOLEAN', '是', '否'), text('否'), text('无')],
    [condition('CUSTOM_FORMULA', '=A2="三号楼"'), text('x'), undefined],
  ])('%j takes %j and not %j', (rule, good, bad) => {
    const context = contextFor(place, place);
    expect(checkValidation({ condition: rule }, good, context)).toBe(true);
    if (bad) expect(checkValidation({ condition: rule }, bad, context)).toBe(false);
  });

  it('take an empty cell', () => {
    const rule = { condition: condition('ONE_OF_LIST', '大修'), strict: true };
    expect(checkValidation(rule, undefined, contextFor(place, place))).toBe(true);
  });
});

describe('setting validation rules', () => {
  const range = {
    sheetId: 0,
    startRowIndex: 1,
    endRowIndex: 3,
    startColumnIndex: 1,
    endColumnIndex: 2,
  };
  const set = (rule?: object) => ({ setDataValidation: { range, ...(rule && { rule }) } });
  const cellsOf = (spreadsheet: typeof plain) =>
    [1, 2].map((row) => spreadsheet.sheets[0]?.rows[row]?.[1]);

  it('keeps the values that are there, fitting or not, and takes the rule away again', () => {
    const rule = { condition: condition('ONE_OF_LIST', '大修'), strict: true, showCustomUi: true };
    const ruled = batchOn(plain, [set(rule)]).spreadsheet;
    expect(cellsOf(ruled)).toEqual([
      { value: { stringValue: '超期 2 天' }, validation: rule },
      { validation: rule },
    ]);
    const cleared = batchOn(ruled, [set()]).spreadsheet;
    expect(cellsOf(cleared)).toEqual([{ value: { stringValue: '超期 2 天' } }, undefined]);
  });

  it('puts FALSE into the empty cells of checkboxes', () => {
    const boxes = batchOn(plain, [set({ condition: condition('BOOLEAN') })]).spreadsheet;
    expect(cellsOf(boxes)[1]?.value).toEqual({ boolValue: false });
  });

  it.each([
    ['another spreadsheet', condition('ONE_OF_RANGE', '=IMPORTRANGE("x","A:A")')],
    ['a tab that is not there', condition('ONE_OF_RANGE', '=没有!A:A')],
    ['an empty list', condition('ONE_OF_LIST')],
    ['a condition of formats', condition('NOT_BLANK')],
    ['too few values', condition('NUMBER_BETWEEN', '1')],
    ['a relative date', { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] }],
  ])('refuses %s', (_, rule) => {
    expect(refusalOf(plain, [set({ condition: rule })])).toMatch(
      /^400 Invalid requests\[0\]\.setDataValidation: /,
    );
  });
});

describe('conditional formats', () => {
  const red = { backgroundColorStyle: { rgbColor: { red: 1 } } };
  const bold = { textFormat: { bold: true } };
  const ranges = [{ sheetId: 0, startRowIndex: 1, endRowIndex: 3 }];
  const rule = (booleanCondition: object, format: object = red) => ({
    ranges,
    booleanRule: { condition: booleanCondition, format },
  });
  const add = (added: object, index = 0) => ({
    addConditionalFormatRule: { rule: added, index },
  });

  function paintedBy(added: object, row: number, column: number) {
    const sheet = batchOn(plain, [add(added)]).spreadsheet.sheets[0];
    if (!sheet) throw new Error('The tab is gone.');
    const value = sheet.rows[row]?.[column]?.value;
    if (value && 'formulaValue' in value) throw new Error('Only constants are asked for here.');
    return formatOf(sheet, row, column, value, contextFor);
  }

  it.each([
    [condition('TEXT_STARTS_WITH', '超期'), true, false],
    [condition('TEXT_CONTAINS', '2 天'), true, false],
    [condition('TEXT_EQ', '超期'), false, false],
    [condition('NOT_BLANK'), true, false],
    [condition('BLANK'), false, true],
    [condition('CUSTOM_FORMULA', '=$A2="食堂"'), false, true],
    [condition('NUMBER_GREATER', '1'), false, false],
  ])(
    '%j paints the cell with a finding: %s, the empty one: %s',
    (booleanCondition, first, second) => {
      expect(paintedBy(rule(booleanCondition), 1, 1)).toEqual(first ? red : undefined);
      expect(paintedBy(rule(booleanCondition), 2, 1)).toEqual(second ? red : undefined);
    },
  );

  it('paint nothing outside their ranges', () => {
    expect(paintedBy(rule(condition('NOT_BLANK')), 0, 1)).toBeUndefined();
  });

  it('know relative days', () => {
    const past = rule({ type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] });
    const sheet = batchOn(plain, [add(past)]).spreadsheet.sheets[0];
    const painted = (numberValue: number) =>
      sheet && formatOf(sheet, 1, 1, { numberValue }, contextFor);
    expect([painted(today - 1), painted(today)]).toEqual([red, undefined]);
  });

  it('lay the first rule over the later ones', () => {
    const blue = { backgroundColorStyle: { rgbColor: { blue: 1 } } };
    const { spreadsheet } = batchOn(plain, [
      add(rule(condition('NOT_BLANK'), red)),
      add(rule(condition('NOT_BLANK'), { ...blue, ...bold }), 1),
    ]);
    const sheet = spreadsheet.sheets[0];
    expect(sheet && formatOf(sheet, 1, 0, { stringValue: 'x' }, contextFor)).toEqual({
      ...red,
      ...bold,
    });
  });

  it('are replaced, moved and deleted by their index', () => {
    const first = rule(condition('NOT_BLANK'));
    const second = rule(condition('BLANK'), bold);
    const { replies, spreadsheet } = batchOn(plain, [
      add(first),
      add(first, 1),
      { updateConditionalFormatRule: { index: 1, rule: second } },
      { updateConditionalFormatRule: { index: 1, newIndex: 0, sheetId: 0 } },
      { deleteConditionalFormatRule: { index: 1, sheetId: 0 } },
    ]);
    expect(replies).toEqual([
      {},
      {},
      { updateConditionalFormatRule: { oldRule: first, newRule: second, newIndex: 1 } },
      { updateConditionalFormatRule: { newRule: second, oldIndex: 1, newIndex: 0 } },
      { deleteConditionalFormatRule: { rule: first } },
    ]);
    expect(spreadsheet.sheets[0]?.conditionalFormats).toEqual([second]);
  });

  it.each([
    ['an index that is not there', { deleteConditionalFormatRule: { index: 3, sheetId: 0 } }],
    ['a rule without ranges', add({ booleanRule: rule(condition('BLANK')).booleanRule })],
    ['a condition of validation', add(rule(condition('ONE_OF_LIST', 'a')))],
    ['neither a rule nor a place', { updateConditionalFormatRule: { index: 0 } }],
    ['a colour scale without ends', add({ ranges, gradientRule: {} })],
  ])('refuse %s', (_, request) => {
    expect(refusalOf(plain, [request])).toMatch(/^400 /);
  });
});
