/** As much of WebDriver as these tests need, spoken to a driver on this machine. https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  go(address: string): Promise<void>;
  /** What a function body returns in the page. */
  run(body: string): Promise<unknown>;
  /** A tap of a person on what `xpath` finds. */
  tap(xpath: string): Promise<void>;
  /** A tap of a person into the page, in CSS pixels from its corner. */
  tapAt(x: number, y: number): Promise<void>;
  close(): Promise<void>;
}

/** The name under which WebDriver hands elements over. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

async function ask(
  address: string,
  body?: object,
  method = body === undefined ? 'GET' : 'POST',
): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}

/** `driver`: where it listens; `capabilities`: the browser it is to open. */
export async function openSession(driver: string, capabilities: object): Promise<WebDriver> {
  const { sessionId } = (await ask(`${driver}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const session = `${driver}/session/${sessionId}`;
  return {
    go: async (url) => void (await ask(`${session}/url`, { url })),
    run: (script) => ask(`${session}/execute/sync`, { script, args: [] }),
    async tap(xpath) {
      const found = (await ask(`${session}/element`, { using: 'xpath', value: xpath })) as Record<
        string,
        string
      >;
      await ask(`${session}/element/${found[ELEMENT]}/click`, {});
    },
    async tapAt(x, y) {
      const actions = [
        { type: 'pointerMove', duration: 0, x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask(`${session}/actions`, { actions: [{ type: 'pointer', id: 'hand', actions }] });
    },
    close: async () => void (await ask(session, undefined, 'DELETE')),
  };
}
