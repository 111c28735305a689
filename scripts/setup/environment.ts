import { z } from 'zod';
import {
  type Configuration,
  ConfigurationFailure,
  readConfiguration,
} from '#platform/configuration.ts';

/** What set-up needs to know: the environment of the functions, and a little more. */
export interface SetUpEnvironment {
  readonly configuration: Configuration;
  /** Accounts that may write what staff may not. */
  readonly editors: readonly string[];
  readonly schoolName: string;
  /** Gets the drafts of plan and report, and may open them. */
  readonly directorMail: string;
}

const ownShape = z.object({
  HOUQIN_EDITORS: z
    .string('is missing: the accounts of the functions, comma separated')
    .transform((text) => text.split(/[,，\s]+/).filter((address) => address !== ''))
    .pipe(
      z
        .array(z.email('must be e-mail addresses, comma separated'))
        .min(1, 'is missing: the accounts of the functions, comma separated'),
    ),
  HOUQIN_DIRECTOR: z
    .string("is missing: the director's address, to which drafts go")
    .trim()
    .pipe(z.email('must be one e-mail address')),
  HOUQIN_SCHOOL: z
    .string("is missing: the school's name, such as 青山中学")
    .trim()
    .min(1, "is missing: the school's name, such as 青山中学"),
});

/**
 * Reads the environment of set-up. Throws `ConfigurationFailure` with one line for each variable to mend, those of
 * the functions among them.
 */
export function readSetUpEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): SetUpEnvironment {
  const own = ownShape.safeParse(environment);
  const problems = own.success
    ? []
    : own.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  try {
    const configuration = readConfiguration(environment);
    if (own.success)
      return {
        configuration,
        editors: own.data.HOUQIN_EDITORS,
        schoolName: own.data.HOUQIN_SCHOOL,
        directorMail: own.data.HOUQIN_DIRECTOR,
      };
  } catch (failure) {
    if (!(failure instanceof ConfigurationFailure)) throw failure;
    throw new ConfigurationFailure([...failure.problems, ...problems]);
  }
  throw new ConfigurationFailure(problems);
}
