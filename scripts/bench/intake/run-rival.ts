import { measureRival, rivals } from './rivals.ts';

// Runs in a process of its own: `run-rival.ts KEY GOOGLE_ROOT SPREADSHEET CONNECTIONS`.
const [key, googleRoot = '', spreadsheetId = '', connections] = process.argv.slice(2);
const rival = rivals.find((candidate) => candidate.key === key);
if (!rival) throw new Error(`intake: no rival ${key}`);
const rate = await measureRival(rival, googleRoot, spreadsheetId, Number(connections));
console.log(JSON.stringify(rate));
process.exit(0);
