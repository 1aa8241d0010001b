// What the app's own worker does, in a thread of Node's: some harmed files are read for ever.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { measureFile } = await import('../../src/audio/own/reading.ts');
parentPort?.on('message', (/** @type {Uint8Array<ArrayBuffer>} */ bytes) => {
  void measureFile(new Blob([bytes]), () => undefined).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
