import { type Area, cellArea } from './a1.ts';
import { targetOf } from './address.ts';
import type { Outline, Sheet } from './answers.ts';
import { createClipboard } from './clipboard.ts';
import { createEdits } from './edits.ts';
import { createEntryBar } from './entry-bar.ts';
import { followLinks } from './follow-links.ts';
import { createGoogle } from './google.ts';
import { listenToKeys } from './keys.ts';
import { listen } from './live.ts';
import { menuFor } from './menu.ts';
import { openMenuByArrow } from './menu-arrow.ts';
import { createNotices } from './notices.ts';
import { part } from './page-parts.ts';
import { showPager } from './pager.ts';
import {
  pagesOf,
  readBlocks,
  readChoices,
  readFilledRows,
  readOutline,
  rowsOfPage,
} from './read-tab.ts';
import { createRefresher } from './refresher.ts';
import { createRowAnchors } from './row-anchors.ts';
import { createSheetGrid } from './sheet-grid.ts';
import { showTabs } from './tabs.ts';
import { shownWithin, type View, viewOf } from './view.ts';
import { createSignature } from './who.ts';
import { whyNot } from './words.ts';

/** What the page shows, and what it is asked to show. */
interface Showing {
  outline?: Outline;
  sheet?: Sheet;
  view?: View;
  sheetId?: number;
  page: number;
  /** Selected once its page is shown. */
  wanted?: { readonly row: number; readonly column: number };
}

