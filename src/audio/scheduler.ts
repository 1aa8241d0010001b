import type { Bus } from '#session/layers.ts';
import { endOfCue, type Cue } from '#session/cues.ts';
import { later, type Seconds, type SessionTime } from '#session/units.ts';
import type { Clock } from './clock.ts';

/** Cues are committed this far ahead: hidden pages and locked tablets may not run for minutes. */
export const HORIZON: Seconds = 600;
/** Every node not yet started costs the audio thread; a thousand took a third of a core (measured in Chromium). */
export const MOST_PENDING = 60;
/** A line or a bell that is later than this is left out: late is worse than not at all. */
export const LATEST: Readonly<Record<Cue['bus'], Seconds>> = { voice: 2, bell: 0.25 };
/** How far ahead of the audio clock something is started at the least. */
const AHEAD: Seconds = 0.05;
/** A bell that is entered in its middle. */
const ENTRY_FADE: Seconds = 0.25;

/** A cue that did not sound. */
export interface CueFault {
  readonly cue: string;
  readonly reason: 'late' | 'missing';
  readonly at: SessionTime;
}

export interface Scheduler {
  /** Takes up a position: what began before it is entered as `enter` says, never counted as late. */
  begin(cues: readonly Cue[], at: SessionTime): void;
  /** Takes up other cues. What sounds is not touched; what has not begun is taken back where it is no longer wanted. */
  load(cues: readonly Cue[]): void;
  /** Commits what has come within the horizon. Called now and then; how often decides nothing that is heard. */
  topUp(): void;
  /** Committed and not begun. */
  pending(): number;
  close(): void;
}

interface Parts {
  readonly context: BaseAudioContext;
  readonly clock: Clock;
  readonly destination: (bus: Bus) => AudioNode;
  readonly bufferOf: (cue: Cue) => AudioBuffer | undefined;
  /** Which cues are entered in their middle: bells ring on, a half sentence is not said. */
  readonly enters: (cue: Cue) => boolean;
  readonly onFault: (fault: CueFault) => void;
  readonly onCommit?: (cue: Cue, when: number) => void;
}

interface Committed {
  readonly cue: Cue;
  readonly source: AudioBufferSourceNode;
}

/** Commits cues to the audio thread ahead of time, each once, and takes back what is no longer wanted. */
export function createScheduler(parts: Parts): Scheduler {
  const { clock } = parts;
  const committed = new Map<string, Committed>();
  /** Begun, left out or over: never to be committed again. */
  const settled = new Set<string>();
  let wanted: readonly Cue[] = [];

  function commit(cue: Cue, from: SessionTime): boolean {
    const buffer = parts.bufferOf(cue);
    if (buffer === undefined) return false;
    const source = startSource(parts, cue, buffer, from);
    source.addEventListener('ended', () => settle(cue.id, source));
    committed.set(cue.id, { cue, source });
    return true;
  }

  function settle(id: string, source: AudioBufferSourceNode): void {
    if (committed.get(id)?.source !== source) return;
    committed.delete(id);
    settled.add(id);
  }

  function retract({ cue, source }: Committed): void {
    committed.delete(cue.id);
    source.stop();
  }

  function leaveOut(cue: Cue, reason: CueFault['reason']): void {
    settled.add(cue.id);
    parts.onFault({ cue: cue.id, reason, at: cue.at });
  }

  function takeUp(cue: Cue, now: SessionTime): void {
    if (committed.has(cue.id) || settled.has(cue.id)) return;
    const late = now - cue.at;
    if (late > LATEST[cue.bus]) leaveOut(cue, parts.bufferOf(cue) === undefined ? 'missing' : 'late');
    else commit(cue, cue.at);
  }

  /** Those not begun, so near to beginning that they are let go on left aside. */
  function retractable(): Committed[] {
    const from = later(clock.position(), AHEAD);
    return [...committed.values()].filter(({ cue }) => cue.at > from);
  }

  function retractUnless(isWanted: (cue: Cue) => boolean): void {
    for (const each of retractable()) if (!isWanted(each.cue)) retract(each);
  }

  return {
    begin(cues, at) {
      wanted = cues;
      for (const cue of cues.filter((each) => each.at < at)) {
        const sounding = endOfCue(cue) > at;
        if (!(sounding && parts.enters(cue) && commit(cue, at))) settled.add(cue.id);
      }
    },
    load(cues) {
      wanted = cues;
      const byId = new Map(cues.map((cue) => [cue.id, cue]));
      retractUnless((cue) => isSame(cue, byId.get(cue.id)));
    },
    topUp() {
      const now = clock.position();
      const due = wanted.filter((cue) => cue.at < later(now, HORIZON) && !settled.has(cue.id));
      const ahead = due.filter((cue) => cue.at > now).slice(0, MOST_PENDING);
      const kept = new Set(ahead.map((cue) => cue.id));
      retractUnless((cue) => kept.has(cue.id)); // what was asked for since comes first
      for (const cue of [...due.filter((each) => each.at <= now), ...ahead]) takeUp(cue, now);
    },
    pending() {
      const now = clock.position();
      return [...committed.values()].filter(({ cue }) => cue.at > now).length;
    },
    close() {
      wanted = [];
      for (const each of [...committed.values()]) retract(each);
    },
  };
}

function isSame(one: Cue, other: Cue | undefined): boolean {
  return other !== undefined && one.at === other.at && one.clip === other.clip && one.bus === other.bus;
}

/**
 * Starts a cue at its place, or in its middle where it is entered there. Always on a whole sample: between two,
 * Chromium would interpolate the whole clip, and it could not be taken up again exactly where it was.
 */
function startSource(parts: Parts, cue: Cue, buffer: AudioBuffer, from: SessionTime): AudioBufferSourceNode {
  const { context, clock } = parts;
  const rate = context.sampleRate;
  const frameAt = (at: SessionTime) => Math.round(clock.when(at) * rate);
  const entry = Math.max(0, frameAt(from));
  const isLate = from === cue.at && entry < context.currentTime * rate;
  const when = isLate ? clock.soon(AHEAD / 2) : entry / rate;
  const offset = (entry - frameAt(cue.at)) / rate;
  const source = context.createBufferSource();
  source.buffer = buffer;
  const outputs = offset > 0 ? [source, fadeIn(context, when)] : [source];
  const destination = parts.destination(cue.bus);
  [...outputs, destination].reduce((before, node) => before.connect(node));
  source.addEventListener('ended', () => {
    for (const node of outputs) node.disconnect();
  });
  source.start(when, offset);
  parts.onCommit?.(cue, when);
  return source;
}

function fadeIn(context: BaseAudioContext, when: number): GainNode {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, when);
  gain.gain.linearRampToValueAtTime(1, when + ENTRY_FADE);
  return gain;
}
