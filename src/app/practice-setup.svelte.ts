import { scriptLines } from '#guidance/script-lines.ts';
import { EXTENDED_EXHALE } from '#session/breath-patterns.ts';
import type { ChosenBreath } from '#session/breath.ts';
import { LONGEST_SILENCES } from '#session/pacing.ts';
import type { Plan, Talk } from '#session/plan.ts';
import { practices } from '#session/practices/all.ts';
import { defaultPracticeChoices, type PracticeId } from '#session/practices/shape.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { REGIONS, type Region } from '#session/regions.ts';
import type { Attention, ScanChoices, ScanVariant } from '#session/scan.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import type { Seconds } from '#session/units.ts';
import type { Guide } from './guide.ts';
import type { SessionSetup } from './session-setup.svelte.ts';

/** What a practice takes over from the start screen: beds, bells and levels are chosen once for both. */
export type SoundSource = Pick<SessionSetup, 'beds' | 'bell' | 'bells' | 'levels'>;

const START_WITH = defaultPracticeChoices(practices['body-scan']);

/**
 * What a person chooses before a practice. Not for the first screen: it brings the lines of practices along.
 * `guide` is one that can say them; `dice` gives numbers from 0 up to 1, so that another day has other words.
 */
export class PracticeSetup {
  #id = $state<PracticeId>('body-scan');
  #minutes = $state(START_WITH.minutes);
  talk = $state<Talk>(START_WITH.talk);
  longestSilence = $state<(typeof LONGEST_SILENCES)[number]>(LONGEST_SILENCES[0]);
  variant = $state<ScanVariant>(START_WITH.scan.variant);
  /** The arms are to be measured: a scan passes them over. */
  vitals = $state(START_WITH.scan.vitals);
  breath = $state.raw<ChosenBreath>(EXTENDED_EXHALE);
  #attention = $state.raw<Readonly<Partial<Record<Region, Attention>>>>({});
  #take = $state(0);
  /** Who says the lines. */
  guide: Guide;
  readonly #sound: SoundSource;
  readonly #dice: () => number;

  constructor(sound: SoundSource, guide: Guide, dice: () => number) {
    this.#sound = sound;
    this.guide = $state.raw(guide);
    this.#dice = dice;
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
        talk: this.talk,
        beds: this.#sound.beds,
        own: [],
        bell: this.#sound.bell,
        bells: this.#sound.bells,
        levels: this.#sound.levels,
        minutes: this.#minutes,
        longestSilence: this.longestSilence,
        take: this.#take,
        scan: this.scan,
        breath: this.breath,
      },
      this.#lines,
    ),
  );
  /** As it will go. */
  readonly timeline = $derived.by<Timeline>(() =>
    buildTimeline(this.plan, plannedLog(this.plan), this.guide),
  );
  readonly total = $derived.by<Seconds>(() => this.timeline.to);

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
    this.#take = Math.floor(this.#dice() * 2 ** 31);
  }

  #with(attention: Attention): Region[] {
    return REGIONS.filter((region) => this.#attention[region] === attention);
  }
}
