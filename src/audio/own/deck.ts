import type { Seconds } from '#session/units.ts';

/** From the moment an element plays to where it is all there: it begins in the middle of a wave. */
const ENTRY: Seconds = 1;
/** The way out before a jump. */
const EXIT: Seconds = 0.06;

/** A media element on its way into the graph: it plays by itself, over and over, heard as far as its fader is open. */
export interface Deck {
  /** Opened and closed on the audio clock by who owns the deck. */
  readonly fader: AudioParam;
  /** Lets it play from a place in the sound; it comes up when it does. */
  run(position: Seconds): void;
  /** Until it is run again. */
  rest(): void;
  /** Where it is heard, as far as its fader is open; undefined where it does not play, or has not come to where it was asked to. */
  position(): Seconds | undefined;
  /** By its own count, which for some files is not quite what was measured. */
  duration(): Seconds | undefined;
  connect(destination: AudioNode): void;
  /** Stops, leaves the graph and may be taken for another sound. */
  release(): void;
}

interface Parts {
  readonly context: AudioContext;
  readonly element: HTMLAudioElement;
  readonly source: MediaElementAudioSourceNode;
}

/** Elements that are free, by context. An element can be bound to one context only, and only once: they are used again. */
const free = new WeakMap<AudioContext, Parts[]>();

export function takeDeck(context: AudioContext, url: string): Deck {
  const parts = free.get(context)?.pop() ?? createParts(context);
  parts.element.src = url;
  return deckOf(parts);
}

function createParts(context: AudioContext): Parts {
  const element = new Audio();
  element.preload = 'auto';
  element.loop = true;
  return { context, element, source: context.createMediaElementSource(element) };
}

/** Goes to a value from wherever it is: kept in mind here, for Firefox does not tell where a ramp is. */
function createGlide(param: AudioParam, context: AudioContext): (to: number, over: Seconds) => void {
  let way = { from: 0, to: 0, begin: 0, end: 0 };
  return (to, over) => {
    const now = context.currentTime;
    const share = way.end > now ? (now - way.begin) / (way.end - way.begin) : 1;
    way = { from: way.from + (way.to - way.from) * share, to, begin: now, end: now + over };
    param.cancelScheduledValues(now);
    param.setValueAtTime(way.from, now);
    param.linearRampToValueAtTime(to, way.end);
  };
}

/** Each may be the last that was missing: a seek is over at "seeked", and what it takes to go on there may come before or after. */
const COMING = ['playing', 'seeked', 'canplay'];

function deckOf(parts: Parts): Deck {
  const { context, element, source } = parts;
  const guard = new GainNode(context, { gain: 0 });
  const fader = new GainNode(context, { gain: 0 });
  source.connect(guard).connect(fader);
  const glide = createGlide(guard.gain, context);
  let isOpen = false;
  const plays = () =>
    !element.paused && element.error === null && element.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
  const onComing = () => {
    if (isOpen || element.seeking || !plays()) return;
    isOpen = true;
    glide(1, ENTRY);
  };
  for (const event of COMING) element.addEventListener(event, onComing);

  return {
    fader: fader.gain,
    run(position) {
      isOpen = false;
      glide(0, EXIT);
      if (element.error !== null) element.load(); // what it had is gone; it opens the file anew
      element.currentTime = position;
      element.play().catch(() => undefined); // asked again, and told, by who owns it
    },
    rest: () => element.pause(),
    position: () => (isOpen && plays() ? element.currentTime : undefined),
    duration: () => (Number.isFinite(element.duration) ? element.duration : undefined),
    connect: (destination) => void fader.connect(destination),
    release() {
      for (const event of COMING) element.removeEventListener(event, onComing);
      element.pause();
      element.removeAttribute('src');
      element.load();
      for (const node of [source, guard, fader]) node.disconnect();
      free.set(context, [...(free.get(context) ?? []), parts]);
    },
  };
}
