import { type Block, heading, type Run, secondLevel, shortDay } from '#platform/documents/index.ts';
import { type ReportSection, reportSections } from '#schema/report.ts';
import { lackWords } from '../figure-words.ts';
import type { RegisterFigures } from '../indicators.ts';
import { sentence } from '../sentences.ts';
import type { TermReport } from '../term-report.ts';
import type { SourceOf } from './source-of.ts';

/** What the registers of one section say, sentence by sentence. */
export interface SectionSaid {
  readonly section: ReportSection;
  readonly sentences: readonly (readonly Run[])[];
  /** What nothing was recorded of, each lack once. */
  readonly lacks: readonly string[];
}

function saidBy({ register, figures }: RegisterFigures, sourceOf: SourceOf) {
  const named = (name: string) => figures.find((figure) => figure.name === name);
  let told = false;
  return (register.report?.sentences ?? []).map((template) => {
    const one = sentence(template, named, sourceOf, !told);
    // Said once a register: the next sentences would only repeat it.
    told ||= one.said && one.incomparable;
    return one;
  });
}

/** What each section has to say, in the order of the report. */
export function sectionsSaid(report: TermReport, sourceOf: SourceOf): readonly SectionSaid[] {
  const bySection = Map.groupBy(report.registers, ({ section }) => section);
  return [...bySection].flatMap(([section, registers]) => {
    const all = registers.flatMap((register) => saidBy(register, sourceOf));
    const sentences = all.flatMap((one) => (one.said ? [one.runs] : []));
    const lacks = [...new Set(all.flatMap((one) => (one.said ? [] : one.lacks.map(lackWords))))];
    return sentences.length + lacks.length === 0 ? [] : [{ section, sentences, lacks }];
  });
}

/**
 * 二、主要工作与成效.
 * @param mostCases how many cases may ask for the director's word
 */
export function achievements(
  report: TermReport,
  said: readonly SectionSaid[],
  mostCases: number,
): readonly Block[] {
  const withCase = said.filter(({ section }) => report.cases.has(section)).slice(0, mostCases);
  return said.flatMap((one, index) => {
    const runs: Run[] = one.sentences.flat();
    const found = withCase.includes(one) ? report.cases.get(one.section) : undefined;
    if (found)
      runs.push(
        { kind: 'choose', text: `例如${shortDay(found.day)}，${found.words}，${found.state}` },
        { kind: 'text', text: '。' },
      );
    if (one.lacks.length > 0) runs.push({ kind: 'text', text: `${one.lacks.join('；')}。` });
    return [
      heading(2, secondLevel(index + 1, reportSections[one.section].zh)),
      { kind: 'paragraph' as const, runs },
    ];
  });
}
