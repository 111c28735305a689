/** What the browser keeps, where it lets us: some in-app browsers refuse or forget. */
export function keep(storage: () => Storage, name: string, value: string): boolean {
  try {
    storage().setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

/** What was kept under a name, if it still is. */
export function kept(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

/** The names of all that is kept. */
export function keptNames(storage: () => Storage): readonly string[] {
  try {
    return Object.keys(storage());
  } catch {
    return [];
  }
}

/** Forgets what was kept under a name. */
export function forget(storage: () => Storage, name: string): void {
  try {
    storage().removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
