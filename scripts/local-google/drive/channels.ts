import { z } from 'zod';
import { readBody, requiredText, textParam } from '../arguments.ts';
import { GoogleError, invalidArgument } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import type { ChannelRecord } from '../state.ts';
import { roleInDrive } from './access.ts';
import { readPageToken } from './change-list.ts';
import { fileNotFound } from './find.ts';

const hour = 3_600_000;
const longest = 7 * 24 * hour;

/** `changes.watch`: a channel that says when something changed; an hour long, a week at most. */
export function watchChanges(call: Call, context: Context): Answer {
  const { state, clock, random } = context;
  const pageToken = requiredText(call, 'pageToken');
  readPageToken(pageToken);
  const body = readBody(
    call,
    {
      id: z.string().min(1).max(64),
      type: z.enum(['web_hook', 'webhook']),
      address: z.string(),
      token: z.string().max(256).optional(),
      expiration: z.string().optional(),
    },
    ['payload', 'params'],
  );
  requireAddress(body.address);
  const driveId = textParam(call, 'driveId');
  const drive = state.drives.get(driveId ?? '');
  if (driveId !== undefined && (!drive || roleInDrive(call.principal, drive) === undefined)) {
    throw fileNotFound(driveId);
  }
  const now = clock.now().getTime();
  for (const old of state.channels.values()) {
    if (old.expiration <= now) state.channels.delete(old.id);
  }
  if (state.channels.has(body.id)) {
    throw invalidArgument(`Channel id ${body.id} not unique`, 'channelIdNotUnique');
  }
  const asked = body.expiration === undefined ? now + hour : Number(body.expiration);
  if (asked <= now) throw invalidArgument('Invalid Value: expiration', 'invalid');
  const channel: ChannelRecord = {
    id: body.id,
    resourceId: Buffer.from(random.bytes(20)).toString('base64url'),
    resourceUri: `https://www.googleapis.com/drive/v3/changes?alt=json&pageToken=${pageToken}`,
    address: body.address,
    ...(body.token !== undefined && { token: body.token }),
    expiration: Math.min(asked, now + longest),
    ...(driveId !== undefined && { driveId }),
    owner: call.principal,
  };
  state.channels.set(channel.id, channel);
  return {
    json: {
      kind: 'api#channel',
      id: channel.id,
      resourceId: channel.resourceId,
      resourceUri: channel.resourceUri,
      ...(body.token !== undefined && { token: body.token }),
      expiration: String(channel.expiration),
    },
  };
}

/** `channels.stop`. */
export function stopChannel(call: Call, { state }: Context): Answer {
  const { id, resourceId } = readBody(call, { id: z.string(), resourceId: z.string() }, [
    'resourceUri',
    'token',
    'expiration',
    'type',
    'address',
    'payload',
    'params',
  ]);
  if (state.channels.get(id)?.resourceId !== resourceId) {
    throw new GoogleError(404, 'NOT_FOUND', `Channel '${id}' not found for project`);
  }
  state.channels.delete(id);
  return { empty: true };
}

/** Google posts to HTTPS only; the stand-in also within this machine. */
function requireAddress(address: string): void {
  const url = URL.parse(address);
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? '');
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return;
  throw invalidArgument(`WebHook callback must be HTTPS: ${address}`, 'push.webhookUrlNotHttps');
}
