/** The only timer near the sound. It tops up what lies minutes ahead; nothing that is heard waits for it. */
self.onmessage = ({ data }: MessageEvent<number>) => {
  setInterval(() => self.postMessage(null), data);
};
