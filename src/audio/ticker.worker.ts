/** The only timer near the sound. It tops up what lies minutes ahead; nothing that is heard waits for it. */
setInterval(() => self.postMessage(null), 1000);
