import type { Locator, Page } from 'playwright-core';
import { takePhoto } from './camera.ts';

/** What a person who is not quick needs for a touch and for a letter, in seconds; a character by Pinyin is two letters. */
const perTouch = 2;
const perLetter = 1;

/** A finger on a telephone that counts what it does: touching a field before typing into it is a touch too. */
export interface Finger {
  tap(target: Locator): Promise<void>;
  /** Touches a field and types into it. */
  type(field: Locator, text: string): Promise<void>;
  /** Opens the camera from a field, presses its button, and takes what it shows. */
  photograph(place: Locator): Promise<void>;
  /** Goes on typing where the cursor stands. */
  goOn(page: Page, text: string): Promise<void>;
  /** Touches a field with a list, types a few letters and touches the name that they find. */
  find(field: Locator, letters: string, name: string): Promise<void>;
  readonly touches: number;
  readonly letters: number;
  /** What all of it takes somebody who is not quick. */
  readonly seconds: number;
}

export function createFinger(): Finger {
  const done = { touches: 0, letters: 0 };
  const lettersIn = (text: string): number =>
    [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

  async function tap(target: Locator): Promise<void> {
    done.touches += 1;
    await target.tap();
  }
  async function type(field: Locator, text: string): Promise<void> {
    await tap(field);
    done.letters += lettersIn(text);
    await field.fill(text);
  }
  return {
    tap,
    type,
    async photograph(place) {
      done.touches += 3;
      await takePhoto(place.locator('[data-photos]'));
    },
    async goOn(page, text) {
      done.letters += text.length + 1;
      await page.keyboard.press('Enter');
      await page.keyboard.type(text);
    },
    async find(field, letters, name) {
      await type(field, letters);
      await tap(field.page().getByRole('option', { name, exact: true }));
    },
    get touches() {
      return done.touches;
    },
    get letters() {
      return done.letters;
    },
    get seconds() {
      return done.touches * perTouch + done.letters * perLetter;
    },
  };
}
