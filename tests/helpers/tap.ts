import { commands, server, userEvent } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Only where there is no Playwright: tests/engines. */
    tapPage: () => Promise<void>;
  }
}

/** A tap as a person makes it, which browsers let sound begin on. */
export async function tap(button: HTMLElement): Promise<void> {
  if (server.provider === 'playwright') return userEvent.click(button);
  button.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh'; // wherever the tap falls
  await commands.tapPage();
  button.style.cssText = '';
}

/** What `act` answers, done in a person's tap. */
export async function inTap<T>(act: () => T): Promise<T> {
  const button = document.createElement('button');
  button.textContent = 'sound';
  document.body.append(button);
  const done = new Promise<T>((resolve) => {
    button.onclick = () => resolve(act());
  });
  await tap(button);
  button.remove();
  return done;
}
