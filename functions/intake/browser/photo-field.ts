import type { Device } from './device.ts';
import type { Shelves } from './shelf.ts';
import { shrink, thumbnail } from './shrink.ts';
import type { SpokenWords } from './words.ts';

const mostPhotos = 9;
const thumbnailSide = 144;
const mark = 'photo:';

/** The photo fields of a form. */
export interface PhotoFields {
  /** Takes over the fields in a part of the form. */
  start(part: HTMLElement): void;
  /** Resolves once every photo that was chosen is ready to be sent. */
  ready(): Promise<void>;
}

/**
 * Lets photos be taken or chosen, makes them small, shows them, and keeps them on this device until their form is sent.
 * A field's value names them, one a line, so a draft holds them as it holds words.
 */
export function createPhotoFields(
  { photos }: Shelves,
  words: SpokenWords,
  device: Device,
): PhotoFields {
  const preparing = new Set<Promise<void>>();

  function startField(field: HTMLElement): void {
    const links = field.querySelector<HTMLInputElement>('input[data-links]');
    const chooser = field.querySelector<HTMLInputElement>('input[type=file]');
    if (links && chooser) takeOver(field, links, chooser);
  }

  function takeOver(field: HTMLElement, links: HTMLInputElement, chooser: HTMLInputElement): void {
    const shown = document.createElement('ul');
    shown.className = 'shots';
    const said = document.createElement('p');
    said.className = 'said';
    said.setAttribute('role', 'status');
    const camera = cameraOf(chooser);
    const buttons = document.createElement('div');
    buttons.className = 'few';
    buttons.append(opener(words.take, camera), opener(words.pick, chooser));
    field.querySelector('.photos-kept')?.remove();
    field.append(shown, buttons, said, camera);
    labelled(field, chooser, buttons);
    // Chosen files are kept and sent by themselves, not with the form.
    chooser.hidden = true;
    chooser.removeAttribute('name');

    const lines = (): string[] => links.value.split('\n').filter((line) => line !== '');

    function change(changed: readonly string[]): void {
      links.value = changed.join('\n');
      links.dispatchEvent(new Event('input', { bubbles: true }));
      void draw();
    }

    async function draw(): Promise<void> {
      const items = await Promise.all(lines().map(itemOf));
      shown.replaceChildren(...items);
      buttons.hidden = lines().length >= mostPhotos;
    }

    async function itemOf(line: string, index: number): Promise<HTMLElement> {
      const item = document.createElement('li');
      const photo = line.startsWith(mark) ? await photos.get(line.slice(mark.length)) : undefined;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = '×';
      remove.setAttribute('aria-label', `${words.remove} ${index + 1}`);
      remove.addEventListener('click', () => {
        void photos.remove(line.slice(mark.length));
        change(lines().filter((other) => other !== line));
      });
      const picture = photo ? await thumbnail(photo, thumbnailSide) : document.createElement('b');
      if (!photo) picture.textContent = String(index + 1);
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', `${words.photo} ${index + 1}`);
      item.append(picture, remove);
      return item;
    }

    async function take(files: readonly File[]): Promise<void> {
      const taken: string[] = [];
      said.textContent = words.preparing;
      const problems = new Set<string>();
      for (const file of files) {
        const picture = await shrink(file);
        if (!picture) {
          problems.add(words.unreadable);
          continue;
        }
        const id = device.newId();
        const isKept = await photos.put({ id, ...picture, at: device.now() });
        if (!isKept) problems.add(words.notKept);
        taken.push(mark + id);
      }
      const all = [...lines(), ...taken];
      if (all.length > mostPhotos) problems.add(words.tooMany);
      said.textContent = [...problems].join(' ');
      change(all.slice(0, mostPhotos));
    }

    for (const input of [chooser, camera])
      input.addEventListener('change', () => {
        const taking = take([...(input.files ?? [])]);
        input.value = '';
        preparing.add(taking);
        void taking.then(() => preparing.delete(taking));
      });
    links.addEventListener('change', () => void draw());
    void draw();
  }

  return {
    start(part) {
      for (const field of part.querySelectorAll<HTMLElement>('[data-photos]')) startField(field);
    },
    async ready() {
      while (preparing.size > 0) await Promise.all(preparing);
    },
  };
}

/** A second way that opens the camera at once. */
function cameraOf(chooser: HTMLInputElement): HTMLInputElement {
  const camera = document.createElement('input');
  camera.type = 'file';
  camera.accept = chooser.accept;
  camera.setAttribute('capture', 'environment');
  camera.hidden = true;
  return camera;
}

function opener(text: string, input: HTMLInputElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => input.click());
  return button;
}

/** The field's label, help and problem belong to the button that is seen. */
function labelled(field: HTMLElement, chooser: HTMLInputElement, buttons: HTMLElement): void {
  const first = buttons.querySelector('button');
  if (!first) return;
  const label = field.parentElement?.querySelector<HTMLElement>('.label');
  const described = chooser.getAttribute('aria-describedby');
  first.id = chooser.id;
  chooser.removeAttribute('id');
  buttons.setAttribute('role', 'group');
  if (label) {
    label.id ||= `${first.id}-label`;
    label.removeAttribute('for');
    buttons.setAttribute('aria-labelledby', label.id);
  }
  if (described) first.setAttribute('aria-describedby', described);
}
