/** Short messages at the foot of the page. */
export interface Notices {
  /** Says something; it goes away by itself. */
  say(text: string, kind?: 'plain' | 'wrong'): void;
}

const shownFor = { plain: 4000, wrong: 9000 };

/** Messages in `host`, which assistive technology reads out. */
export function createNotices(host: HTMLElement): Notices {
  return {
    say(text, kind = 'plain') {
      const box = document.createElement('p');
      box.className = `notice ${kind}`;
      box.textContent = text;
      host.append(box);
      setTimeout(() => box.remove(), shownFor[kind]);
      while (host.children.length > 3) host.firstElementChild?.remove();
    },
  };
}
