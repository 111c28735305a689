import { setTimeout as pause } from 'node:timers/promises';
import { openMattersTab, quoted } from '#platform/workbook/tabs.ts';
import { foodSamples } from '#schema/registers/canteen/food-samples.ts';
import { formLink, linksOf } from '../../local/form-links.ts';
import { type ByHand, openByHand } from './by-hand.ts';
import type { Pair } from './pair.ts';

/** How an edit is made: by typing over a cell of a complete row, or by a form. */
export type Hand = (index: number) => Promise<void>;

/** The one weight that an edit enters: too light, and told by nobody else. */
export function weightOf(index: number): number {
  return index / 2 + 0.25;
}

/** What the finding about that edit says. */
function findingOf(index: number): string {
  return `留样 ${weightOf(index)} 克，`;
}

const tab = quoted(foodSamples.title.zh);

/** Types a weight that is too light into complete rows of 食品留样, from the top. */
export async function typing(staff: ByHand): Promise<Hand> {
  const [header = [], ...rows] = await staff.read(`${tab}!A1:Z`);
  const column = header.indexOf(foodSamples.columns.grams?.title.zh ?? '');
  if (column < 0) throw new Error('check: 食品留样 has no column of weights any more');
  const letter = String.fromCharCode(65 + column);
  return async (index) => {
    if (rows.length <= index) throw new Error(`check: 食品留样 has only ${rows.length} rows`);
    await staff.type(`${tab}!${letter}${index + 2}`, weightOf(index));
  };
}

/** Sends the form of 食品留样 with a weight that is too light. */
export function sending(pair: Pair, linkKeys: string): Hand {
  const link = formLink(linksOf(linkKeys), pair.url, foodSamples);
  if (!link) throw new Error('check: 食品留样 has no form any more');
  return async (index) => {
    const values = { ...foodSamples.form?.example, grams: weightOf(index) };
    const answer = await fetch(link.api, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), values }),
    });
    if (!answer.ok) throw new Error(`check: the form was answered ${await answer.text()}`);
  };
}

/**
 * Makes so many edits spread evenly over a time, and waits for the finding of each.
 *
 * @returns seconds from each edit to its finding; an edit counts from the moment before it is sent
 * @throws when one has no finding after `patience` seconds
 */
export async function measureEdits(options: {
  readonly pair: Pair;
  readonly spreadsheetId: string;
  readonly hand: Hand;
  readonly count: number;
  readonly overSeconds: number;
  readonly patience: number;
}): Promise<readonly number[]> {
  const { pair, spreadsheetId, hand, count, overSeconds, patience } = options;
  const staff = openByHand(pair.googleRoot, spreadsheetId);
  const began = new Map<number, number>();
  const seconds = new Map<number, number>();
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      const matters = JSON.stringify(await staff.read(`${quoted(openMattersTab.title)}!A1:Z`));
      const now = performance.now();
      for (const [index, at] of began)
        if (!seconds.has(index) && matters.includes(findingOf(index)))
          seconds.set(index, (now - at) / 1000);
    }
    looking = false;
  };
  const watch = staff.onChange(() => void look());
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = start + (index * overSeconds * 1000) / count;
    await pause(Math.max(0, due - performance.now()));
    began.set(index, performance.now());
    sent.push(hand(index));
  }
  await Promise.all(sent);
  const end = performance.now() + patience * 1000;
  while (seconds.size < count && performance.now() < end) await pause(200);
  watch.stop();
  if (seconds.size < count)
    throw new Error(`check: ${count - seconds.size} of ${count} edits had no finding`);
  return [...seconds.values()];
}