/** Opens a spreadsheet in this page and keeps it up to date. */
export function openSpreadsheet(spreadsheetId: string): void {
  const host = part('grid', HTMLElement);
  const state = part('state', HTMLElement);
  const showsHidden = part('show-hidden', HTMLInputElement);
  const notices = createNotices(part('notices', HTMLElement));
  const signature = createSignature(part('who', HTMLButtonElement));
  const google = createGoogle(spreadsheetId, signature.name);
  const showing: Showing = { page: 0 };

  const present = () => {
    const { outline, sheet, view } = showing;
    if (!outline || !sheet || !view) throw new Error('nothing is shown yet');
    return { outline, sheet, view };
  };

  const refresher = createRefresher(async () => {
    const outline = await readOutline(google);
    const sheet = chosenSheet(outline, showing.sheetId, showsHidden.checked);
    if (!sheet) return;
    const page = Math.min(showing.page, pagesOf(sheet) - 1);
    const isOther = sheet.properties.sheetId !== showing.sheet?.properties.sheetId;
    const blocks = await readBlocks(google, sheet, page);
    const view = viewOf(sheet, blocks, { showsHidden: showsHidden.checked });
    const { view: before } = showing;
    Object.assign(showing, { outline, sheet, view, page });
    if (isOther) {
      host.scrollTo(0, 0);
      entryBar.clear();
    }
    const selection = isOther ? undefined : grid.selection();
    await grid.show(view);
    if (selection && before?.shape !== view.shape && !grid.isEditing()) grid.select(selection);
    showFrame();
    entryBar.refresh(view);
    const { wanted } = showing;
    delete showing.wanted;
    if (wanted) grid.select(shownCell(view, wanted), { scrolls: true });
  });
  const refresh = async () => {
    try {
      await refresher.run();
      state.textContent = '';
    } catch (error) {
      state.textContent = '未连接';
      notices.say(whyNot(error), 'wrong');
    }
  };
  const anchors = createRowAnchors(() => present().view);
  const { written } = anchors;
  const edits = createEdits({ google, present, notices, refresh, written });
  const entryBar = createEntryBar(
    part('place', HTMLElement),
    part('entry', HTMLTextAreaElement),
    (cells, from) => void edits.type(cells, () => from),
  );

  const clear = () => {
    const area = grid.selection();
    if (!area) return;
    const { view } = present();
    const { rows, columns } = shownWithin(view, area);
    const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, text: '' })));
    void edits.type(cells.filter(({ row, column }) => view.cellAt(row, column).entered !== ''));
  };

  const grid = createSheetGrid(host, {
    editingStarted: anchors.start,
    async typed(cells) {
      const from = anchors.take();
      await edits.type(cells, from?.at);
      from?.done();
    },
    pasted: (row, column, texts) => clipboard.paste(row, column, texts),
    selected: (area) => entryBar.select(present().view, area),
    columnMoved: (from, to) => void moved('COLUMNS', from, to),
    rowMoved: (from, to) => void moved('ROWS', from, to),
    columnResized: (column, width) => void edits.resize(column, width),
    menu: (area) => {
      const { view } = present();
      const { rows, columns } = shownWithin(view, area);
      const isWholeRows = columns.length === view.columns.length;
      return menuFor(area, edits, {
        copy: () => document.execCommand('copy'),
        clear,
        hasHidden: showsHidden.checked || columns.length < area.right - area.left,
        isWholeRows,
        isWholeColumns: !isWholeRows && rows.length === view.rows.length,
      });
    },
    choices: (choices) =>
      choices.kind === 'list'
        ? Promise.resolve(choices.items)
        : readChoices(google, choices.range).catch(() => []),
  });

  const clipboard = createClipboard({
    view: () => present().view,
    edits,
    selection: () => (grid.isEditing() ? undefined : grid.selection()),
  });

  const moved = async (dimension: 'ROWS' | 'COLUMNS', from: number, to: number) => {
    await edits.move(dimension, from, to);
    await grid.rebuild(present().view);
  };

  const showFrame = () => {
    const { outline, sheet } = present();
    document.title = outline.properties.title;
    const seen = outline.sheets.filter(
      ({ properties }) => showsHidden.checked || properties.hidden !== true,
    );
    showTabs(part('tabs', HTMLElement), seen, sheet.properties.sheetId ?? 0, {
      open: (sheetId) => goTo(`#gid=${sheetId}`),
      rename: (renamed) => void edits.rename(renamed),
    });
    showPager(part('pager', HTMLElement), sheet, showing.page, {
      turn(page) {
        showing.page = page;
        host.scrollTo(0, 0);
        void refresh();
      },
      addRows: (count) => void edits.addRows(count),
    });
  };

  const goTo = (hash: string) => {
    history.replaceState(undefined, '', hash);
    openTarget();
  };
  const openTarget = () => {
    const { sheetId, cell } = targetOf(location.hash);
    if (sheetId !== undefined) showing.sheetId = sheetId;
    showing.page = cell ? Math.floor(cell.row / rowsOfPage) : 0;
    if (cell) showing.wanted = cell;
    void refresh();
  };

  const newRow = async () => {
    const { sheet } = present();
    const filled = await readFilledRows(google, sheet);
    const { rowCount, frozenRowCount = 0 } = sheet.properties.gridProperties;
    const row = Math.max(filled, frozenRowCount);
    if (row >= rowCount && !(await edits.addRows(20))) return;
    showing.page = Math.floor(row / rowsOfPage);
    showing.wanted = { row, column: firstTypedColumn(present().view) };
    await refresh();
  };

  listenToKeys({
    undo: () => void edits.undo(),
    clear,
    edit: () => grid.edit(),
    saved: () => notices.say('每次修改都已自动保存。'),
    isEditing: () => grid.isEditing(),
    hasSelection: () => grid.selection() !== undefined,
  });
  openMenuByArrow(host);
  followLinks(host, spreadsheetId, () => showing.view, goTo);
  part('new-row', HTMLButtonElement).addEventListener('click', () => void newRow());
  showsHidden.addEventListener('change', () => void refresh());
  window.addEventListener('hashchange', openTarget);
  openTarget();
  listen(spreadsheetId, {
    changed: () => void refresh(),
    connected: (isConnected) => {
      state.textContent = isConnected ? '' : '未连接，正在重试…';
    },
  });
}

/** The tab that was asked for, else the first that can be seen. */
function chosenSheet(
  { sheets }: Outline,
  sheetId: number | undefined,
  showsHidden: boolean,
): Sheet | undefined {
  const asked = sheets.find(({ properties }) => (properties.sheetId ?? 0) === sheetId);
  return asked ?? sheets.find(({ properties }) => showsHidden || !properties.hidden) ?? sheets[0];
}

/** A cell, or where its column is hidden the nearest one in its row. */
function shownCell(view: View, { row, column }: { row: number; column: number }): Area {
  const shown = view.columns.find((one) => one >= column) ?? view.columns[0] ?? 0;
  return cellArea(row, shown);
}

/** Where somebody begins to fill in a row: behind the columns that stay in sight. */
function firstTypedColumn({ columns, frozenColumns }: View): number {
  return columns[frozenColumns] ?? columns[0] ?? 0;
}
