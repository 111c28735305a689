import type { Label } from '#schema/language.ts';
import type { SentFields } from '../submission-body.ts';
import { photoWords } from './words.ts';

/** Why a page comes back that was not taken; a file that was chosen in it does not come back with the rest. */
export function withPhotosAgain(why: Label, { files }: SentFields): Label {
  if (files.length === 0) return why;
  const { zh, en } = photoWords.chooseOnceMore;
  return { zh: `${why.zh}${zh}`, en: `${why.en} ${en}` };
}
