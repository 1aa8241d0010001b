import { nextSeq, type SessionEvent, type EventBody, type Rung, type SessionLog } from '#session/log.ts';
import type { Plan, Talk } from '#session/plan.ts';
import { lastSleep, type Restart } from '#session/restart.ts';
import type { Sheet } from '#session/sheet.ts';
import { buildTimeline, foreseenSpans, spanAt, withEvent, type Timeline } from '#session/timeline.ts';
import { later, latest, START, type Result, type Seconds, type SessionTime } from '#session/units.ts';
import type { Alive, StoredSession } from '#storage/journal.ts';
import { ACT_LEAD, EMERGENCY_FADE, SILENCE_FADE } from './act-times.ts';
import { createEventWriter, createSigns, type EventWriter } from './event-writer.ts';
import { Clinic } from './clinic.svelte.ts';
import { asking, type Guide } from './guide.ts';
import { LiveClinic } from './live-clinic.svelte.ts';
import { LiveMixer } from './live-mixer.svelte.ts';
import { breathHeardAt, captionAt, nextPhase, timeInPhase, undoable, type HeardBreath } from './live-view.ts';
import type { Outside, Problem, SaveState, SoundState, Voice } from './ports.ts';
import { createSessionClock, type SessionClock } from './session-clock.ts';
import { askedOutside } from './session-media.ts';
import { SessionSound } from './session-sound.svelte.ts';

/** Where the sound is, or is to come back by itself. */
const CAN_WAIT: readonly SoundState[] = ['running', 'interrupted', 'returning', 'stalled'];

/** The session that is running right now. */
export class LiveSession {
  readonly id: string;
  readonly plan: Plan;
  /** What was settled with the person before; practices have none. */
  readonly sheet: Sheet | undefined;
  readonly beganMs: number;
  readonly guide: Guide;
  readonly sound: SessionSound;
  readonly mixer: LiveMixer;
  readonly clinic: LiveClinic;
  readonly #outside: Outside;
  readonly #writer: EventWriter;
  #clock: SessionClock;
  #log = $state.raw<SessionLog>([]);
  #timeline: Timeline;
  #saved = $state<SaveState>('saved');
  #problem = $state.raw<Problem | undefined>();
  #act = $state.raw<SessionEvent | undefined>();
  readonly #alive: (at: SessionTime) => void;

  constructor(outside: Outside, voice: Voice, session: StoredSession, log: SessionLog = []) {
    this.#outside = outside;
    this.guide = voice.guide;
    this.id = session.id;
    this.plan = session.plan;
    this.sheet = session.sheet;
    this.beganMs = session.beganMs;
    this.#log = log;
    this.#clock = createSessionClock(outside, this.plan.clock, { at: START, wallMs: this.beganMs });
    this.#timeline = $state.raw(buildTimeline(this.plan, log, this.guide));
    this.#writer = createEventWriter(outside.journal, session, {
      begun: log.length > 0,
      onState: (state, problem) =>
        void ([this.#saved, this.#problem] = [state, problem && { kind: problem }]),
    });
    this.#alive = createSigns(outside, session.id);
    this.mixer = new LiveMixer(
      () => this.#timeline.state.mix,
      (body) => this.#do(body),
      (body) => void this.#record(body), // a level is its own undoing: the last act stays in place
    );
    this.clinic = new LiveClinic(Clinic.now(outside), {
      plan: this.plan,
      sheet: this.sheet,
      log: () => this.#log,
      position: () => this.position,
      measuringSince: () => this.#timeline.state.measuring,
      act: (body) => this.#do(body),
    });
    this.sound = new SessionSound(outside, voice, {
      onLost: (at) => this.#lost(at),
      onBack: () => void this.#takeUp(),
      onSecond: (at) => this.#second(at),
      onOutput: () => this.#doubtOutput(),
      elsewhere: (lastHeard) => this.#clock.position(lastHeard),
      passingMs: () => this.#clock.passingMs(),
      asked: askedOutside(this),
    });
  }

  get log(): SessionLog {
    return this.#log;
  }
  get timeline(): Timeline {
    return this.#timeline;
  }
  get position(): SessionTime {
    return this.sound.position;
  }
  get saved(): SaveState {
    return this.#saved;
  }
  get problem(): Problem | undefined {
    return this.#problem;
  }

