import { scriptLines } from '#guidance/script-lines.ts';
import { LONGEST_SILENCES } from '#session/pacing.ts';
import type { ChosenBeside, KeptPractice } from '#session/kept-practice-reading.ts';
import type { Plan } from '#session/plan.ts';
import { practices } from '#session/practices/all.ts';
import { minutesOf, type Composed } from '#session/practices/composed.ts';
import type { LastingKind } from '#session/practices/own-phases.ts';
import { ownPlan } from '#session/practices/own-plan.ts';
import { defaultPracticeChoices, type PracticeChoices, type PracticeId } from '#session/practices/shape.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { REGIONS, type Region } from '#session/regions.ts';
import type { Attention, ScanChoices, ScanVariant } from '#session/scan.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import type { Seconds } from '#session/units.ts';
import { BreathSetup } from './breath-setup.svelte.ts';
import type { Guide } from './guide.ts';
import { SoundSetup, type SetupParts } from './sound-setup.svelte.ts';

const START_WITH = defaultPracticeChoices(practices['body-scan']);

/** What a person chooses before a practice. Not for the first screen: it brings the lines of practices along. */
export class PracticeSetup extends SoundSetup {
  /** A shipped one by its id, or one that somebody put together. */
  #practice = $state.raw<PracticeId | Composed>('body-scan');
  #minutes = $state(START_WITH.minutes);
  longestSilence = $state<(typeof LONGEST_SILENCES)[number]>(LONGEST_SILENCES[0]);
  variant = $state<ScanVariant>(START_WITH.scan.variant);
  /** The arms are to be measured: a scan passes them over. */
  vitals = $state(START_WITH.scan.vitals);
  readonly breath = new BreathSetup(() => 'practice-run');
  #attention = $state.raw<Readonly<Partial<Record<Region, Attention>>>>({});
  #take = $state(0);

  /** `whole` is a guide that can say the lines of practices too. */
  constructor(parts: SetupParts, whole: Guide) {
    super(START_WITH, parts);
    this.guide = whole;
    this.another();
  }

  /** Which of the shipped ones; undefined for one that somebody put together. */
  get id(): PracticeId | undefined {
    return typeof this.#practice === 'string' ? this.#practice : undefined;
  }
  get composed(): Composed | undefined {
    return typeof this.#practice === 'string' ? undefined : this.#practice;
  }
  /** Of the whole practice, from the first sound to the last. */
  get minutes(): number {
    return this.composed === undefined ? this.#minutes : minutesOf(this.composed.parts);
  }
  /** How short and how long the chosen practice can be; one that was put together is as long as its parts. */
  readonly range = $derived.by(() =>
    this.id === undefined ? { least: this.minutes, most: this.minutes } : practices[this.id].minutes,
  );
  readonly scan = $derived.by<ScanChoices>(() => ({
    variant: this.variant,
    leftOut: this.#with('left-out'),
    lingered: this.#with('lingered'),
    avoided: this.#with('avoided'),
    vitals: this.vitals,
  }));
  readonly #lines = $derived.by(() => scriptLines(this.guide, 'en'));
  readonly plan = $derived.by<Plan>(() => {
    const practice = this.#practice;
    const choices: PracticeChoices = {
      ...this.soundChoices(),
      minutes: this.#minutes,
      longestSilence: this.longestSilence,
      take: this.#take,
      scan: this.scan,
      breath: this.breath.first,
    };
    return typeof practice === 'string'
      ? practices[practice].build(choices, this.#lines)
      : ownPlan(practice, choices, this.#lines);
  });
  readonly timeline = $derived.by<Timeline>(() =>
    buildTimeline(this.plan, plannedLog(this.plan), this.guide),
  );
  readonly total = $derived.by<Seconds>(() => this.timeline.to);

  /** All of it, to be taken up again another day. */
  readonly kept = $derived.by<KeptPractice>(() => ({
    ...this.beside,
    practice: typeof this.#practice === 'string' ? this.#practice : asKept(this.#practice),
    minutes: this.minutes,
  }));

  /** What is chosen besides which practice, and how long. */
  readonly beside = $derived.by<ChosenBeside>(() => {
    const { talk, bell, bells, beds, levels } = this.soundChoices();
    const chosen = [bell, ...beds.map(({ sound }) => sound)];
    const { pattern, topUp, fromRate, title } = this.breath.first;
    return {
      v: 1,
      silence: this.longestSilence,
      variant: this.variant,
      attention: { ...this.#attention },
      ...{ talk, bell, bells, levels: { ...levels } },
      beds: beds.map(({ level = 0, muted = false, phases = {}, sound }) => ({ sound, level, muted, phases })),
      own: this.ownSounds.filter(({ id }) => chosen.includes(id)).map((sound) => ({ ...sound })),
      breath: {
        pattern: [...pattern],
        ...(topUp === undefined ? {} : { topUp }),
        ...(fromRate === undefined ? {} : { fromRate }),
        ...(title === undefined ? {} : { title }),
      },
      guide: this.guide.id,
    };
  });

  /** What was chosen another day, but for who says it. */
  takeUp(kept: KeptPractice): void {
    if (typeof kept.practice === 'string') this.choose(kept.practice);
    else this.compose(kept.practice);
    this.setMinutes(kept.minutes);
    this.longestSilence = kept.silence;
    this.variant = kept.variant;
    this.#attention = kept.attention;
    this.talk = kept.talk;
    this.bell = kept.bell;
    this.bells = kept.bells;
    this.useMix(kept);
    this.breath.chooseFirst(kept.breath);
    this.another();
  }

  /** Another practice, at the length it has at first. */
  choose(id: PracticeId): void {
    this.#practice = id;
    this.#minutes = practices[id].minutes.usual;
  }

  /** One that somebody put together, and that has no problem. */
  compose(composed: Composed): void {
    this.#practice = composed;
  }

  /** Whether something of this kind is part of it. */
  has(kind: LastingKind): boolean {
    return this.id === kind || (this.composed?.parts.some((part) => part.kind === kind) ?? false);
  }

  /** As long as was asked for, within the range. */
  setMinutes(minutes: number): void {
    if (this.composed !== undefined) return;
    const { least, most } = this.range;
    this.#minutes = Math.min(most, Math.max(least, minutes));
  }

  attentionOf(region: Region): Attention {
    return this.#attention[region] ?? 'visited';
  }

  attend(region: Region, attention: Attention): void {
    this.#attention = { ...this.#attention, [region]: attention };
  }

  /** The same practice in other words. */
  another(): void {
    this.#take = this.seed();
  }

  #with(attention: Attention): Region[] {
    return REGIONS.filter((region) => this.#attention[region] === attention);
  }
}

function asKept({ id, name, parts }: Composed) {
  return { id, name, parts: parts.map((part) => ({ ...part })) };
}
