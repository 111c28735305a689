import type { Source } from '#platform/documents/index.ts';
import type { TermFigure } from '../term-figure.ts';

/** Where a figure's rows are; handed in, since only the run knows the spreadsheets. */
export type SourceOf = (figure: TermFigure) => Source;
