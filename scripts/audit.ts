import { createAudit } from '#platform/audit/index.ts';
import { registers } from '#schema/registers/index.ts';
import { workbooks } from '#schema/workbooks.ts';
import { argumentsOrExit } from './arguments.ts';
import { tellAudit } from './audit/tell-audit.ts';
import { openSchool } from './school/open-school.ts';

const usage = `Usage: npm run audit -- (--row ID | --month YYYY-MM | --verify) [--state FOLDER]
  --row ID         the story of a row, from the first line that tells of it
  --month YYYY-MM  all that happened in a month; may stand beside the others
  --verify         says of each month and workbook whether its chain holds, and where not
  Months that were moved into compressed files are searched too.
  Without --state the school of the environment is meant.`;

const { values } = argumentsOrExit(usage, {
  options: {
    row: { type: 'string' },
    month: { type: 'string' },
    verify: { type: 'boolean', default: false },
    state: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const { row, month, verify } = values;
const isMonth = month === undefined || /^\d{4}-\d{2}$/.test(month);
if (values.help || !isMonth || (row === undefined && month === undefined && !verify)) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else
  await tell().catch((failure: unknown) => {
    console.error(String(failure));
    process.exitCode = 1;
  });

async function tell(): Promise<void> {
  const { google, bucket, directory } = await openSchool(values.state);
  const { auditDriveId: driveId } = directory;
  if (driveId === undefined)
    throw new Error('还没有审计，请先运行安装。There is no audit yet: run set-up.');
  const audit = createAudit({ ...google, bucket, driveId });
  const answer = tellAudit(audit, Object.keys(workbooks), registers, { row, month, verify });
  for await (const { text, isBroken } of answer) {
    console.log(text);
    if (isBroken) process.exitCode = 1;
  }
}
