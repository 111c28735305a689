import { offerCopy } from './copy.ts';
import { thisDevice } from './device.ts';
import { offerElsewhere } from './elsewhere.ts';
import { openOffline } from './offline.ts';
import { startSheet } from './sheet-form.ts';
import { openShelves } from './shelf.ts';

/** The script of sheets for many rows. */
const form = document.querySelector<HTMLFormElement>('form.sheet');
if (form) {
  startSheet(form, thisDevice, openShelves());
  void openOffline();
}
offerElsewhere();
offerCopy();
