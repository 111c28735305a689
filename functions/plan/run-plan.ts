import type { Clock } from '#platform/clock.ts';
import {
  type Draft,
  fullMonth,
  makeDraft,
  readSchool,
  recordedRun,
  type SchoolRead,
  sendToDirector,
  sourceFinder,
} from '#platform/documents/index.ts';
import type { Drive } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Mail } from '#platform/mail/index.ts';
import type { Random } from '#platform/random.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import type { LocalDate } from '#schema/values.ts';
import { calendarFile } from './calendar-file.ts';
import { draftFigures } from './draft-figures.ts';
import { missedRun } from './missed-run.ts';
import { type MonthPlan, nextMonth, planMonth } from './month-plan.ts';
import { planPaper } from './paper/plan-paper.ts';
import { planMail } from './plan-mail.ts';
import { rowsToWrite } from './plan-rows.ts';
import { writeRows } from './write-rows.ts';

export interface PlanPorts {
  readonly workbooks: Workbooks;
  readonly directory: () => Promise<Directory>;
  readonly google: { readonly drive: Drive };
  readonly mail: Mail;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The public holiday or make-up workday of a day, if it is one. */
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  /** The public address of the functions: its host names our mails. */
  readonly baseUrl: string;
}

/** What a run of the plan did. */
export interface PlanRun {
  readonly month: string;
  readonly version: number;
  readonly rowsWritten: number;
  readonly documents: readonly { readonly name: string; readonly url?: string }[];
  readonly mailedTo: readonly string[];
  /** What a person should know, in Chinese. */
  readonly problems: readonly string[];
}

/**
 * Plans a month: reads the registers, writes what is new into 月计划 and 值班表, draws both copies, and sends them
 * to the director alone. Leaves one row in 运行记录, also when it fails.
 *
 * @param wanted the month as `YYYY-MM`; the next when absent
 * @throws WorkbookFailure when the spreadsheets cannot be read
 */
export async function runPlan(ports: PlanPorts, wanted: string | undefined): Promise<PlanRun> {
  const { workbooks, clock, baseUrl } = ports;
  return recordedRun(ports, 'plan', async (progress) => {
    const school = await readSchool({ ...ports, past: true });
    progress.read(school);
    const { world, registers, reads } = school;
    const missed = missedRun(world);
    if (missed !== undefined) progress.problem(missed);
    const plan = planMonth(world, registers, wanted ?? nextMonth(world));
    const written = await writeRows(workbooks, clock, rowsToWrite(plan, world));
    progress.wrote(written.rows);
    // Read again, so that the links of the papers lead to the rows just written.
    const draft = await drawn(
      ports,
      plan,
      written.rows > 0 ? await readSchool({ ...ports, past: true }) : school,
    );
    for (const problem of [...written.problems, ...draft.problems]) progress.problem(problem);
    const mailedTo = await sendToDirector(
      ports,
      world.settings,
      progress,
      planMail({
        plan,
        version: draft.version,
        marks: draft.marks,
        papers: draft.files,
        calendar: await calendarFile(plan, clock.now(), world.settings.text('timeZone')),
        problems: progress.problems,
        sheetUrl: reads.get('planTasks')?.address.url,
        host: new URL(baseUrl).hostname,
      }),
    );
    return {
      month: plan.facts.month,
      version: draft.version,
      rowsWritten: written.rows,
      documents: draft.files.map(({ name, url }) => ({ name, ...(url ? { url } : {}) })),
      mailedTo,
      problems: progress.problems,
    };
  });
}

async function drawn(ports: PlanPorts, plan: MonthPlan, school: SchoolRead): Promise<Draft> {
  const { draftsDriveId } = await ports.directory();
  const sourceOf = sourceFinder(school.reads, plan.today);
  const month = fullMonth(plan.facts.month);
  return makeDraft({
    drive: ports.google.drive,
    log: ports.log,
    parent: draftsDriveId,
    path: ['月工作计划', month],
    base: `${plan.department}${month}工作计划`,
    figures: draftFigures(plan),
    paper: (changed) => planPaper(plan, sourceOf, changed),
  });
}
