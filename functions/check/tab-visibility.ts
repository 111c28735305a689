import type { Sheets, SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';

/** Shows the tabs of registers that are on, and hides those of registers that 设置 switches off. */
export interface TabVisibility {
  /** What must be shown or hidden for 设置 to hold; nothing when it does. Rows stay as they are. */
  requests(
    spreadsheetId: string,
    registers: readonly Register[],
    world: Pick<World, 'register'>,
  ): Promise<readonly sheets_v4.Schema$Request[]>;
  /** They were done. */
  done(spreadsheetId: string): void;
}

/** Reads once which tabs are hidden; whoever shows a hidden tab by hand is left in peace until the next start. */
export function createTabVisibility(sheets: Pick<Sheets, 'get'>): TabVisibility {
  const hidden = new Map<string, Map<number, boolean>>();
  const wanted = new Map<string, Map<number, boolean>>();

  async function hiddenIn(spreadsheetId: string): Promise<Map<number, boolean>> {
    const known = hidden.get(spreadsheetId);
    if (known) return known;
    const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
      fields: 'sheets(properties(sheetId,hidden))',
    });
    const read = new Map(
      tabs.map(({ properties }) => [properties?.sheetId ?? 0, properties?.hidden === true]),
    );
    hidden.set(spreadsheetId, read);
    return read;
  }

  return {
    async requests(spreadsheetId, registers, world) {
      const now = await hiddenIn(spreadsheetId);
      const changes = registers.flatMap(({ key }): [number, boolean][] => {
        const sheetId = sheetIdOf(key);
        const off = world.register(key) === undefined;
        return now.has(sheetId) && now.get(sheetId) !== off ? [[sheetId, off]] : [];
      });
      wanted.set(spreadsheetId, new Map(changes));
      return changes.map(([sheetId, off]) => ({
        updateSheetProperties: { properties: { sheetId, hidden: off }, fields: 'hidden' },
      }));
    },
    done(spreadsheetId) {
      for (const [sheetId, off] of wanted.get(spreadsheetId) ?? [])
        hidden.get(spreadsheetId)?.set(sheetId, off);
    },
  };
}
