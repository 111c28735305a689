import { offerAgain } from './again.ts';
import { offerCopy } from './copy.ts';
import { thisDevice } from './device.ts';
import { startForm } from './form.ts';
import { openOffline } from './offline.ts';
import { offerPrint } from './print.ts';

/** The script of intake's pages. Every page works without it; it keeps drafts, sends again, and finds names. */
const form = document.querySelector<HTMLFormElement>('form[data-intake]');
if (form) {
  startForm(form, thisDevice);
  void openOffline();
}
offerAgain();
offerCopy();
offerPrint();
