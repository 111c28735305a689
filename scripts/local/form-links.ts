import { systemClock } from '#platform/clock.ts';
import { readConfiguration } from '#platform/configuration.ts';
import { createLinks, type Links } from '#platform/links/index.ts';
import type { Register } from '#schema/register.ts';
import { formCode, staffCode } from '../seed-links.ts';

/** The addresses of a register's form. */
export interface FormLink {
  readonly register: string;
  readonly page: string;
  readonly api: string;
}

/** Links signed with keys as they stand in the environment (`id:secret`, comma separated). */
export function linksOf(keys: string): Links {
  const { linkKeys } = readConfiguration({
    HOUQIN_URL: 'http://127.0.0.1',
    HOUQIN_BUCKET: 'none',
    HOUQIN_PROJECT: 'none',
    HOUQIN_LINK_KEYS: keys,
  });
  return createLinks({ keys: linkKeys, clock: systemClock });
}

/** The list of all that staff may open: forms, sheets for many rows, copying in from paper, printing. */
export function staffPage(links: Links, url: string): string {
  return `${url}/intake/?t=${encodeURIComponent(links.sign({ kind: 'post', listed: staffCode() }))}`;
}

/** The form of a register behind a link: public where anyone may fill it, else that of a post. */
export function formLink(links: Links, url: string, register: Register): FormLink | undefined {
  if (!register.form) return undefined;
  const kind = register.form.audience === 'anyone' ? 'public' : 'post';
  const token = encodeURIComponent(
    links.sign({ kind, registers: [register.key], listed: formCode(register.key) }),
  );
  return {
    register: register.key,
    page: `${url}/intake/form/${register.key}?t=${token}`,
    api: `${url}/intake/api/${register.key}?t=${token}`,
  };
}