  readonly span = $derived.by(() => spanAt(this.#timeline, this.position));
  /** All that was and, as planned, will be. */
  readonly spans = $derived.by(() => foreseenSpans(this.#timeline, this.plan, this.position));
  readonly inPhase = $derived.by(() => timeInPhase(this.spans, this.#timeline, this.position));
  readonly next = $derived.by(() => nextPhase(this.spans, this.#timeline, this.position));
  /** By the wall clock, if everything goes on as planned. */
  readonly endsAtMs = $derived.by(
    () => (this.sound.originMs ?? this.beganMs) + (this.spans.at(-1)?.to ?? 0) * 1000,
  );
  readonly held = $derived.by(() => this.#timeline.state.course.heldSince !== undefined);
  /** Also while something else has the sound: a device may not say that it has let go. */
  readonly waitsForTap = $derived.by(() => ['stalled', 'interrupted'].includes(this.sound.state));
  readonly silenced = $derived.by(() => this.#timeline.state.silencedOver !== undefined);
  /** It may come out of another thing than it did: all is much softer until somebody has looked. */
  readonly outputUnsure = $derived.by(() => this.#timeline.state.outputUnsure);
  readonly rung = $derived.by(() => this.#timeline.state.rung);
  readonly talk = $derived.by(() => this.#timeline.state.talk);
  /** Where a sleep timer ends it all. */
  readonly sleepsAt = $derived.by(() => this.#timeline.state.course.until);
  /** As it was asked for, in seconds. */
  readonly sleepAsked = $derived.by(() => this.sleepsAt && lastSleep(this.#log));
  readonly ended = $derived.by(() => this.#timeline.state.endedAt !== undefined);
  /** In the open-ended preparation, until somebody says that the medicine was given. */
  readonly waitsForMedicine = $derived.by(
    () => this.plan.phases.find(({ phase }) => phase === this.span?.phase)?.openEnded === true,
  );
  /** The audio side's word for what sounded, and what did not. */
  readonly told = (body: EventBody, at: SessionTime) => void this.#record(body, at);
  readonly caption = $derived.by(() => captionAt(this.#timeline, this.sound.heardAt));
  /** The last thing somebody did, for as long as it can be taken back. */
  readonly lastAct = $derived.by(() => undoable(this.#act, this.position));

  /** A new session begins to sound; on a tap. Its clock starts when the sound does. `before`: what was done before that. */
  async begin(before: readonly EventBody[] = []): Promise<Result<undefined, Problem>> {
    this.#record({ type: 'started' }, START);
    for (const body of before) this.#record(body, START);
    return this.sound.begin(this.#timeline, () => START);
  }

  /** A practice that was ended goes on where its fade began, as another one; on a tap. */
  async beginAgain({ at, events }: Restart): Promise<Result<undefined, Problem>> {
    for (const { at: place, ...body } of events) this.#record(body, place);
    return this.sound.begin(this.#timeline, () => at);
  }

  /** Comes back after a crash or a reload, where the session is by the clock since it was last heard; on a tap. */
  async comeBackAfter(alive: Alive | undefined): Promise<Result<undefined, Problem>> {
    if (alive !== undefined) this.#clock = createSessionClock(this.#outside, this.plan.clock, alive);
    const { at } = this.#record({ type: 'interrupted', reason: 'reload' }, alive?.at ?? START);
    this.#record({ type: 'resumed' }, this.#clock.position(at));
    return this.sound.begin(this.#timeline, () => this.#clock.position(at));
  }

  /** After a pause, or a loss that did not mend itself; on a tap, which is what the device may have waited for. */
  async bringBack(): Promise<void> {
    if (this.sound.revive()) return;
    if (this.sound.state === 'stalled' || this.sound.state === 'paused') await this.#takeUp();
  }

  /** A practice waits where it is, its clock too, also where something else has its sound; with medicine nothing waits. */
  async pause(): Promise<void> {
    if (this.plan.clock === 'medicine' || !CAN_WAIT.includes(this.sound.state)) return;
    const paused = this.sound.pause();
    this.#record({ type: 'interrupted', reason: 'paused' }, this.sound.now());
    await paused;
  }

  /** The breath that can be heard at a position, and how loud it is. */
  breathAt(at: SessionTime): HeardBreath | undefined {
    return breathHeardAt(this.#timeline, at);
  }

  readonly giveMedicine = () => this.#do({ type: 'medicine-given' });
  readonly startDevice = (device: 1 | 2 | 3) => this.#do({ type: 'device-started', device });
  readonly hold = () => this.#do({ type: 'held' });
  readonly release = () => this.#do({ type: 'released' });
  readonly extend = (by: Seconds) => this.#do({ type: 'phase-extended', by });
  readonly advance = () => this.#do({ type: 'phase-advanced', to: 'next', observed: false });
  readonly comeBack = () => this.#do({ type: 'phase-advanced', to: 'reentry', observed: false });
  /** The facilitator sees that a phase has begun: it begins now, and everything after it slides. */
  readonly observe = (phase: string) => this.#do({ type: 'phase-advanced', to: phase, observed: true });
  readonly ground = () => this.#climb(1);
  readonly unground = () => this.#climb(-1);
  readonly setTalk = (talk: Talk) => this.#do({ type: 'talk-changed', talk });
  readonly sayLine = (line: string) => this.#do(asking(this.guide, line));
  readonly silence = () => this.#do({ type: 'silenced', fade: SILENCE_FADE });
  readonly unsilence = () => this.#do({ type: 'unsilenced' });
  /** All fades out and ends in so long; a practice that would end before has its bed go on until then. */
  readonly sleepIn = (by: Seconds) => this.#do({ type: 'sleep-timer-set', in: by });
  readonly stayAwake = () => this.#do({ type: 'sleep-timer-cancelled' });
  readonly emergencyFade = () => this.#do({ type: 'silenced', fade: EMERGENCY_FADE });
  readonly confirmOutput = () => void this.#record({ type: 'output-confirmed' });
  end(): void {
    this.#record({ type: 'ended' });
  }

  undo(): void {
    const act = this.lastAct;
    if (act === undefined) return;
    this.#act = undefined;
    this.#record({ type: 'undone', undoes: act.seq });
  }

  #climb(by: 1 | -1): void {
    const rung = Math.min(4, Math.max(0, this.rung + by)) as Rung;
    if (rung !== this.rung) this.#do({ type: 'grounding-stepped', rung });
  }

  #do(body: EventBody): void {
    this.#act = this.#record(body);
  }

  #record(body: EventBody, place = later(this.sound.now(), ACT_LEAD)): SessionEvent {
    const at = latest(place, this.#log.at(-1)?.at ?? START);
    const event: SessionEvent = { ...body, seq: nextSeq(this.#log), at, wallMs: this.#outside.nowMs() };
    this.#log = [...this.#log, event];
    const timeline = withEvent(this.#timeline, this.plan, this.#log, this.guide);
    this.#writer.write(event);
    if (timeline !== this.#timeline) this.sound.load((this.#timeline = timeline));
    return event;
  }

  /** What waits is begun by a tap of somebody who looks; what ends has faded by then. */
  #doubtOutput(): void {
    if (this.ended || this.outputUnsure || this.sound.state === 'paused') return;
    this.#record({ type: 'output-changed' });
  }

  /** What is missed from here on is written down. Of a session that was fading anyway nothing is brought back. */
  #lost(at: SessionTime): void {
    if (this.ended) void this.sound.close();
    else this.#record({ type: 'interrupted', reason: 'sound-lost' }, at);
  }

  async #takeUp(): Promise<void> {
    const lost = this.#log.findLast((event) => event.type === 'interrupted')?.at ?? START;
    this.#record({ type: 'resumed' }, this.#clock.position(lost));
    const taken = await this.sound.begin(this.#timeline, () => this.#clock.position(lost));
    if (!taken.ok && !this.#timeline.state.interrupted)
      this.#record({ type: 'interrupted', reason: 'no-sound' }, this.#clock.position(lost));
  }

  #second(at: SessionTime): void {
    if (!this.ended && at >= this.#timeline.to) this.#record({ type: 'ended' }, this.#timeline.to);
    this.#alive(at);
  }
}
