import { thisDevice } from './device.ts';
import { openOffline } from './offline.ts';
import { startSheet } from './sheet-form.ts';

/** The script of sheets for many rows. */
const form = document.querySelector<HTMLFormElement>('form.sheet');
if (form) {
  startSheet(form, thisDevice);
  void openOffline();
}
