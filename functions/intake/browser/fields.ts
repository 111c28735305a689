type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The inputs of a form, or of a part of one, that a person fills, by column. */
function controls(form: HTMLElement): Control[] {
  return [...form.querySelectorAll('input, select, textarea')].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== '' &&
      element.type !== 'file' &&
      (element.type !== 'hidden' || isOfPhotos(element)) &&
      !element.name.startsWith('_'),
  );
}

/** The hidden field of photos, which a person fills by taking them. */
function isOfPhotos(control: Control): boolean {
  return control.dataset.links !== undefined;
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
    if (isOfPhotos(control)) control.dispatchEvent(new Event('change'));
  }
}

/** Columns that are required and blank. */
export function missing(form: HTMLElement): string[] {
  const values = valuesOf(form);
  const names = controls(form)
    .filter((control) => isNeeded(control) && (values[control.name] ?? '').trim() === '')
    .map((control) => control.name);
  return [...new Set(names)];
}

/** What is hidden cannot be required, so the field of photos says it in its own way. */
function isNeeded(control: Control): boolean {
  return control.required || control.dataset.required !== undefined;
}

/** The hidden id of the page's submission. */
export function idField(form: HTMLFormElement): HTMLInputElement | undefined {
  const field = form.elements.namedItem('_id');
  return field instanceof HTMLInputElement ? field : undefined;
}
