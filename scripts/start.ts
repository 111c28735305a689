import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { systemClock } from '#platform/clock.ts';
import { registers } from '#schema/registers/index.ts';
import { type KeptChild, keepChild } from './local/child.ts';
import { runJobs } from './local/jobs.ts';
import { type StartOptions, startOptions, startUsage } from './local/options.ts';
import { freePort, isFree } from './local/ports.ts';
import { prepareSchool } from './local/prepare-school.ts';
import { registersInUse } from './local/registers-in-use.ts';
import { openStateFolder, type StateFolder } from './local/state-folder.ts';
import { printWhatToOpen } from './local/what-to-open.ts';
import { openMailbox } from './outbox/mailbox.ts';
import { createMailboxPages } from './outbox/pages.ts';
import { serveSmtp } from './outbox/smtp.ts';

const timeZone = 'Asia/Shanghai';
const bucket = 'houqin-school';
const project = 'houqin';
const queue = `projects/${project}/locations/local/queues/check`;

const options = optionsOrExit();
if (options === 'help') console.log(startUsage);
else await start(options);

function optionsOrExit(): StartOptions | 'help' {
  try {
    return startOptions(process.argv.slice(2));
  } catch (failure) {
    console.error(
      `${failure instanceof Error ? failure.message : String(failure)}\n\n${startUsage}`,
    );
    return process.exit(2);
  }
}

async function start({ port, state, empty, demo }: StartOptions): Promise<void> {
  if (!(await isFree(port))) {
    console.error(
      `端口 ${port} 已被别的程序占用。请关掉那个程序，或换一个端口：npm start -- --port ${port + 1}\n` +
        `Port ${port} is taken by another program. Stop it, or choose another: npm start -- --port ${port + 1}`,
    );
    process.exit(1);
  }
  const folder = openStateFolder(state, { make: true });
  const secrets = folder.secrets();
  const url = `http://127.0.0.1:${port}`;
  const ports = await keptPorts(folder);
  const children: KeptChild[] = [];
  const stopEverything = async (code: number): Promise<never> => {
    await Promise.all(children.toReversed().map((child) => child.stop()));
    process.exit(code);
  };
  process.once('SIGINT', () => void stopEverything(0));
  process.once('SIGTERM', () => void stopEverything(0));

  const mailbox = openMailbox(folder.outbox);
  await serveSmtp(mailbox, ports.smtp, () => systemClock.now());
  serve({ fetch: createMailboxPages(mailbox).fetch, port: ports.mailbox, hostname: '127.0.0.1' });

  const given = process.env.GOOGLE_API_ROOT;
  const googleRoot = given ?? `http://127.0.0.1:${ports.google}`;
  const keepGoogle = (quota: 'on' | 'off'): Promise<KeptChild> =>
    keepChild({
      name: '表格服务 local Google',
      program: programPath('local-google/main.ts'),
      args: [
        '--port',
        String(ports.google),
        '--state',
        folder.googleState,
        '--on-edit',
        `${url}/check/hint`,
        '--quota',
        quota,
      ],
      environment: { HOUQIN_HOOK_SECRET: secrets.hookSecret },
      print: quietly,
      isUp: async () => (await fetch(`${googleRoot}/__counts`)).ok,
    });
  // Eighteen months are filled in without the quota; the product then runs under it.
  const unmetered = given === undefined && demo === 'full';
  if (given === undefined) children.push(await keepGoogle(unmetered ? 'off' : 'on'));
  folder.keepRunning({ url, googleRoot });

  const school = await prepareSchool({
    googleRoot,
    bucket,
    project,
    queue,
    url,
    empty,
    demo,
    unmetered,
    timeZone,
    folder,
    registers,
    print: console.log,
  });
  if (unmetered) {
    await children.pop()?.stop();
    children.push(await keepGoogle('on'));
  }
  const environment = {
    GOOGLE_API_ROOT: googleRoot,
    HOUQIN_URL: url,
    HOUQIN_BUCKET: bucket,
    HOUQIN_PROJECT: project,
    HOUQIN_QUEUE: queue,
    HOUQIN_LINK_KEYS: secrets.linkKeys,
    HOUQIN_HOOK_SECRET: secrets.hookSecret,
    HOUQIN_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    HOUQIN_MAIL_FROM: '后勤处 <houqin@example.edu.cn>',
  };
  children.push(
    await keepChild({
      name: '功能服务 functions',
      program: fileURLToPath(
        new URL('main.js', import.meta.resolve('@google-cloud/functions-framework')),
      ),
      args: [
        '--target',
        'houqin',
        '--source',
        programPath('local/all-functions.ts'),
        '--port',
        String(port),
        '--host',
        '127.0.0.1',
      ],
      environment,
      print: quietly,
      isUp: async () => (await fetch(`${url}/intake/health`)).ok,
    }),
  );
  await fetch(`${url}/check/poll`, { method: 'POST' }).catch(() => undefined);
  runJobs(url, timeZone, console.error);
  const inUse = await registersInUse(registers, {
    googleRoot,
    spreadsheets: school.spreadsheets,
  }).catch(() => registers);
  printWhatToOpen({
    url,
    googleRoot,
    mailboxUrl: `http://127.0.0.1:${ports.mailbox}`,
    secrets,
    registers: inUse,
    switchedOff: registers.length - inUse.length,
    school,
  });
  console.log('ready');
}

function programPath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Ports beside the one that was asked for: those of last time where they are still free. */
async function keptPorts(folder: StateFolder) {
  const before = folder.ports();
  const ports = {
    google: await freePort(before?.google),
    mailbox: await freePort(before?.mailbox),
    smtp: await freePort(before?.smtp),
  };
  folder.keepPorts(ports);
  return ports;
}

/** Of what a child prints, people want to see what went wrong. */
function quietly(line: string): void {
  // The on-edit script is played from the first row on, before anybody listens.
  if (line.startsWith('on-edit POST')) return;
  if (/"severity":"(?:INFO|DEFAULT)"/.test(line)) return;
  if (
    /ready/i.test(line) ||
    /^(?:Serving function|URL:|Function:|Signature type:|Google's stand-in)/.test(line)
  )
    return;
  console.error(line);
}
