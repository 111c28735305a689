import type { PlanTask } from '#schema/plan.ts';

/** A shorter text names too little to say that two lines mean the same. */
const leastTelling = 6;

/** The bare words of a line: no spaces, marks or punctuation. */
function bare(words: string): string {
  return words.normalize('NFKC').replace(/[\s★，。、；：:,.;（）()“”"]/g, '');
}

function meanTheSame(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= leastTelling && long.includes(short);
}

function folded(first: PlanTask, second: PlanTask): PlanTask {
  const notes = [first.note, second.note].flatMap((note) => note || []);
  const note = [...new Set(notes)].join('；');
  const assists = first.assists ?? second.assists;
  return {
    ...first,
    due: first.due < second.due ? first.due : second.due,
    ...(assists === undefined ? {} : { assists }),
    ...(note === '' ? {} : { note }),
    ...(first.carriedOver || second.carriedOver ? { carriedOver: true } : {}),
  };
}

/**
 * Each matter once: a hazard that three registers name is one line. Lines of one group mean the same when one's
 * words hold the other's; the first keeps its words, the earlier day counts, notes are joined.
 */
export function foldTasks(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const kept: PlanTask[] = [];
  for (const task of tasks) {
    const same = kept.findIndex(
      (other) =>
        other.key === task.key ||
        (other.group === task.group && meanTheSame(bare(other.what), bare(task.what))),
    );
    const other = kept[same];
    if (other === undefined) kept.push(task);
    else kept[same] = folded(other, task);
  }
  return kept;
}
