import type { Clock } from '#platform/clock.ts';
import {
  type Draft,
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
import { Problem } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { Term } from '#schema/calendar.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { dayOf, type LocalDate, localDate } from '#schema/values.ts';
import { draftFigures } from './draft-figures.ts';
import { aloudPaper } from './paper/aloud.ts';
import type { SourceOf } from './paper/source-of.ts';
import { termPaper } from './paper/term-paper.ts';
import { reportMail } from './report-mail.ts';
import { type TermReport, termReport } from './term-report.ts';

export interface ReportPorts {
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

/** What a run of the report did. */
export interface ReportRun {
  readonly term: string;
  readonly version: number;
  readonly shortcomings: number;
  /** Marks that wait for the director. */
  readonly marks: number;
  /** Figures that differ from the last draft. */
  readonly changed: number;
  readonly documents: readonly { readonly name: string; readonly url?: string }[];
  readonly mailedTo: readonly string[];
  /** What a person should know, in Chinese. */
  readonly problems: readonly string[];
}

/**
 * Writes the report of a term: reads the registers, draws both copies and the one to read aloud, and sends them to
 * the director alone. Leaves one row in 运行记录, also when it fails.
 *
 * @param wanted the term's name, or a day in it; the term of today or the last one when absent
 * @throws WorkbookFailure when the spreadsheets cannot be read; Problem when 校历 has no such term
 */
export async function runReport(
  ports: ReportPorts,
  wanted: string | undefined,
): Promise<ReportRun> {
  return recordedRun(ports, 'report', async (progress) => {
    const school = await readSchool({ ...ports, past: true });
    progress.read(school);
    const { world, registers } = school;
    const report = termReport(world, registers, termWanted(world, wanted));
    const draft = await drawn(ports, report, school);
    for (const problem of draft.problems) progress.problem(problem);
    const mailedTo = await sendToDirector(
      ports,
      world.settings,
      progress,
      reportMail(report, draft, progress.problems, new URL(ports.baseUrl).hostname),
    );
    return {
      term: report.days.term.name,
      version: draft.version,
      shortcomings: report.shortcomings.length,
      marks: draft.marks,
      changed: draft.changed,
      documents: draft.files.map(({ name, url }) => ({ name, ...(url ? { url } : {}) })),
      mailedTo,
      problems: progress.problems,
    };
  });
}

/** Every term on the calendar that has begun, the latest first. */
function termsBegun({ calendar, now }: World): readonly Term[] {
  const terms: Term[] = [];
  let term = calendar.termAt(dayOf(now));
  while (term !== undefined) {
    terms.push(term);
    term = calendar.termBefore(term);
  }
  return terms;
}

function termWanted(world: World, wanted: string | undefined): Term {
  const terms = termsBegun(world);
  const day = localDate.safeParse(wanted);
  const found =
    wanted === undefined
      ? terms[0]
      : day.success
        ? terms.find(({ from }) => from <= day.data)
        : terms.find(({ name }) => name.includes(wanted));
  if (found) return found;
  throw new Problem({
    status: 404,
    code: 'noTerm',
    label: {
      zh: '校历里没有这个学期，请在“校历”填学期的开始和结束日期',
      en: 'The school calendar has no such term: enter its first and last day there.',
    },
  });
}

async function drawn(ports: ReportPorts, report: TermReport, school: SchoolRead): Promise<Draft> {
  const { draftsDriveId } = await ports.directory();
  const find = sourceFinder(school.reads, report.days.now.to);
  const sourceOf: SourceOf = ({ register, now, period }) =>
    find(register.key, now.rows) ?? {
      register: register.title.zh,
      rows: now.rows.length,
      until: period.to,
    };
  return makeDraft({
    drive: ports.google.drive,
    log: ports.log,
    parent: draftsDriveId,
    path: ['期末工作总结', report.days.term.name],
    base: `${report.department}${report.days.term.name}工作总结`,
    figures: draftFigures(report),
    paper: (changed) => termPaper(report, sourceOf, changed),
    companions: [{ label: '宣读稿', copy: 'clean', paper: aloudPaper(report, sourceOf) }],
  });
}
