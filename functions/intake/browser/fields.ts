type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The inputs of a form, or of a part of one, that a person fills, by column. */
function controls(form: HTMLElement): Control[] {
  return [...form.querySelectorAll('input, select, textarea')].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '' &&
      element.type !== 'hidden' &&
      !element.name.startsWith('_'),
  );
}

/** An input whose value counts only while it is ticked. */
function isTicked(control: Control): control is HTMLInputElement {
  return (
    control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')
  );
}

/** What stands in the fields, blank ones left out. */
export function valuesOf(form: HTMLElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const control of controls(form)) {
    const unchosen = isTicked(control) && !control.checked;
    if (!unchosen && control.value !== '') values[control.name] = control.value;
  }
  return values;
}

/** Puts values into the fields; a field without one is emptied. */
export function fill(form: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const control of controls(form)) {
    const value = values[control.name] ?? '';
    if (isTicked(control)) control.checked = control.value === value;
    else control.value = value;
  }
}

/** Columns that are required and blank. */
export function missing(form: HTMLElement): string[] {
  const values = valuesOf(form);
  const names = controls(form)
    .filter((control) => control.required && (values[control.name] ?? '').trim() === '')
    .map((control) => control.name);
  return [...new Set(names)];
}

/** The hidden id of the page's submission. */
export function idField(form: HTMLFormElement): HTMLInputElement | undefined {
  const field = form.elements.namedItem('_id');
  return field instanceof HTMLInputElement ? field : undefined;
}

/** A new version 4 UUID; `crypto.randomUUID` is missing outside HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
