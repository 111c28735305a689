import { cloudtasks } from 'googleapis/build/src/apis/cloudtasks/index.js';
import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { storage } from 'googleapis/build/src/apis/storage/index.js';

/** How a client reaches Google: an address, or in place of the network a function. */
export interface Way {
  readonly rootUrl: string;
  readonly fetchImplementation?: typeof fetch;
}

/** The way to a stand-in in the same process. */
export function inProcess(google: { fetch(request: Request): Promise<Response> }): Way {
  return {
    rootUrl: 'http://google.local/',
    fetchImplementation: (input, init) => google.fetch(new Request(input, init)),
  };
}

/**
 * The unmodified Google clients of one caller. A media upload must be given `way` once more as its
 * options: the client ignores the root it was made with there.
 */
export function clientsOf(token: string, way: Way) {
  const credentials = new auth.OAuth2();
  credentials.setCredentials({ access_token: token });
  const options = { auth: credentials, retry: false, ...way };
  return {
    way,
    drive: drive({ version: 'v3', ...options }),
    gmail: gmail({ version: 'v1', ...options }),
    sheets: sheets({ version: 'v4', ...options }),
    storage: storage({ version: 'v1', ...options }),
    tasks: cloudtasks({ version: 'v2', ...options }),
  };
}
