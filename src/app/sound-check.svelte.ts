import type { Audition, Sample } from '#audio/audition.ts';
import type { Engine } from '#audio/engine.ts';
import { ownGain } from '#audio/own/measured.ts';
import type { BellId } from '#session/cues.ts';
import { isOwn, type BedKind, type OwnId } from '#session/layers.ts';
import type { Foretaste } from './foretaste.svelte.ts';
import type { OwnSounds } from './own-sounds.svelte.ts';
import type { SoundSetup } from './sound-setup.svelte.ts';

export type Sounded = Sample['kind'];

/** The shipped lines of the check. */
const SPOKEN = { left: 'check.left', right: 'check.right', voice: 'check.volume' } as const;

/** Hearing a thing before it is needed: which ear, how loud the voice, how the bell and the bed sound. */
export class SoundCheck {
  readonly #setup: () => SoundSetup;
  readonly #openEngine: () => Promise<Engine>;
  readonly #clipUrl: (line: string) => string | undefined;
  readonly #sounds: () => Promise<OwnSounds>;
  #audition: Promise<Audition> | undefined;
  #foretaste: Foretaste | undefined;
  #playing = $state<Sounded | undefined>();
  #failed = $state(false);

  constructor(
    setup: () => SoundSetup,
    openEngine: () => Promise<Engine>,
    clipUrl: (line: string) => string | undefined,
    sounds: () => Promise<OwnSounds>,
  ) {
    this.#setup = setup;
    this.#openEngine = openEngine;
    this.#clipUrl = clipUrl;
    this.#sounds = sounds;
  }

  get playing(): Sounded | undefined {
    return this.#playing;
  }
  /** The last one could not be played. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The mix as it will be in a phase. One thing is tried out at a time. */
  async foretaste(): Promise<Foretaste> {
    const { Foretaste } = await import('./foretaste.svelte.ts');
    const open = () => {
      this.#letGo();
      return this.#openEngine();
    };
    return (this.#foretaste ??= new Foretaste(open, this.#setup));
  }

  async play(what: Exclude<Sounded, 'own'>): Promise<void> {
    const { bell, beds } = this.#setup();
    const sample = this.#sampleOf(what);
    if (sample !== undefined) return this.#hear(sample);
    const own = what === 'bell' ? bell : beds[0]?.sound;
    if (own !== undefined && isOwn(own)) await this.playOwn(own, what);
  }

  /** Hears one of the sounds that every device makes, chosen or not, as loud as the chosen ones are. */
  async playMade(made: { readonly bell: BellId } | { readonly bed: BedKind }): Promise<void> {
    const { levels } = this.#setup();
    if ('bell' in made) await this.#hear({ kind: 'bell', bell: made.bell, level: levels.bell });
    else await this.#hear({ kind: 'bed', beds: [{ bed: made.bed, level: 0 }], level: levels.bed });
  }

  /** Hears a sound that was brought along, as loud as it will be as a bed or a bell; `what` is said to play meanwhile. */
  async playOwn(id: OwnId, what: Sounded = 'own'): Promise<void> {
    const sounds = await this.#sounds();
    const [sound, bytes] = [sounds.all.find((each) => each.id === id), await sounds.bytes(id)];
    if (sound === undefined || bytes === undefined) return;
    const bus = what === 'bell' ? 'bell' : 'bed';
    const url = URL.createObjectURL(bytes);
    await this.#hear({ kind: 'own', url, level: ownGain(sound, bus) + this.#setup().levels[bus] }, what);
    URL.revokeObjectURL(url);
  }

  async #hear(sample: Sample, what: Sounded = sample.kind): Promise<void> {
    this.#foretaste?.stop();
    this.#playing = what;
    try {
      this.#audition ??= this.#openEngine().then((engine) => engine.audition());
      const audition = await this.#audition;
      await audition.play(sample);
      this.#failed = false;
    } catch {
      this.#audition = undefined;
      this.#failed = true;
    }
    if (this.#playing === what) this.#playing = undefined;
  }

  stop(): void {
    this.#playing = undefined;
    void this.#audition?.then((audition) => audition.stop());
  }

  /** The session's context is another one: what was opened for trying out is let go. */
  close(): void {
    this.#foretaste?.stop();
    this.#letGo();
  }

  #letGo(): void {
    this.stop();
    this.#audition = undefined;
  }

  #sampleOf(what: Exclude<Sounded, 'own'>): Sample | undefined {
    const { bell, beds, levels } = this.#setup();
    if (what === 'bell') return isOwn(bell) ? undefined : { kind: what, bell, level: levels.bell };
    if (what === 'bed') {
      const tried = beds.flatMap(({ sound, level = 0 }) => (isOwn(sound) ? [] : [{ bed: sound, level }]));
      return tried.length === 0 ? undefined : { kind: what, beds: tried, level: levels.bed };
    }
    const url = this.#clipUrl(SPOKEN[what]);
    return url === undefined ? undefined : { kind: what, url, level: levels.voice };
  }
}
