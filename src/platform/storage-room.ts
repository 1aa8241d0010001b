/** In bytes, as the browser estimates them; undefined where it tells nothing. */
export interface StorageRoom {
  readonly used: number | undefined;
  readonly left: number | undefined;
  /** The browser will not clear it by itself when the device runs full. */
  readonly promised: boolean;
}

/** How much room the browser gives here. `ask` asks it for its promise, which Firefox puts to the person. */
export async function storageRoom(ask: boolean): Promise<StorageRoom> {
  const storage = 'storage' in navigator ? navigator.storage : undefined;
  const promised = await (ask ? storage?.persist?.() : storage?.persisted?.())?.catch(() => false);
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  const left = usage === undefined || quota === undefined ? undefined : Math.max(0, quota - usage);
  return { used: usage, left, promised: promised ?? false };
}
