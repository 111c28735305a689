/**
 * What stands in the field that nobody sees, for the server to judge. It is emptied, so that a person whose browser
 * filled it in gets through by pressing once more.
 */
export function trapped(form: HTMLFormElement): { readonly website?: string } {
  const field = form.elements.namedItem('_website');
  if (!(field instanceof HTMLInputElement) || field.value === '') return {};
  const website = field.value;
  field.value = '';
  return { website };
}
