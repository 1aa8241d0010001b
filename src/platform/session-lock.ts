/** One for each session that runs in a tab of this app. Where a page may keep nothing, it may not ask for locks either. */
const NAME = 'undertone-session';

/** Says to other tabs that a session runs here. */
export function holdSession(): { release(): void } {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(NAME, { mode: 'shared' }, () => held).catch(() => undefined);
  return { release: () => release() };
}

/** Whether a session runs in any tab; false where tabs cannot tell each other. Who waits for none is no session. */
export async function sessionRuns(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  return held.some(({ name, mode }) => name === NAME && mode === 'shared');
}

/** Resolves once no tab runs a session, which may be at once; at once, too, where tabs cannot tell each other. */
export async function noSessionRuns(): Promise<void> {
  await navigator.locks?.request(NAME, () => undefined).catch(() => undefined);
}
