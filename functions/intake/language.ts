import type { Language } from '#schema/language.ts';

/** `zh` or `en` from a language tag such as `zh-CN`; `undefined` for any other. */
export function languageFrom(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return primary === 'zh' || primary === 'en' ? primary : undefined;
}
