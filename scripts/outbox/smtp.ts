import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

/** Takes mail for everybody over real SMTP on this machine and puts it into the mailbox. */
export function serveSmtp(
  mailbox: Mailbox,
  port: number,
  now: () => Date,
): Promise<{ close(): void }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 30_000_000,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        mailbox.deliver(Buffer.concat(chunks), now());
        done();
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve({ close: () => server.close() }));
  });
}
