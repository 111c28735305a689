import type { MailboxAddress } from 'nodemailer/lib/addressparser';
import * as z from 'zod';
import { MailFailure } from './port.ts';

type ParseAddresses = (text: string) => readonly { name: string; address?: string | undefined }[];

/** As browsers check an address: a host of one word, such as that of an intranet, is good. */
const address = z.email({ pattern: z.regexes.html5Email }).max(254);

/**
 * One address with or without a name, `name@school.cn` or `后勤处 <name@school.cn>`.
 * Throws an `invalid` failure that names what is wrong.
 */
export function mailboxOf(text: string, parse: ParseAddresses): MailboxAddress {
  const [only, ...more] = hasControlCharacter(text) ? [] : parse(text);
  if (!only || more.length > 0 || !address.safeParse(only.address).success) {
    const shown = JSON.stringify(text.slice(0, 80));
    throw new MailFailure('invalid', {
      zh: `邮箱地址不正确：${shown}`,
      en: `Not one mail address: ${shown}. Write name@school.cn or 后勤处 <name@school.cn>.`,
    });
  }
  return { name: only.name, address: only.address ?? '' };
}

/** Whether a text could break out of a header line. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}|[\u2028\u2029]/u.test(text);
}
