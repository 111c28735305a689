import type { SpokenWords } from './words.ts';

/** The part of the Barcode Detection API that is used here; the library for pages does not know it. */
interface Detector {
  detect(picture: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: new () => Detector;
  }
}

/**
 * Reads codes off labels into fields for codes and names, where the browser can read codes: the system's camera takes a
 * picture, so no permission is asked for.
 */
export function scanStarter(words: SpokenWords): (input: HTMLInputElement) => void {
  const { BarcodeDetector } = window;
  if (!BarcodeDetector || !('createImageBitmap' in window)) return () => undefined;
  const detector = new BarcodeDetector();
  return (input) => {
    const camera = document.createElement('input');
    camera.type = 'file';
    camera.accept = 'image/*';
    camera.setAttribute('capture', 'environment');
    camera.hidden = true;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.scan;
    button.addEventListener('click', () => camera.click());
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    camera.addEventListener('change', async () => {
      const [picture] = camera.files ?? [];
      if (!picture) return;
      const code = await codeIn(detector, picture);
      camera.value = '';
      said.textContent = code === undefined ? words.noCode : '';
      if (code === undefined) return;
      input.value = code;
      input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const row = document.createElement('div');
    row.className = 'few';
    row.append(button, said, camera);
    (input.closest('.finder') ?? input).after(row);
  };
}

async function codeIn(detector: Detector, picture: Blob): Promise<string | undefined> {
  try {
    const [found] = await detector.detect(await createImageBitmap(picture));
    return found?.rawValue.trim();
  } catch {
    return undefined;
  }
}
