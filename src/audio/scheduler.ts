import type { Bus } from '#session/layers.ts';
import { endOfCue, type Cue } from '#session/cues.ts';
import { later, type Seconds, type SessionTime } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';

/** Cues are committed this far ahead: hidden pages and locked tablets may not run for minutes. */
export const HORIZON: Seconds = 600;
/** Every node not yet started costs the audio thread; a thousand took a third of a core (measured in Chromium). */
export const MOST_PENDING = 60;
/** A line or a bell that is later than this is left out: late is worse than not at all. */
const LATEST: Readonly<Record<Cue['bus'], Seconds>> = { voice: 2, bell: 0.25 };
/** How far ahead of the audio clock something is started at the least. */
const AHEAD: Seconds = 0.05;
/** A bell that is entered in its middle. */
const ENTRY_FADE: Seconds = 0.25;

/** A cue or a layer that did not sound, or not to its end. */
export interface CueFault {
  readonly cue: string;
  readonly reason: 'late' | 'missing' | 'stopped';
  readonly at: SessionTime;
}

/** A cue that began to sound: at its own place, or where it was taken up in its middle. */
export interface Onset {
  readonly cue: Cue;
  readonly from: SessionTime;
}

export interface Scheduler {
  /** Takes up a position and commits what is ahead; what began before is entered as `enters` says, never counted as late. */
  begin(cues: readonly Cue[], at: SessionTime): void;
  /** Takes up other cues. What sounds is not touched; what has not begun is taken back where it is no longer wanted. */
  load(cues: readonly Cue[]): void;
  /** Commits what has come within the horizon. Called now and then; how often decides nothing that is heard. */
  topUp(): void;
  /** Committed and not begun. */
  pending(): number;
  /** Tells what has begun to sound since the last top-up [E50]. */
  tell(): void;
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
  readonly onOnset?: (onset: Onset) => void;
  readonly onCommit?: (cue: Cue, when: number) => void;
}

interface Committed extends Onset {
  readonly source: AudioBufferSourceNode;
  told: boolean;
}

/** What is in the audio thread's hands, each cue at most once. */
interface Commitments {
  readonly commit: (cue: Cue, from: SessionTime) => boolean;
  /** Never to be committed again: begun, left out or over. */
  readonly settle: (id: string) => void;
  readonly isOpen: (cue: Cue) => boolean;
  readonly retract: (which: (cue: Cue) => boolean) => void;
  readonly after: (at: SessionTime) => number;
  readonly tell: () => void;
}

function createCommitments(parts: Parts): Commitments {
  const committed = new Map<string, Committed>();
  const settled = new Set<string>();

  function tell(one: Committed): void {
    if (one.told || one.from > parts.clock.position()) return;
    one.told = true;
    parts.onOnset?.(one);
  }
  function ended(id: string, source: AudioBufferSourceNode): void {
    const one = committed.get(id);
    if (one?.source !== source) return;
    tell(one); // shorter than it is asked for
    committed.delete(id);
    settled.add(id);
  }
  return {
    commit(cue, from) {
      const buffer = parts.bufferOf(cue);
      if (buffer === undefined) return false;
      const started = startSource(parts, cue, buffer, from);
      started.source.addEventListener('ended', () => ended(cue.id, started.source));
      committed.set(cue.id, { cue, ...started, told: false });
      return true;
    },
    settle: (id) => void settled.add(id),
    isOpen: ({ id }) => !committed.has(id) && !settled.has(id),
    retract(which) {
      for (const { cue, source } of [...committed.values()].filter((each) => which(each.cue))) {
        committed.delete(cue.id);
        source.stop();
      }
    },
    after: (at) => [...committed.values()].filter(({ cue }) => cue.at > at).length,
    tell: () => committed.forEach(tell),
  };
}

/** Commits cues to the audio thread ahead of time, each once, and takes back what is no longer wanted. */
export function createScheduler(parts: Parts): Scheduler {
  const { clock } = parts;
  const commitments = createCommitments(parts);
  let wanted: readonly Cue[] = [];
  /** Of those not begun; what is about to begin is let go on. */
  function retractUnless(isWanted: (cue: Cue) => boolean): void {
    const from = later(clock.position(), AHEAD);
    commitments.retract((cue) => cue.at > from && !isWanted(cue));
  }

  function topUp(): void {
    const now = clock.position();
    const ahead = comingNext(wanted, now);
    const kept = new Set(ahead.map((cue) => cue.id));
    retractUnless((cue) => kept.has(cue.id)); // what was asked for since comes first
    for (const cue of [...wanted.filter((each) => each.at <= now), ...ahead])
      takeUp(parts, commitments, cue, now);
    commitments.tell();
  }

  return {
    begin(cues, at) {
      wanted = cues;
      for (const cue of cues) if (cue.at < at) enter(parts, commitments, cue, at);
      topUp();
    },
    load(cues) {
      wanted = cues;
      const byId = new Map(cues.map((cue) => [cue.id, cue]));
      retractUnless((cue) => isSame(cue, byId.get(cue.id)));
    },
    topUp,
    tell: commitments.tell,
    pending: () => commitments.after(clock.position()),
    close() {
      wanted = [];
      commitments.retract(() => true);
    },
  };
}

/** A cue that began before: taken up in its middle, or over and done with. */
function enter(parts: Parts, { commit, settle }: Commitments, cue: Cue, at: SessionTime): void {
  const enters = endOfCue(cue) > at && parts.enters(cue);
  if (!(enters && commit(cue, at))) settle(cue.id);
}

/** One that is ahead, or so little late that it may still be heard. */
function takeUp(parts: Parts, { isOpen, commit, settle }: Commitments, cue: Cue, now: SessionTime): void {
  if (!isOpen(cue)) return;
  if (now - cue.at <= LATEST[cue.bus]) return void commit(cue, cue.at);
  settle(cue.id);
  const reason = parts.bufferOf(cue) === undefined ? 'missing' : 'late';
  parts.onFault({ cue: cue.id, reason, at: cue.at });
}

function comingNext(cues: readonly Cue[], now: SessionTime): readonly Cue[] {
  return cues.filter((cue) => cue.at > now && cue.at < later(now, HORIZON)).slice(0, MOST_PENDING);
}

function isSame(one: Cue, other: Cue | undefined): boolean {
  return other !== undefined && one.at === other.at && one.clip === other.clip && one.bus === other.bus;
}

/**
 * Starts a cue at its place, or in its middle where it is entered there. Always on a whole sample: between two,
 * Chromium would interpolate the whole clip, and it could not be taken up again exactly where it was.
 */
function startSource(
  parts: Parts,
  cue: Cue,
  buffer: AudioBuffer,
  from: SessionTime,
): Pick<Committed, 'source' | 'from'> {
  const { context, clock } = parts;
  const rate = context.sampleRate;
  const frameAt = (at: SessionTime) => Math.round(clock.when(at) * rate);
  const entry = Math.max(0, frameAt(from));
  const isLate = from === cue.at && entry < context.currentTime * rate;
  const when = isLate ? clock.soon(AHEAD / 2) : ((entry / rate) as AudioTime);
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
  return { source, from: isLate ? clock.at(when) : from };
}

function fadeIn(context: BaseAudioContext, when: number): GainNode {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, when);
  gain.gain.linearRampToValueAtTime(1, when + ENTRY_FADE);
  return gain;
}
