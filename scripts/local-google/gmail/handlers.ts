import { z } from 'zod';
import { numberParam, readBody, requiredText, textParam } from '../arguments.ts';
import { GoogleError, invalidArgument, notFound, permissionDenied } from '../errors.ts';
import { headerOf, readPart } from '../mime.ts';
import { pageOf } from '../paging.ts';
import type { Answer, Call, Context, Handlers } from '../service.ts';
import { messageJson } from './message-json.ts';

/** What is served of Gmail v1: mail is kept in the sender's mailbox and goes nowhere. */
export const gmailHandlers: Handlers = {
  'gmail.users.messages.get': getMessage,
  'gmail.users.messages.list': listMessages,
  'gmail.users.messages.send': sendMessage,
};

function sendMessage(call: Call, { state, clock, random }: Context): Answer {
  const mailbox = mailboxOf(call);
  const body = readBody(call, { raw: z.string().optional(), threadId: z.string().optional() });
  const raw = call.media?.bytes ?? new Uint8Array(Buffer.from(body.raw ?? '', 'base64url'));
  if (raw.length === 0) {
    throw invalidArgument(
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
      'invalidArgument',
    );
  }
  const head = readPart(raw);
  if (!['To', 'Cc', 'Bcc'].some((name) => headerOf(head, name)?.includes('@'))) {
    throw invalidArgument('Recipient address required', 'invalidArgument');
  }
  const id = Buffer.from(random.bytes(8)).toString('hex');
  const message = {
    id,
    threadId: body.threadId ?? id,
    mailbox,
    labelIds: ['SENT'],
    receivedAt: clock.now().getTime(),
    raw,
  };
  state.messages.push(message);
  const { threadId, labelIds } = message;
  return { json: { id, threadId, labelIds } };
}

function listMessages(call: Call, { state }: Context): Answer {
  const mailbox = mailboxOf(call);
  if (textParam(call, 'q') !== undefined) {
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      'The embedded stand-in for Google does not search mail.',
    );
  }
  const { labelIds } = call.params;
  const labels = Array.isArray(labelIds) ? labelIds : [];
  const found = state.messages
    .filter((message) => message.mailbox === mailbox)
    .filter((message) => labels.every((label) => message.labelIds.includes(label)))
    .toReversed();
  const page = pageOf(found, textParam(call, 'pageToken'), numberParam(call, 'maxResults') ?? 100);
  return {
    json: {
      ...(found.length > 0 && {
        messages: page.items.map(({ id, threadId }) => ({ id, threadId })),
      }),
      ...(page.next !== undefined && { nextPageToken: page.next }),
      resultSizeEstimate: found.length,
    },
  };
}

function getMessage(call: Call, { state }: Context): Answer {
  const mailbox = mailboxOf(call);
  const id = requiredText(call, 'id');
  const message = state.messages.find((known) => known.id === id && known.mailbox === mailbox);
  if (message === undefined) throw notFound();
  const { metadataHeaders } = call.params;
  const headers = Array.isArray(metadataHeaders) ? metadataHeaders : [];
  return { json: messageJson(message, textParam(call, 'format') ?? 'full', headers) };
}

/** A service account may act for anybody (domain-wide delegation), a person for themselves. */
function mailboxOf(call: Call): string {
  const { kind, email } = call.principal;
  const user = requiredText(call, 'userId');
  if (user === 'me' || user.toLowerCase() === email.toLowerCase()) return email;
  if (kind === 'service') return user;
  throw permissionDenied(`Delegation denied for ${email}`, 'forbidden');
}
