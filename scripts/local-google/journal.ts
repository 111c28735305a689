import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Entry } from './entry.ts';
import { applyEntry, entryToLine, lineToEntry } from './entry.ts';
import type { Handlers } from './service.ts';
import type { GoogleState } from './state.ts';
import { emptyState } from './state.ts';

/** The state in a file, kept up to date entry by entry. */
export interface StateFile {
  readonly state: GoogleState;
  /** Writes an entry down; it outlives the process from then on. Throws if it cannot. */
  append(entry: Entry): void;
  /** Writes the whole state and begins a new journal. */
  snapshot(): void;
  close(): void;
}

const format = 1;

/** The journal is folded into a snapshot when it is longer than this and than the last snapshot. */
const journalLimit = 16 * 1024 * 1024;

const header = z.strictObject({ after: z.number() });

/**
 * Opens or makes a state file. Beside it lies its journal, `FILE.journal`: what was done since the
 * snapshot in FILE. After a crash the journal is replayed; a last line that was only half written
 * belongs to a request nobody was answered, and is dropped.
 *
 * Throws if the file is not one of these, or if replaying gives another result than it did.
 */
export function openStateFile(file: string, handlers: Handlers): StateFile {
  const journalFile = `${file}.journal`;
  const stored = readSnapshot(file);
  const { state } = stored;
  let { generation } = stored;
  let journal = -1;
  let journalInode = 0;
  let journalLength = 0;
  let snapshotLength = 0;

  const begin = () => {
    const head = `${JSON.stringify({ after: generation })}\n`;
    writeFileSync(`${journalFile}.new`, head, { flush: true });
    if (journal >= 0) closeSync(journal);
    renameSync(`${journalFile}.new`, journalFile);
    journal = openSync(journalFile, 'a');
    journalInode = fstatSync(journal).ino;
    journalLength = head.length;
  };
  const snapshot = () => {
    generation += 1;
    snapshotLength = writeSnapshot(file, generation, state);
    begin();
  };

  const entries = readJournal(journalFile, generation);
  entries.forEach((entry, at) => {
    try {
      applyEntry(handlers, state, entry);
    } catch (error) {
      throw new Error(
        `${journalFile}, line ${at + 2}: ${entry.call.method} cannot be done again. Move ${file} and its journal away to start empty.`,
        { cause: error },
      );
    }
  });
  if (entries.length > 0) snapshot();
  else begin();

  return {
    state,
    append(entry) {
      if (statSync(journalFile).ino !== journalInode) {
        throw new Error(`another stand-in that was started later has taken over ${file}.`);
      }
      const line = Buffer.from(`${entryToLine(entry)}\n`);
      for (let written = 0; written < line.length; ) {
        written += writeSync(journal, line, written);
      }
      journalLength += line.length;
      if (journalLength > Math.max(journalLimit, snapshotLength)) snapshot();
    },
    snapshot,
    close: () => closeSync(journal),
  };
}

function readSnapshot(file: string): { generation: number; state: GoogleState } {
  if (!existsSync(file)) return { generation: 0, state: emptyState() };
  const stored: unknown = readSerialized(file);
  if (!isSnapshot(stored)) {
    throw new Error(`${file} is not a state file of this version. Move it away to start empty.`);
  }
  return stored;
}

function readSerialized(file: string): unknown {
  try {
    return deserialize(readFileSync(file));
  } catch (error) {
    throw new Error(`${file} cannot be read as a state file. Move it away to start empty.`, {
      cause: error,
    });
  }
}

interface Snapshot {
  readonly format: number;
  readonly generation: number;
  readonly state: GoogleState;
}

/** Written by `writeSnapshot` of the same format, the rest of the shape is known. */
function isSnapshot(stored: unknown): stored is Snapshot {
  return (
    typeof stored === 'object' && stored !== null && 'format' in stored && stored.format === format
  );
}

function writeSnapshot(file: string, generation: number, state: GoogleState): number {
  const snapshot: Snapshot = { format, generation, state };
  const bytes = serialize(snapshot);
  const descriptor = openSync(`${file}.new`, 'w');
  writeFileSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(`${file}.new`, file);
  return bytes.length;
}

/** The entries since the snapshot; those of an older snapshot are in this one already. */
function readJournal(journalFile: string, generation: number): Entry[] {
  if (!existsSync(journalFile)) return [];
  // What stands behind the last line break was not finished.
  const [first, ...lines] = readFileSync(journalFile, 'utf8').split('\n').slice(0, -1);
  if (first === undefined || header.parse(JSON.parse(first)).after !== generation) return [];
  return lines.map((line, at) => {
    try {
      return lineToEntry(line);
    } catch (error) {
      throw new Error(`${journalFile}, line ${at + 2} is damaged.`, { cause: error });
    }
  });
}
