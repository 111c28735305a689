import { parseArgs } from 'node:util';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { registers } from '#schema/registers/index.ts';
import { workbooks } from '#schema/workbooks.ts';
import { openSchool } from './school/open-school.ts';

const usage = `Usage: npm run audit -- (--row ID | --verify) [--state FOLDER]
  --row ID   the story of a row, from the first line that tells of it
  --verify   says of each month and workbook whether its chain holds, and where not
  Without --state the school of the environment is meant.`;

const { values } = parseArgs({
  options: {
    row: { type: 'string' },
    verify: { type: 'boolean', default: false },
    state: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || (values.row === undefined && !values.verify)) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else
  await tell().catch((failure: unknown) => {
    console.error(String(failure));
    process.exitCode = 1;
  });

async function tell(): Promise<void> {
  const { google, directory } = await openSchool(values.state);
  if (directory.auditDriveId === undefined)
    throw new Error('还没有审计，请先运行安装。There is no audit yet: run set-up.');
  const audit = createAudit({ ...google, driveId: directory.auditDriveId });
  for (const month of await audit.months())
    for (const workbook of Object.keys(workbooks)) {
      const { lines, brokenAt } = await audit.read(workbook, month);
      if (brokenAt !== undefined) process.exitCode = 1;
      if (values.verify)
        console.log(
          brokenAt === undefined
            ? `${month} ${workbook}：${lines.length} 行，完整 ${lines.length} lines, whole`
            : `${month} ${workbook}：第 ${brokenAt} 行被改动过 line ${brokenAt} was altered`,
        );
      for (const line of lines.filter(({ row }) => values.row !== undefined && row === values.row))
        console.log(said(line));
    }
}

function said({ seen, register: key, what, column, before, after, by, how }: AuditLine): string {
  const register = registers.find((candidate) => candidate.key === key);
  const title = register?.columns[column]?.title.zh ?? '整行';
  return `${seen.replace('T', ' ')} ${register?.title.zh ?? key} ${what} ${title} ${before || '（空）'} → ${after || '（空）'} ${how} ${by}`;
}
