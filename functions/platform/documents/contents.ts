import type { Block, Copy, Paper, Run, TableLine } from './paper.ts';

/** What stands where the director has to write, in the clean copy. */
const blankToFill = '＿＿＿＿＿＿';

/** The blocks that one copy shows. */
export function blocksOf(blocks: readonly Block[], copy: Copy): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'only') return [block];
    return block.copy === copy ? blocksOf(block.blocks, copy) : [];
  });
}

/** The words of a run in one copy. */
export function wordsOf(run: Run, copy: Copy): string {
  switch (run.kind) {
    case 'text':
    case 'figure':
      return run.text;
    case 'ask':
      return copy === 'review' ? `【请补充：${run.what}】` : blankToFill;
    case 'choose':
      return copy === 'review' ? `${run.text}【请定】` : run.text;
  }
}

function runsOfLine(line: TableLine): readonly Run[] {
  return line.kind === 'group' ? [{ kind: 'text', text: line.text }] : line.cells.flat();
}

/** Every run of a block, in reading order. */
export function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'table':
      return block.lines.flatMap(runsOfLine);
    case 'only':
      return block.blocks.flatMap(runsOf);
    default:
      return [];
  }
}

/** Every run of a paper, in reading order. */
function runsOfPaper(paper: Paper): readonly Run[] {
  return paper.parts.flatMap((part) => part.blocks.flatMap(runsOf));
}

/** How many marks wait for the director. */
export function marksIn(paper: Paper): number {
  return runsOfPaper(paper).filter((run) => run.kind === 'ask' || run.kind === 'choose').length;
}

/** The first line of the review copy. */
export function reviewLine(paper: Paper): string {
  const marks = `本稿有 ${marksIn(paper)} 处需补充`;
  return paper.reviewNote === undefined ? marks : `${marks}；${paper.reviewNote}`;
}

function linesOf(block: Block, copy: Copy): readonly string[] {
  const said = (runs: readonly Run[]) => runs.map((run) => wordsOf(run, copy)).join('');
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [said(block.runs)];
    case 'table':
      return [
        block.caption,
        block.columns.map((column) => column.title).join('｜'),
        ...block.lines.map((line) =>
          line.kind === 'group' ? line.text : line.cells.map(said).join('｜'),
        ),
      ];
    case 'signature':
      return [...block.signed, ...block.lines];
    case 'pageBreak':
    case 'only':
      return [];
  }
}

/** A copy as plain lines: for mail, for reading aloud, and to see what changed. */
export function plainLines(paper: Paper, copy: Copy): readonly string[] {
  return [
    ...(copy === 'review' ? [reviewLine(paper)] : []),
    paper.title,
    ...paper.parts.flatMap((part) =>
      blocksOf(part.blocks, copy).flatMap((block) => linesOf(block, copy)),
    ),
  ];
}
