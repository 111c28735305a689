import type { Area } from './a1.ts';
import { type Anchor, findAgain } from './anchor.ts';
import { nothing, type Outline, type Sheet } from './answers.ts';
import { createGate, type Gate } from './gate.ts';
import { type Google, Refused } from './google.ts';
import type { Notices } from './notices.ts';
import { gridRange } from './structure.ts';
import { createStructureEdits, type StructureEdits } from './structure-edits.ts';
import { boundsOf, typeCells } from './type-cells.ts';
import { createUndos, type Undos } from './undo.ts';
import type { View } from './view.ts';
import { whyNot } from './words.ts';
import type { Typed } from './worksheet.ts';

/** What the page shows now. */
export interface Present {
  readonly outline: Outline;
  readonly sheet: Sheet;
  readonly view: View;
}

/** What people can do to a spreadsheet. Each tells the person if Google refuses, and shows the newest state. */
export interface Edits extends StructureEdits {
  /**
   * Entries are sent one after the other.
   *
   * @param from the row of all these cells as the person saw it when they began, if others may have moved it since
   */
  type(cells: readonly Typed[], from?: () => Anchor): Promise<void>;
  paste(to: Area, source: CopiedArea): Promise<void>;
  undo(): Promise<void>;
}

/** What was copied in this page, as cells rather than as text. */
export interface CopiedArea {
  readonly sheetId: number;
  readonly area: Area;
  readonly isCut: boolean;
  /** What is typed instead if Google does not paste the cells. */
  readonly texts: readonly (readonly string[])[];
}

/** What every edit stands on. */
export interface EditTools {
  readonly present: () => Present;
  readonly notices: Notices;
  readonly mayEdit: Gate;
  readonly undos: Undos;
  /** Sends requests of one `batchUpdate`. Rejects if Google refuses. */
  send(...requests: object[]): Promise<void>;
  /** Does it, tells the person if it was refused, and shows what is true then. */
  attempt(work: () => Promise<void>): Promise<boolean>;
  refresh(): Promise<void>;
}

/** @param options.refresh reads everything anew and shows it */
export function createEdits(options: {
  readonly google: Google;
  readonly present: () => Present;
  readonly notices: Notices;
  readonly refresh: () => Promise<void>;
  /** Called when an entry meant for the row `from` stands in `row` and the page shows it. */
  readonly written: (from: number, row: number) => void;
}): Edits {
  const { google, present, notices, refresh, written } = options;
  const tools: EditTools = {
    present,
    notices,
    refresh,
    mayEdit: createGate(notices),
    undos: createUndos(),
    async send(...requests) {
      await google.send(':batchUpdate', { requests }, nothing);
    },
    async attempt(work) {
      try {
        await work();
        return true;
      } catch (error) {
        notices.say(whyNot(error), 'wrong');
        return false;
      } finally {
        await refresh();
      }
    },
  };
  const { mayEdit, undos, send, attempt } = tools;
  let last: Promise<void> = Promise.resolve();

  const typeNow = async (aimed: Sheet, cells: readonly Typed[], from?: () => Anchor) => {
    if (from) await refresh();
    const { view, sheet: shown } = present();
    const isShown = shown.properties.sheetId === aimed.properties.sheetId;
    const sheet = isShown ? shown : aimed;
    const anchor = from?.();
    const row = anchor && isShown ? findAgain(view, anchor) : anchor?.row;
    if (anchor && row === undefined) {
      notices.say('这一行刚被别人移走或删除了，您填的没有写进去。', 'wrong');
      return;
    }
    const found = row === undefined ? cells : cells.map((cell) => ({ ...cell, row }));
    if (found.length === 0 || !(await mayEdit(sheet, boundsOf(found)))) return;
    await attempt(async () => undos.add(await typeCells(google, sheet, found)));
    if (anchor && row !== undefined && isShown) written(anchor.row, row);
  };

  return {
    ...createStructureEdits(tools),

    type(cells, from) {
      // Whoever clicks another tab ends the entry in this one.
      const { sheet } = present();
      const before = last.catch(() => undefined);
      last = before.then(() => typeNow(sheet, cells, from));
      return last;
    },

    async paste(to, source) {
      const { sheet } = present();
      if (!(await mayEdit(sheet, to))) return;
      await attempt(async () => {
        try {
          await send(pasteRequest(source, sheet.properties.sheetId ?? 0, to));
        } catch (error) {
          if (!(error instanceof Refused) || source.isCut) throw error;
          undos.add(await typeCells(google, sheet, cellsFrom(to, source.texts)));
        }
      });
    },

    async undo() {
      const newest = undos.take();
      if (!newest) {
        notices.say('没有可以撤销的了。');
        return;
      }
      await attempt(async () => {
        const problem = await newest.undo();
        if (problem === undefined) notices.say('已撤销。');
        else notices.say(problem, 'wrong');
      });
    },
  };
}

function pasteRequest(source: CopiedArea, sheetId: number, to: Area): object {
  const pasteType = 'PASTE_NORMAL';
  const from = gridRange(source.sheetId, source.area);
  if (!source.isCut) {
    return { copyPaste: { source: from, destination: gridRange(sheetId, to), pasteType } };
  }
  const destination = { sheetId, rowIndex: to.top, columnIndex: to.left };
  return { cutPaste: { source: from, destination, pasteType } };
}

/** Texts laid out from the top left cell of an area. */
export function cellsFrom(
  { top, left }: Pick<Area, 'top' | 'left'>,
  texts: readonly (readonly string[])[],
): Typed[] {
  return texts.flatMap((line, y) =>
    line.map((text, x) => ({ row: top + y, column: left + x, text })),
  );
}
