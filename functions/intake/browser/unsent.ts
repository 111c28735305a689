import { isKiosk } from './kiosk.ts';
import { send } from './send.ts';
import type { Shelves, Unsent } from './shelf.ts';
import { uploadPhotos } from './uploads.ts';

const firstPause = 3_000;
const longestPause = 60_000;

/** Forms that were submitted without a network and set aside. */
export interface UnsentForms {
  add(entry: Unsent): Promise<void>;
}

/** The words of the list, written into the page by the server (`pages/layout.ts`). */
type UnsentWords = Readonly<
  Record<
    'title' | 'waiting' | 'retry' | 'remove' | 'surely' | 'sent' | 'receipt' | 'empty' | 'seen',
    string
  >
>;

/**
 * Lists what waits at the top of every page, and sends it as soon as that works, one after the other. Each keeps its id,
 * so that it counts once although two pages send it.
 */
export function startUnsent(shelves: Shelves, now: () => number): UnsentForms {
  const place = document.querySelector<HTMLElement>('[data-unsent]');
  const words: UnsentWords = JSON.parse(place?.dataset.unsent ?? '{}');
  const isDiscreet = isKiosk();
  const state = { isSending: false, pause: firstPause, timer: 0 };

  async function draw(): Promise<void> {
    if (!place) return;
    const all = await inOrder();
    const waiting = all.filter(({ receipt }) => receipt === undefined);
    const items = all.map((entry) =>
      entry.receipt === undefined ? waitingItem(entry) : arrivedItem(entry, entry.receipt),
    );
    place.hidden = items.length === 0;
    if (items.length === 0) return place.replaceChildren();
    const title = document.createElement('h2');
    title.textContent =
      waiting.length > 0 ? words.title.replace('{count}', String(waiting.length)) : words.empty;
    const list = document.createElement('ul');
    list.append(...items);
    place.replaceChildren(title, list);
    if (waiting.length < all.length) place.append(button(words.seen, () => void forgetSeen()));
    if (waiting.some(({ problem }) => !problem))
      place.append(button(words.retry, () => void run()));
  }

  async function forgetSeen(): Promise<void> {
    for (const { id, receipt } of await shelves.unsent.all())
      if (receipt !== undefined) await shelves.unsent.remove(id);
    await draw();
  }

  async function inOrder(): Promise<readonly Unsent[]> {
    return [...(await shelves.unsent.all())].sort((a, b) => a.at - b.at);
  }

  /** What a form is about; on a device that many share only which form it was. */
  function lineOf({ title, said }: Unsent, more: string): HTMLElement {
    const item = document.createElement('li');
    const name = document.createElement('b');
    name.textContent = title;
    item.append(name, ` ${[...(isDiscreet ? [] : [said]), more].filter(Boolean).join(' · ')} `);
    return item;
  }

  function waitingItem(entry: Unsent): HTMLElement {
    const at = new Date(entry.at).toTimeString().slice(0, 5);
    const item = lineOf(entry, `${at} · ${entry.problem?.message ?? words.waiting}`);
    const remove = button(words.remove, () => {
      if (remove.textContent !== words.surely) remove.textContent = words.surely;
      else void takeAway(entry).then(draw);
    });
    item.append(remove);
    return item;
  }

  function arrivedItem(entry: Unsent, receipt: string): HTMLElement {
    const item = lineOf(entry, words.sent);
    const link = document.createElement('a');
    link.href = receipt;
    link.textContent = words.receipt;
    if (!isDiscreet) item.append(link);
    return item;
  }

  async function takeAway({ id, photos }: Unsent): Promise<void> {
    await shelves.unsent.remove(id);
    for (const photo of photos) await shelves.photos.remove(photo);
  }

  /** Sends one; true when the next may be tried. */
  async function sendOne(entry: Unsent): Promise<boolean> {
    const { id, api, upload, body, photos } = entry;
    const shelf = shelves.photos;
    const ahead = { address: upload, entry: id, photos, shelf, now, progress: () => undefined };
    const sending = (await uploadPhotos(ahead)) ?? (await send(api, { id, retry: true, ...body }));
    if (sending.outcome === 'unclear') return false;
    if (sending.outcome === 'received') {
      const { pathname, search } = new URL(sending.receipt, window.location.href);
      await takeAway(entry);
      await shelves.unsent.put({ ...entry, body: {}, photos: [], receipt: pathname + search });
      return true;
    }
    const message =
      sending.outcome === 'different'
        ? words.sent
        : sending.outcome === 'wrong'
          ? sending.problems.map((problem) => problem.message).join('；')
          : sending.message;
    const isLink = sending.outcome === 'refused' && sending.isLink;
    await shelves.unsent.put({ ...entry, problem: { isLink, message } });
    return true;
  }

  async function run(): Promise<void> {
    if (state.isSending) return;
    state.isSending = true;
    clearTimeout(state.timer);
    for (const entry of await inOrder()) {
      if (entry.problem || entry.receipt !== undefined) continue;
      const mayGoOn = await sendOne(entry);
      await draw();
      if (!mayGoOn) {
        state.timer = window.setTimeout(run, state.pause);
        state.pause = Math.min(longestPause, state.pause * 2);
        break;
      }
      state.pause = firstPause;
    }
    state.isSending = false;
  }

  /** A form that was opened by a new link takes over what the old one was refused for. */
  async function takeOver(): Promise<void> {
    const form = document.querySelector<HTMLFormElement>('form[data-api]');
    const { api = '', upload = '' } = form?.dataset ?? {};
    if (api === '') return;
    const path = (address: string): string => new URL(address, window.location.href).pathname;
    for (const { problem, ...entry } of await shelves.unsent.all())
      if (problem?.isLink && entry.api !== api && path(entry.api) === path(api))
        await shelves.unsent.put({ ...entry, api, upload });
  }

  window.addEventListener('online', () => void run());
  void takeOver().then(draw).then(run);
  return {
    async add(entry) {
      await shelves.unsent.put(entry);
      await draw();
      state.timer = window.setTimeout(run, state.pause);
    },
  };
}

function button(text: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', pressed);
  return made;
}
