export { marksIn, plainLines } from './contents.ts';
export { withoutNames, withoutNumbers } from './discretion.ts';
export {
  changedBlocks,
  type DraftFigures,
  type FigureChanged,
  figuresChanged,
} from './figures-changed.ts';
export { officialFonts, type PaperFont, type PaperFonts } from './fonts.ts';
export {
  type Changed,
  type Companion,
  type Draft,
  type DraftFile,
  makeDraft,
} from './make-draft.ts';
export { oneAtATime } from './one-at-a-time.ts';
export * from './paper.ts';
export { openPaperFolder, type PaperFolder, paperName, type StoredPaper } from './paper-folder.ts';
export { readSchool, type SchoolRead } from './read-school.ts';
export { type Progress, recordedRun } from './recorded-run.ts';
export { docxType, renderDocx } from './render.ts';
export { rowsUrl, sourceOf } from './row-links.ts';
export { rowState, rowSummary, rowsHandedUp } from './row-summary.ts';
export { sendToDirector } from './send-to-director.ts';
export { sourceFinder } from './source-finder.ts';
export { sourceBlocks } from './source-table.ts';
export * from './wording.ts';
