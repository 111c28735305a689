import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailMessage, SmtpMailOptions } from '#platform/mail/index.ts';

/** A certificate for 127.0.0.2 that only tests trust. */
export const certificateFile = fileURLToPath(new URL('certificate.pem', import.meta.url));
export const certificate = {
  cert: readFileSync(certificateFile),
  key: readFileSync(new URL('certificate-key.pem', import.meta.url)),
};

/** Sends a mail from a process of its own that trusts one more certificate. */
export async function sendTrusting(
  file: string,
  options: SmtpMailOptions,
  message: MailMessage,
): Promise<void> {
  const program = `
    const { createSmtpMail } = await import('#platform/mail/index.ts');
    await createSmtpMail(${JSON.stringify(options)}).send(${JSON.stringify(message)});
  `;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
  });
}

/** A real mail server in this process that keeps what it takes. */
export async function openMailbox(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const raw: Buffer[] = [];
  const recipients: string[][] = [];
  const encrypted: boolean[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, taken) {
      buffer(stream).then((message) => {
        raw.push(message);
        encrypted.push(session.secure);
        recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        taken();
      }, taken);
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, host);
  const sockets = new Set<Socket>();
  listening.on('connection', (socket: Socket) => sockets.add(socket));
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    host: `${host}:${address.port}`,
    raw,
    recipients,
    /** Whether each came over an encrypted line. */
    encrypted,
    /** The messages as a mail program reads them. */
    read: () => Promise.all(raw.map((message) => simpleParser(message))),
    /** Cuts every connection. */
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
