import type { Bus } from '#session/layers.ts';
import type { Cue } from '#session/cues.ts';
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
const ENTRY_FADE: Seconds = 0.03;

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

  function commit(cue: Cue, offset: Seconds): boolean {
    const buffer = parts.bufferOf(cue);
    if (buffer === undefined) return false;
    const source = startSource(parts, cue, buffer, offset);
    source.addEventListener('ended', () => {
      source.disconnect();
      settle(cue.id, source);
    });
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
    source.disconnect();
  }

  function leaveOut(cue: Cue, reason: CueFault['reason']): void {
    settled.add(cue.id);
    parts.onFault({ cue: cue.id, reason, at: cue.at });
  }

  function takeUp(cue: Cue, now: SessionTime): void {
    if (committed.has(cue.id) || settled.has(cue.id)) return;
    const late = now - cue.at;
    if (late > LATEST[cue.bus]) leaveOut(cue, parts.bufferOf(cue) === undefined ? 'missing' : 'late');
    else commit(cue, 0);
  }

  function pending(): number {
    const now = clock.position();
    return [...committed.values()].filter(({ cue }) => cue.at > now).length;
  }

  return {
    begin(cues, at) {
      wanted = cues;
      for (const cue of cues.filter((each) => each.at < at)) {
        const sounding = later(cue.at, cue.duration) > at;
        if (!(sounding && parts.enters(cue) && commit(cue, at - cue.at))) settled.add(cue.id);
      }
    },
    load(cues) {
      wanted = cues;
      const now = clock.position();
      const byId = new Map(cues.map((cue) => [cue.id, cue]));
      for (const each of [...committed.values()]) {
        if (each.cue.at > later(now, AHEAD) && !sameCue(each.cue, byId.get(each.cue.id))) retract(each);
      }
    },
    topUp() {
      const now = clock.position();
      let room = MOST_PENDING - pending();
      for (const cue of wanted) {
        if (cue.at > later(now, HORIZON) || room <= 0) break;
        const before = committed.size;
        takeUp(cue, now);
        room -= committed.size - before;
      }
    },
    pending,
    close() {
      for (const each of [...committed.values()]) retract(each);
    },
  };
}

function sameCue(one: Cue, other: Cue | undefined): boolean {
  return other !== undefined && one.at === other.at && one.clip === other.clip && one.bus === other.bus;
}

/** Starts a cue at its place; entered in its middle it comes in by a short fade. */
function startSource(parts: Parts, cue: Cue, buffer: AudioBuffer, offset: Seconds): AudioBufferSourceNode {
  const { context, clock } = parts;
  const source = context.createBufferSource();
  source.buffer = buffer;
  const when = Math.max(clock.when(later(cue.at, offset)), 0);
  const started = offset === 0 && when < context.currentTime ? clock.soon(AHEAD / 2) : when;
  if (offset > 0) enterSoftly(parts, cue, source, started);
  else source.connect(parts.destination(cue.bus));
  source.start(started, offset);
  parts.onCommit?.(cue, started);
  return source;
}

function enterSoftly({ context, destination }: Parts, cue: Cue, source: AudioNode, when: number): void {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, when);
  gain.gain.linearRampToValueAtTime(1, when + ENTRY_FADE);
  source.connect(gain).connect(destination(cue.bus));
}
