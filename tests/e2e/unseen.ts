import { expect, type Browser } from '@playwright/test';

/** A page that Playwright has no hand in, for its own are never hidden, nor can they be frozen. */
export interface UnseenPage {
  /** Runs a function in the page, as if in a tap. */
  run<Value, Given = undefined>(work: (given: Given) => Value, given?: Given): Promise<Awaited<Value>>;
  /** Another page stands in front from now on. */
  hide(): Promise<void>;
  freeze(frozen: boolean): Promise<void>;
  /** Loads the page anew; what a test brings along may run in it, whatever its policy says. */
  reloadUnguarded(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** `first` run in the page before anything of it does. */
export async function openUnseen(
  browser: Browser,
  url: string,
  ...first: (() => void)[]
): Promise<UnseenPage> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.set(++last, resolve);
      const message = JSON.stringify({ id: last, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  await send('Page.enable');
  for (const work of first)
    await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(work)})()` });
  await send('Page.navigate', { url });
  async function run<Value, Given>(work: (given: Given) => Value, given?: Given): Promise<Awaited<Value>> {
    const expression = `(${String(work)})(${JSON.stringify(given) ?? ''})`;
    const how = { userGesture: true, awaitPromise: true, returnByValue: true };
    const { result } = await send('Runtime.evaluate', { expression, ...how });
    return result?.result?.value as Awaited<Value>;
  }
  return {
    run,
    async hide() {
      const front = await session.send('Target.createTarget', { url: 'about:blank', browserContextId });
      await session.send('Target.activateTarget', front);
      await expect.poll(() => run(() => document.visibilityState)).toBe('hidden');
    },
    async freeze(frozen) {
      await send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' });
    },
    async reloadUnguarded() {
      await send('Page.setBypassCSP', { enabled: true });
      await send('Page.reload');
    },
    async close() {
      await session.send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}
