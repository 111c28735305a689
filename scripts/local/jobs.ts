import { Cron } from 'croner';

/** A thing that happens by the clock: Cloud Scheduler does it in the cloud, this does it here. */
export interface Job {
  readonly name: string;
  /** Cron pattern in the school's time zone; six fields begin with seconds. */
  readonly when: string;
  readonly path: string;
}

/** What runs by the clock. Reminders know days off by themselves: some Saturdays are workdays; they run twice, so that the second tells whom a first one that died left out. The plan is sent by the 25th (papers.md), the report is started by hand or at term end. */
export const jobs: readonly Job[] = [
  // Between the minutes the check looks by tasks of its own.
  { name: 'check', when: '* * * * *', path: '/check/poll' },
  { name: 'sweep', when: '30 2 * * *', path: '/check/sweep' },
  { name: 'closing', when: '0 30 3 * * *', path: '/check/close' },
  { name: 'archive', when: '0 45 3 * * *', path: '/check/archive' },
  { name: 'erase', when: '0 0 3 * * *', path: '/check/erase' },
  { name: 'reminders', when: '0 0,20 7 * * *', path: '/report/remind' },
  { name: 'requests', when: '30 */2 * * * *', path: '/report/requests' },
  { name: 'plan', when: '0 0 8 24 * *', path: '/plan/run' },
];

/** Runs the jobs against the functions until stopped; a job that still runs is not started twice. */
export function runJobs(
  url: string,
  timeZone: string,
  report: (line: string) => void,
): { stop(): void } {
  const running = jobs.map(
    ({ name, when, path }) =>
      new Cron(when, { timezone: timeZone, protect: true }, async () => {
        try {
          const answer = await fetch(`${url}${path}`, {
            method: 'POST',
            signal: AbortSignal.timeout(600_000),
          });
          if (!answer.ok)
            report(`job ${name}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
        } catch (failure) {
          report(`job ${name}: ${failure instanceof Error ? failure.message : String(failure)}`);
        }
      }),
  );
  return {
    stop: () => {
      for (const job of running) job.stop();
    },
  };
}
