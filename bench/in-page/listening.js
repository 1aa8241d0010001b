// Runs in a page before its own scripts, app and floor alike: notes the last click and the first sound after it.
// An analyser beside the destination keeps the last 0.7 s; the first sample found there that is not nothing has its
// place on the audio clock, which `getOutputTimestamp` ties to the page's.

let clicked = 0;
addEventListener('click', (event) => (clicked = event.timeStamp), { capture: true });

const connect = /** @type {(this: AudioNode, ...to: unknown[]) => AudioNode} */ (AudioNode.prototype.connect);

/** @type {(this: AudioNode, ...to: unknown[]) => AudioNode} */
function connectAndWatch(...to) {
  // The app never sends nothing at all (src/audio/context.ts): what is not to be heard comes through a gain of its own.
  const heard = to[0] instanceof AudioDestinationNode && !(this instanceof GainNode);
  if (heard && this.context instanceof AudioContext) watch(this, this.context);
  return connect.apply(this, to);
}
AudioNode.prototype.connect = /** @type {typeof AudioNode.prototype.connect} */ (connectAndWatch);

/** @param {AudioNode} node @param {AudioContext} context */
function watch(node, context) {
  const analyser = new AnalyserNode(context, { fftSize: 32_768 });
  connect.call(node, analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const place = samples.findIndex((sample) => sample !== 0);
    if (place < 0) return;
    clearInterval(timer);
    const at = context.currentTime - (samples.length - place) / context.sampleRate;
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    Object.assign(window, { tapToSound: performanceTime + (at - contextTime) * 1000 - clicked });
  }, 10);
}
