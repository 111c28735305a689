import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Workbooks } from '#platform/workbook/index.ts';
import { rowId } from '#schema/values.ts';
import { writtenSurely } from '../written-surely.ts';
import type { Proposal } from './propose.ts';

/** Namespace of the ids of imported rows. */
const importedRows = '5f3f0e0a-8d5c-4a53-9c53-0c8d6f0f7b11';

/**
 * Writes the rows of a proposal. Their ids follow from the file's content, sheet and row, so the same file imported
 * twice adds nothing.
 *
 * @returns how many rows are new
 */
export async function writeImport(
  workbooks: Workbooks,
  proposal: Proposal,
  file: Uint8Array,
): Promise<number> {
  const digest = createHash('sha256').update(file).digest('hex');
  const { register } = proposal.match;
  const outcomes = await Promise.all(
    proposal.rows.map(({ rowNumber, values }) =>
      writtenSurely(workbooks, {
        register: register.key,
        id: rowId.parse(
          uuidV5(`${digest}/${proposal.sheet}/${rowNumber}/${register.key}`, importedRows),
        ),
        values,
      }),
    ),
  );
  return outcomes.filter(({ outcome }) => outcome === 'written').length;
}
