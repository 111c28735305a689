import { v5 as uuidV5 } from 'uuid';
import type { LinkClaims } from '#platform/links/index.ts';
import type { Origin, Submitted } from '#platform/workbook/port.ts';
import type { Label } from '#schema/language.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf, type RowId, rowId } from '#schema/values.ts';
import type { Asked } from '../lists.ts';
import { settled, usualWaitSeconds } from '../photos/form-photos.ts';
import { rowOf } from '../row-of.ts';
import type { SenderOptions } from '../sender.ts';
import type { SheetBody } from './body.ts';
import type { Draws } from './drawn.ts';
import { type SentRow, type SheetIssue, type SheetRow, sheetEntry } from './entry.ts';
import type { Sheet } from './sheet.ts';
import { batchWords } from './words.ts';

/** What became of a sheet. Unless it was `wrong`, each row that could be written is written. */
export type SheetSent =
  | {
      readonly outcome: 'written' | 'already';
      readonly rows: readonly RowId[];
      /** The token of its receipt. */
      readonly receipt: string;
    }
  | {
      readonly outcome: 'wrong' | 'different' | 'refused';
      readonly issues: readonly SheetIssue[];
    }
  | { readonly outcome: 'unavailable'; readonly retryAfterSeconds: number };

export type SendSheet = (sheet: Sheet, claims: LinkClaims, body: SheetBody) => Promise<SheetSent>;

/** Namespace of the ids of a sheet's rows; never changed, or a sheet sent again would be written twice. */
const sheetRows = '6f0c1d1c-58c6-4c46-9f1e-3d9f3b1f3a6e';

/** The id of a row of a sheet, from the id of the sheet and the row's place in it. */
export function sheetRowId(sheet: string, index: number): RowId {
  return rowId.parse(uuidV5(`${sheet}/${index}`, sheetRows));
}

/** What a sheet asks of lists: columns of its grid and those that its rows share. */
export function askedInSheet({ register, shared, each }: Sheet): Asked {
  return { register, asks: [...new Set([...shared, ...each])] };
}

/** Checks a sheet as a whole, then writes its rows together, each once however often the sheet is sent. */
export function createSheetSender(options: SenderOptions & { readonly draws: Draws }): SendSheet {
  const { links, lists, ownRows, writer, formPhotos, timeZone, clock, log, draws } = options;

  /** What was sent, with links in place of photos; the shared values first, then those of each row. */
  async function pictured({ register }: Sheet, { id, shared, rows }: SheetBody) {
    const said = [shared, ...rows.map((row) => row?.values ?? {})];
    const all = await Promise.all(
      said.map((values) => formPhotos.settle({ register, entry: id }, values)),
    );
    const issues = all.flatMap(({ issues: own }, place) =>
      own.map((issue): SheetIssue => (place === 0 ? issue : { row: place - 1, ...issue })),
    );
    return { said: all.map(({ values }) => values), issues };
  }

  async function readBody(sheet: Sheet, claims: LinkClaims, body: SheetBody) {
    const { said, issues } = await pictured(sheet, body);
    if (issues.length > 0) return { ok: false, issues } as const;
    const { sent, isKnown } = await lists.settle(askedInSheet(sheet), claims, said);
    const [settledShared = {}, ...rows] = sent;
    const listed = body.rows.map(
      (row, index): SentRow => row && { id: row.id, values: rows[index] ?? row.values },
    );
    const today = dayOf(localMoment(clock.now(), timeZone));
    const draw = await draws.of(sheet);
    return sheetEntry(sheet, { shared: settledShared, rows: listed }, isKnown, draw, today);
  }

  async function writeRows(sheet: Sheet, body: SheetBody, rows: readonly SheetRow[]) {
    const { register, starts } = sheet;
    const now = localMoment(clock.now(), timeZone);
    const origin: Origin =
      sheet.origin === 'paper' ? { how: 'paper', page: body.page } : { how: 'form' };
    return Promise.all(
      rows.map(async (row) => {
        const id = row.id ?? sheetRowId(body.id, row.index);
        const values = rowOf(register, { id, starts, said: row.values }, now);
        const submitted = await writer.submit({
          register: register.key,
          id,
          values,
          // As it was sent, since a list may by now spell a name differently.
          sent: { ...body.shared, ...body.rows[row.index]?.values },
          // Looked up each time: nobody can tell whether an earlier try was written in part.
          retry: true,
          origin,
        });
        if (submitted.outcome === 'written') {
          ownRows.remember(register.key, id, values);
          formPhotos.keep(register, values);
        }
        return { id, index: row.index, submitted };
      }),
    );
  }

  return async (sheet, claims, body) => {
    const { register, key } = sheet;
    const began = clock.now().getTime();
    const entry = await settled(() => readBody(sheet, claims, body));
    if (!entry) return { outcome: 'unavailable', retryAfterSeconds: usualWaitSeconds };
    if (!entry.ok) {
      log.info('intake.wrongSheet', { register: register.key, issues: entry.issues.length });
      return { outcome: 'wrong', issues: entry.issues };
    }
    const written = await writeRows(sheet, body, entry.rows);
    const outcome = outcomeOf(written.map(({ submitted }) => submitted));
    if (written.some(({ submitted }) => submitted.outcome === 'written')) writer.tell(register);
    log.info('intake.sheetSubmitted', {
      register: register.key,
      sheet: key,
      batch: body.id,
      rows: written.length,
      outcome: outcome.outcome,
      milliseconds: clock.now().getTime() - began,
    });
    if (outcome.outcome === 'unavailable') return outcome;
    if (outcome.outcome === 'different' || outcome.outcome === 'refused') {
      const issues = written.flatMap(({ index, submitted }) => issueOf(index, submitted));
      return { outcome: outcome.outcome, issues };
    }
    const ids = written.map(({ id }) => id);
    ownRows.rememberSheet(register.key, body.id, ids);
    const receipt = links.sign({
      kind: 'track',
      registers: [register.key],
      row: body.id,
      prefill: { sheet: key, rows: String(body.rows.length) },
    });
    return { outcome: outcome.outcome, rows: ids, receipt };
  };
}

type Outcome =
  | { readonly outcome: 'written' | 'already' | 'different' | 'refused' }
  | Extract<Submitted, { readonly outcome: 'unavailable' }>;

/** The worst that became of any row. */
function outcomeOf(submitted: readonly Submitted[]): Outcome {
  const unavailable = submitted.find((each) => each.outcome === 'unavailable');
  if (unavailable) return unavailable;
  for (const outcome of ['refused', 'different', 'written'] as const)
    if (submitted.some((each) => each.outcome === outcome)) return { outcome };
  return { outcome: 'already' };
}

function issueOf(row: number, submitted: Submitted): SheetIssue[] {
  const message: Label | undefined =
    submitted.outcome === 'different'
      ? batchWords.firstStands
      : submitted.outcome === 'refused'
        ? submitted.message
        : undefined;
  return message ? [{ row, column: '', message }] : [];
}
