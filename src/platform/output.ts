/** By then a new list is there, or is done without: the wrong ears may be hearing it already. */
const PATIENCE_MS = 200;

/**
 * Told whenever what sounds come out of may be another thing. The browser says only that some device came or went: a
 * camera counts as little as a keyboard where the outputs are listed by name, and else each of them counts. Chrome on
 * Android tells nothing, and Safari only a page that may hear the microphone.
 */
export function followOutput(media: MediaDevices | undefined, tell: () => void): () => void {
  if (media === undefined) return () => undefined; // an address without https
  let known: string | undefined;
  const list = async (devices: MediaDevices) => (known = await outputsOf(devices));
  async function changed(devices: MediaDevices): Promise<void> {
    const was = known;
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
    const is = await Promise.race([list(devices), late]);
    if (was === undefined || is !== was) tell();
  }
  void list(media);
  const ending = new AbortController();
  media.addEventListener('devicechange', () => void changed(media), { signal: ending.signal });
  return () => ending.abort();
}

/** The outputs as one text; undefined where the browser keeps them to itself. */
async function outputsOf(media: MediaDevices): Promise<string | undefined> {
  const listed = await media.enumerateDevices().catch(() => []);
  const outputs = listed.filter(({ kind }) => kind === 'audiooutput');
  if (outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === '')) return undefined;
  return outputs
    .map(({ deviceId, groupId, label }) => JSON.stringify([deviceId, groupId, label]))
    .sort()
    .join();
}
