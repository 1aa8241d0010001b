// Runs in the app before its own scripts: lets a session go by much faster than the clock, with everything else real.
// The audio context is an offline one that is suspended after every second of sound; wall clock and ticker follow it.

const LONGEST_SECONDS = 36 * 60;
/** As few samples as can be, for they go nowhere: every filter of the app still lies below half of it. */
const SAMPLE_RATE = 20_000;
const wallMs = Date.now();
let second = 0;
Date.now = () => wallMs + second * 1000;

/** @type {FastContext[]} */
const contexts = [];

class FastContext extends OfflineAudioContext {
  baseLatency = 0;
  outputLatency = 0;
  constructor() {
    super({ numberOfChannels: 1, sampleRate: SAMPLE_RATE, length: LONGEST_SECONDS * SAMPLE_RATE });
    contexts.push(this);
  }
  /** @override @returns {AudioContextState} */
  get state() {
    return 'running';
  }
  /** @override */
  async resume() {}
  async close() {}
  goOn() {
    return super.resume();
  }
}
Object.assign(window, { AudioContext: FastContext });

/** @type {Set<{ onmessage: (() => void) | null }>} */
const tickers = new Set();
const RealWorker = Worker;

/** The engine's ticker ticks once for each second of sound; every other worker is what it is. */
class TickerOrWorker {
  onmessage = null;
  /** @param {string | URL} url @param {WorkerOptions} options */
  constructor(url, options) {
    if (!String(url).includes('ticker')) return /** @type {any} */ (new RealWorker(url, options));
    tickers.add(this);
  }
  /** How often it is to tick; here that follows the sound. */
  postMessage() {}
  terminate() {
    tickers.delete(this);
  }
}
Object.assign(window, { Worker: TickerOrWorker });

/** @param {Element | Document} within @param {RegExp} name */
function button(within, name) {
  const all = [...within.querySelectorAll('button')];
  return all.find((each) => !each.disabled && name.test(each.ariaLabel ?? each.textContent ?? ''));
}

const NAMES = [/\+ 5 min/, /− 5 min/, /^Hold here/, /^Release/, /^tearful/i, /slider/, /^Say a line/];

/** What a hand does, in turns; says whether there was something to do it with. @param {number} nth */
function act(nth) {
  const name = NAMES[nth % NAMES.length] ?? /never/;
  if (name.source === 'slider') return moveSlider(nth);
  const found = button(document, name);
  found?.click();
  if (name.test('Say a line')) requestAnimationFrame(() => chooseLine(nth));
  return found !== undefined;
}

/** @param {number} nth */
function chooseLine(nth) {
  const lines = [...document.querySelectorAll('dialog[open] ul button')];
  const line = lines[nth % lines.length];
  if (line instanceof HTMLElement) line.click();
}

/** @param {number} nth */
function moveSlider(nth) {
  const sliders = document.querySelectorAll('input[type=range]');
  const slider = sliders[nth % sliders.length];
  if (!(slider instanceof HTMLInputElement)) return false;
  slider.value = String(40 + (nth % 30));
  slider.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** @type {Promise<void> | undefined} */
let stands;
let acts = 0;

/** Lets so many seconds go by, with an act every third of them. Resolves with the number of acts so far. */
async function goBy(/** @type {number} */ seconds) {
  const context = contexts.at(-1);
  if (context === undefined) throw new Error('no audio context was made');
  if (stands === undefined) {
    stands = context.suspend(1);
    void context.startRendering();
  }
  for (const until = second + seconds; second < until;) {
    await stands;
    second += 1;
    for (const ticker of tickers) ticker.onmessage?.();
    if (second % 3 === 0 && act(acts)) acts += 1;
    await new Promise((resolve) => setTimeout(resolve, 0));
    stands = context.suspend(second + 1);
    await context.goOn();
  }
  await stands;
  return acts;
}
Object.assign(window, { goBy });
