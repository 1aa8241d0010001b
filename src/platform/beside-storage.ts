/** One text beside the database: what is left of the one may tell that the other is gone. */
export interface BesideStorage {
  read(): string | undefined;
  write(text: string): void;
}

const KEY = 'undertone-kept';

/** In the page's local storage; where that is closed or full there is simply nothing. */
export function createBesideStorage(): BesideStorage {
  return {
    read() {
      try {
        return localStorage.getItem(KEY) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(text) {
      try {
        if (text === '') localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, text);
      } catch {
        // a browser that keeps nothing has nothing to lose
      }
    },
  };
}
