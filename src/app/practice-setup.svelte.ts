import { scriptLines } from '#guidance/script-lines.ts';
import { LONGEST_SILENCES } from '#session/pacing.ts';
import type { KeptPractice } from '#session/kept-practice-reading.ts';
import type { Plan } from '#session/plan.ts';
import { practices } from '#session/practices/all.ts';
import { defaultPracticeChoices, type PracticeId } from '#session/practices/shape.ts';
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
  #id = $state<PracticeId>('body-scan');
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

  get id(): PracticeId {
    return this.#id;
  }
  /** Of the whole practice, from the first sound to the last. */
  get minutes(): number {
    return this.#minutes;
  }
  /** How short and how long the chosen practice can be, and how long it is at first. */
  readonly range = $derived.by(() => practices[this.#id].minutes);
  readonly scan = $derived.by<ScanChoices>(() => ({
    variant: this.variant,
    leftOut: this.#with('left-out'),
    lingered: this.#with('lingered'),
    avoided: this.#with('avoided'),
    vitals: this.vitals,
  }));
  readonly #lines = $derived.by(() => scriptLines(this.guide, 'en'));
  readonly plan = $derived.by<Plan>(() =>
    practices[this.#id].build(
      {
        ...this.soundChoices(),
        minutes: this.#minutes,
        longestSilence: this.longestSilence,
        take: this.#take,
        scan: this.scan,
        breath: this.breath.first,
      },
      this.#lines,
    ),
  );
  readonly timeline = $derived.by<Timeline>(() =>
    buildTimeline(this.plan, plannedLog(this.plan), this.guide),
  );
  readonly total = $derived.by<Seconds>(() => this.timeline.to);

  /** All of it, to be taken up again another day. */
  readonly kept = $derived.by<KeptPractice>(() => {
    const { talk, bell, bells, beds, levels } = this.soundChoices();
    const chosen = [bell, ...beds.map(({ sound }) => sound)];
    const { pattern, topUp, fromRate, title } = this.breath.first;
    return {
      v: 1,
      practice: this.#id,
      minutes: this.#minutes,
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
    this.choose(kept.practice);
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
    this.#id = id;
    this.#minutes = practices[id].minutes.usual;
  }

  /** As long as was asked for, within the range. */
  setMinutes(minutes: number): void {
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
