import { offerAgain } from './again.ts';
import { offerCopy } from './copy.ts';
import { thisDevice } from './device.ts';
import { refuseDraft } from './draft.ts';
import { offerElsewhere } from './elsewhere.ts';
import { startForm } from './form.ts';
import { startKiosk } from './kiosk.ts';
import { openOffline } from './offline.ts';
import { offerPrint } from './print.ts';
import { openShelves } from './shelf.ts';
import { startUnsent } from './unsent.ts';

/** The script of intake's pages. Every page works without it; it keeps drafts, sends again, and finds names. */
const shelves = openShelves();
const unsent = startUnsent(shelves, thisDevice.now);
const form = document.querySelector<HTMLFormElement>('form[data-intake]');
const started = form && startForm(form, { device: thisDevice, shelves, unsent });
if (form) void openOffline();
startKiosk(async () => started?.leave());
const refused = document.querySelector<HTMLElement>('[data-refused]');
if (refused) refused.hidden = !refuseDraft(refused.dataset.refused ?? '');
offerElsewhere();
offerAgain();
offerCopy();
offerPrint();
