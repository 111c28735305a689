import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { GoogleFailure, type Sheets } from '../google/index.ts';

/** Somebody else has the lease by now: nothing was written. */
export class FenceClosed extends Error {
  readonly epoch: number;
  constructor(epoch: number) {
    super(`a later holder of the lease than epoch ${epoch} has closed the fence`);
    this.name = 'FenceClosed';
    this.epoch = epoch;
  }
}

/**
 * Nobody knows whether a write of this epoch is in the sheet, or will yet be: its holder takes the lease anew and reads
 * anew, and the fence of the new epoch keeps the old write out.
 */
export class UnclearWrite extends GoogleFailure {
  constructor({ message, status }: GoogleFailure) {
    super({ kind: 'unclear', message, ...(status !== undefined && { status }) });
    this.name = 'UnclearWrite';
  }
}

/** Sheets behind a fence. */
export interface FencedSheets extends Sheets {
  /**
   * Puts up the fence of this epoch, unless it stands. To be done before a spreadsheet is first read: whoever held
   * the lease before can write nothing from then on, so what is read stays true to what is written.
   */
  close(spreadsheetId: string): Promise<void>;
}

/** The one id that the fence has in every spreadsheet. */
const fenceId = 715_300_001;
const fenceKey = 'f';

/**
 * Sheets for whoever holds a lease: each batch proves in itself that no later holder has come (hard point 6).
 *
 * A spreadsheet holds one metadata of a fixed id whose value is the holder's epoch. A batch first deletes it by id and
 * its own epoch, then makes it again: under a later epoch nothing is deleted, the second is a duplicate, and the whole
 * batch is refused. Reads go as they are.
 *
 * @throws FenceClosed from `batchUpdate` when the lease was lost; nothing was written then
 * @throws UnclearWrite from `batchUpdate` when nobody knows
 */
export function fencedSheets(sheets: Sheets, epoch: number): FencedSheets {
  const mine = new Set<string>();
  const taking = new Map<string, Promise<void>>();

  const standing = async (spreadsheetId: string): Promise<number | undefined> => {
    const answer = await sheets.searchMetadata(spreadsheetId, [
      { developerMetadataLookup: { metadataId: fenceId } },
    ]);
    const value = answer.matchedDeveloperMetadata?.[0]?.developerMetadata?.metadataValue;
    return value === undefined || value === null ? undefined : Number(value);
  };

  const replaced = async (spreadsheetId: string, epochs: readonly number[]): Promise<boolean> => {
    const requests = [...epochs.map(removal), erection(epoch)];
    try {
      await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
      return true;
    } catch (failure) {
      // Refused: another stands there, or another was quicker. Unclear: it may stand. The next look tells.
      if (!(failure instanceof GoogleFailure) || !isWorthALook(failure)) throw failure;
      return false;
    }
  };

  /** Puts up the fence of this epoch in the place of an earlier one, mostly of the one before: then without a look. */
  const take = async (spreadsheetId: string): Promise<void> => {
    let stands = await replaced(spreadsheetId, [epoch - 1, epoch]);
    for (let attempt = 1; attempt <= 3 && !stands; attempt += 1) {
      const before = await standing(spreadsheetId);
      if (before !== undefined && before > epoch) throw new FenceClosed(epoch);
      stands =
        before === epoch || (await replaced(spreadsheetId, before === undefined ? [] : [before]));
    }
    if (!stands)
      throw new GoogleFailure({ kind: 'unclear', message: 'the fence could not be put up' });
    mine.add(spreadsheetId);
  };

  /** Whoever asks while it is being put up waits for the same. */
  const close = async (spreadsheetId: string): Promise<void> => {
    if (mine.has(spreadsheetId)) return;
    const asked =
      taking.get(spreadsheetId) ?? take(spreadsheetId).finally(() => taking.delete(spreadsheetId));
    taking.set(spreadsheetId, asked);
    await asked;
  };

  return {
    ...sheets,
    close,
    async batchUpdate(spreadsheetId, body, options) {
      await close(spreadsheetId);
      const requests = [removal(epoch), erection(epoch), ...(body.requests ?? [])];
      try {
        const answer = await sheets.batchUpdate(spreadsheetId, { ...body, requests }, options);
        return answer.replies ? { ...answer, replies: answer.replies.slice(2) } : answer;
      } catch (failure) {
        if (failure instanceof GoogleFailure && failure.kind === 'refused') {
          const now = await standing(spreadsheetId);
          if (now !== undefined && now > epoch) throw new FenceClosed(epoch);
          // Taken away by somebody's hand: it is put up again before the next batch.
          if (now !== epoch) mine.delete(spreadsheetId);
        }
        if (failure instanceof GoogleFailure && failure.kind === 'unclear')
          throw new UnclearWrite(failure);
        throw failure;
      }
    },
  };
}

function isWorthALook({ kind }: GoogleFailure): boolean {
  return kind === 'refused' || kind === 'unclear';
}

function removal(epoch: number): sheets_v4.Schema$Request {
  return {
    deleteDeveloperMetadata: {
      dataFilter: {
        developerMetadataLookup: {
          metadataId: fenceId,
          metadataKey: fenceKey,
          metadataValue: String(epoch),
        },
      },
    },
  };
}

function erection(epoch: number): sheets_v4.Schema$Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: fenceId,
        metadataKey: fenceKey,
        metadataValue: String(epoch),
        visibility: 'DOCUMENT',
        location: { spreadsheet: true },
      },
    },
  };
}
