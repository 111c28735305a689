import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createGoogle, type Google } from '#platform/google/index.ts';
import { createLinks, type Links } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createRowPage } from '#platform/row-page.ts';
import { type Directory, readDirectory } from '#platform/workbook/directory.ts';
import type { RowPage } from '#platform/workbook/port.ts';
import type { Register } from '#schema/register.ts';
import { linksOf } from '../local/form-links.ts';
import { openStateFolder } from '../local/state-folder.ts';

/** The spreadsheets of a school as a person's script reaches them, with the person's own account. */
export interface ReachedSchool {
  readonly google: Google;
  readonly bucket: string;
  readonly directory: Directory;
  /** The page about a row of one of some registers, which its cell 填报方式 opens. */
  readonly rowPage: (registers: readonly Register[]) => RowPage;
}

/** A school with the keys of its links. */
export interface OpenedSchool extends ReachedSchool {
  readonly links: Links;
  /** Where people reach the functions. */
  readonly url: string;
}

const localBucket = 'houqin-school';

/**
 * Opens the school that runs on this machine from its state folder, or, with no folder given, the one of the
 * environment (`HOUQIN_BUCKET` and so on) with the default credentials.
 *
 * @throws with words for a person when there is no school
 */
export async function openSchool(state: string | undefined): Promise<OpenedSchool> {
  const where = state === undefined ? ofEnvironment() : ofFolder(state);
  const google = createGoogle({
    ...where.options,
    clock: systemClock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
  });
  const directory = await readDirectory(google, where.bucket);
  if (!directory)
    throw new Error(
      `桶 ${where.bucket} 里没有表格目录，请先安装。The bucket ${where.bucket} has no directory of spreadsheets: run set-up.`,
    );
  const { links, url } = where;
  return {
    google,
    bucket: where.bucket,
    directory,
    links,
    url,
    rowPage: (registers) => createRowPage({ links, url, registers }),
  };
}

function ofFolder(state: string) {
  const folder = openStateFolder(state, { make: false });
  const running = folder.running();
  if (!running)
    throw new Error(
      `在 ${state} 里没有找到运行中的后勤，请先运行 npm start。Nothing has been started in ${state} yet: run "npm start" first.`,
    );
  return {
    bucket: localBucket,
    links: linksOf(folder.secrets().linkKeys),
    url: running.url,
    options: { root: running.googleRoot, token: 'owner' },
  };
}

function ofEnvironment() {
  const { bucket, googleRoot, googleToken, linkKeys, url } = readConfiguration(process.env);
  return {
    bucket,
    links: createLinks({ keys: linkKeys, clock: systemClock }),
    url,
    options: {
      ...(googleRoot !== undefined && { root: googleRoot }),
      ...(googleToken !== undefined && { token: googleToken }),
    },
  };
}
