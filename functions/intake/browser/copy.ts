/** Buttons that copy the text of a field; older browsers inside chat programs know only the second way. */
export function offerCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const field = document.querySelector<HTMLTextAreaElement>(`#${button.dataset.copy ?? ''}`);
    if (!field) continue;
    button.addEventListener('click', () => {
      void copied(field).then((isCopied) => {
        if (isCopied) button.textContent = button.dataset.copied ?? button.textContent;
      });
    });
    button.hidden = false;
  }
}

async function copied(field: HTMLTextAreaElement): Promise<boolean> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
