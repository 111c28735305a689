import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { columnName } from '../a1.ts';
import type { EffectiveValue } from '../model.ts';
import { effectiveError, errorFormula } from './error-values.ts';

/** One cell of a calculation: zero-based, `tab` being the place in the list of tabs. */
export interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

/** What the engine is to compute, and what it needs for it. */
export interface Calculation {
  readonly tabs: number;
  readonly constants: readonly (Place & { readonly value: EffectiveValue })[];
  readonly formulas: readonly (Place & { readonly text: string })[];
}

/** The name a tab goes by inside the engine, whose rules for names are narrower than Google's. */
export function tabName(tab: number): string {
  return `tab_${tab}_`;
}

const typeNumber = 1;
const typeLogical = 4;
const typeError = 16;

/** Computes a calculation; the results are in the order of its formulas. */
export type Calculate = (calculation: Calculation) => EffectiveValue[];

/** IronCalc, loaded when it is first needed. */
export function createEngine(): Calculate {
  let loaded = false;
  return (calculation) => {
    if (!loaded) {
      const { resolve } = createRequire(import.meta.url);
      initSync({ module: readFileSync(resolve('@ironcalc/wasm/wasm_bg.wasm')) });
      loaded = true;
    }
    return calculate(calculation);
  };
}

function calculate({ tabs, constants, formulas }: Calculation): EffectiveValue[] {
  const model = new Model('workbook', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    for (let tab = 0; tab <= tabs; tab += 1) {
      if (tab > 0) model.newSheet();
      model.renameSheet(tab, tabName(tab));
    }
    for (const cell of constants) put(model, cell, inputFor(cell.value));
    for (const cell of formulas) put(model, cell, `=${cell.text}`);
    model.evaluate();
    return readResults(model, tabs, formulas);
  } finally {
    model.free();
  }
}

/**
 * The engine rounds the numbers it shows. A second pass joins them to a text, which shows all their
 * digits; the tab behind the last is kept free for that.
 */
function readResults(
  model: Model,
  scratchTab: number,
  formulas: readonly Place[],
): EffectiveValue[] {
  const numbers = formulas
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => typeOf(model, place) === typeNumber);
  for (const { place, index } of numbers) {
    put(model, { tab: scratchTab, row: index, column: 0 }, `=""&${addressOf(place)}`);
  }
  if (numbers.length > 0) model.evaluate();
  return formulas.map((place, index) => {
    const type = typeOf(model, place);
    if (type === typeNumber) {
      return { numberValue: Number(shown(model, { tab: scratchTab, row: index, column: 0 })) };
    }
    const text = shown(model, place);
    if (type === typeLogical) return { boolValue: text === 'TRUE' };
    if (type === typeError) return effectiveError(text);
    return { stringValue: text };
  });
}

function addressOf({ tab, row, column }: Place): string {
  return `${tabName(tab)}!${columnName(column)}${row + 1}`;
}

function put(model: Model, { tab, row, column }: Place, input: string): void {
  model.setUserInput(tab, row + 1, column + 1, input);
}

function typeOf(model: Model, { tab, row, column }: Place): number {
  return model.getCellType(tab, row + 1, column + 1);
}

function shown(model: Model, { tab, row, column }: Place): string {
  return model.getFormattedCellValue(tab, row + 1, column + 1);
}

/** The engine keeps 15 digits of a typed number, but all of one inside a formula. */
function inputFor(value: EffectiveValue): string {
  if ('numberValue' in value) {
    const text = String(value.numberValue);
    return Number(value.numberValue.toPrecision(15)) === value.numberValue ? text : `=${text}`;
  }
  if ('boolValue' in value) return value.boolValue ? 'TRUE' : 'FALSE';
  if ('errorValue' in value) return `=${errorFormula(value.errorValue.type)}`;
  return `'${value.stringValue}`;
}
