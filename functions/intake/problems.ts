import { GoogleFailure } from '#platform/google/failure.ts';
import { Problem } from '#platform/problem.ts';
import { WorkbookFailure } from '#platform/workbook/port.ts';
import type { Label } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { switchedOffWords, words } from './words.ts';

/** The address names a form that is not there. */
export const unknownForm = () => problem(404, 'unknownForm', words.unknownForm);

/** A register that the school does not use now: nothing was kept, and it may be on again. */
export const switchedOff = ({ title }: Pick<Register, 'title'>) =>
  problem(404, 'switchedOff', switchedOffWords(title));

/** A problem with words of intake's own; its code is for programs. */
export function problem(
  status: number,
  code: string,
  label: Label,
  more: Pick<Problem['details'], 'issues' | 'headers'> = {},
): Problem {
  return new Problem({ status, code, label, ...more });
}

/** Google cannot be reached: the same id may be sent again after so many seconds. */
export function unavailable(retryAfterSeconds: number): Problem {
  return problem(503, 'unavailable', words.googleOut, { headers: retryAfter(retryAfterSeconds) });
}

/** Whether a failure means that the spreadsheets cannot be had now, rather than that the code is wrong. */
export function isOutOfReach(failure: unknown): failure is WorkbookFailure | GoogleFailure {
  return failure instanceof WorkbookFailure || failure instanceof GoogleFailure;
}

/** The header that says when to try again. */
export function retryAfter(seconds: number): { readonly 'Retry-After': string } {
  return { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) };
}
