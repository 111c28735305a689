import { describe, expect, test } from 'vitest';
import { qualityTargets } from '#schema/registers/quality/quality-targets.ts';
import { measured, planned, says } from '../../said.ts';

const target = (more = {}) => ({
  name: '报修按承诺',
  group: 'operation',
  figure: 'repairs.onTime',
  side: 'atLeast',
  target: 95,
  evidence: '报修登记',
  owner: '李国强',
  ...more,
});
const repair = (done: string) => ({
  reported: '2026-11-02T08:00:00',
  scale: 'minor',
  state: 'done',
  done,
});
/** Of two repairs one was done in time: 50 %. */
const others = { repairs: [repair('2026-11-02T10:00:00'), repair('2026-11-04T10:00:00')] };
const around = { others };

describe('质量目标', () => {
  test('a figure is named as register.figure, or in the words of the sheet', () => {
    const named = (figure: string) => target({ figure });
    const rows = [
      named('repairs.onTime'),
      named('报修.承诺兑现率'),
      named('报修：承诺兑现率'),
      named('repairs.onTimes'),
      named('报修'),
      named('qualityTargets.met'),
    ];
    expect(says(qualityTargets, 'unknown-figure', rows)).toEqual([
      [3, '没有“repairs.onT…”，请写 表名.指标'],
      [4, '没有“报修”，请写 表名.指标'],
      [5, '没有“qualityTarg…”，请写 表名.指标'],
    ]);
  });

  test('a figure of a register that is switched off', () => {
    const settings = [{ key: 'repairs.use', value: '停用' }];
    expect(says(qualityTargets, 'unknown-figure', [target()], { others: { settings } })).toEqual([
      [0, '这张表停用了，请换一个指标'],
    ]);
  });

  test('missed without measures, this term up to today', () => {
    const rows = [
      target(),
      target({ measures: '每天查一次' }),
      target({ target: 50 }),
      target({ target: 50, side: 'atMost' }),
      target({ target: 49.9, side: 'atMost' }),
    ];
    expect(says(qualityTargets, 'missed', rows, around)).toEqual([
      [0, '现在50，目标95，请写措施'],
      [4, '现在50，目标49.9，请写措施'],
    ]);
  });

  test('nothing recorded is neither met nor missed, and is said', () => {
    expect(says(qualityTargets, 'missed', [target()])).toEqual([]);
    expect(says(qualityTargets, 'unmeasured', [target()])).toEqual([
      [0, '本学期“报修”没有登记，请补'],
    ]);
    expect(says(qualityTargets, 'unmeasured', [target()], around)).toEqual([]);
  });

  test('each of the four zeros has a target; one name once', () => {
    const rows = ['service', 'operation', 'equipment', 'other'].map((group) => target({ group }));
    expect(says(qualityTargets, 'zero-without-target', rows)).toEqual([
      ['safety', '“安全零事故”还没定目标，请补一项'],
    ]);
    expect(says(qualityTargets, 'zero-without-target', [])).toEqual([]);
    expect(says(qualityTargets, 'unique-name', [target(), target()])).toHaveLength(1);
  });

  test('targets, those met, and the zeros among them', () => {
    const rows = [
      target(),
      target({ target: 50 }),
      target({ group: 'other', target: 10 }),
      target({ figure: 'hazards.inTime' }),
    ];
    expect(measured(qualityTargets, 'targets', rows)).toBe(4);
    expect(measured(qualityTargets, 'met', rows, around)).toEqual([2, 3]);
    expect(measured(qualityTargets, 'zerosMet', rows, around)).toEqual([1, 2]);
  });

  test('what is missed is in the plan', () => {
    expect(planned(qualityTargets, [target(), target({ target: 50 })], around)).toEqual([
      ['质量目标“报修按承诺”未达标，落实措施', '李国强', '2026-12-31'],
    ]);
  });
});
