import { LONGEST_SPOKEN } from '#session/journal-page.ts';
import type { Seconds } from '#session/units.ts';
import type { QuestionId } from '#session/windows.ts';
import type { Outside } from '../ports.ts';
import { TakeRecorder, type RecorderParts } from '../voices/take-recorder.svelte.ts';
import type { OpenPage } from './open-page.svelte.ts';

type SpeakingParts = RecorderParts & Pick<Outside, 'nowMs' | 'keepScreenOn'>;

const LOOKED_EVERY_MS = 250;

/** Speaking onto a page: one press begins, the next ends and keeps it. The microphone is let go after each note. */
export class Speaking {
  readonly recorder: TakeRecorder;
  readonly #parts: SpeakingParts;
  #onto = $state.raw<OpenPage | undefined>();
  #question: QuestionId = 'now';
  #left = $state<Seconds>(LONGEST_SPOKEN);
  #looking: ReturnType<typeof setInterval> | undefined;
  #screen: { release(): void } | undefined;
  #finishing: Promise<void> | undefined;

  constructor(parts: SpeakingParts) {
    this.#parts = parts;
    this.recorder = new TakeRecorder({ ...parts, most: LONGEST_SPOKEN });
  }

  /** How long one can still speak, in whole seconds. */
  get left(): Seconds {
    return this.#left;
  }
  /** The page that is spoken onto, from the press until the note is kept. */
  get onto(): OpenPage | undefined {
    return this.#onto;
  }

  /** `question`: what is asked above the page. */
  async press(page: OpenPage, question: QuestionId): Promise<void> {
    const { state } = this.recorder;
    if (state === 'recording') return this.#finish();
    if (state !== 'ready') return;
    this.#onto = page;
    this.#question = question;
    await this.recorder.press();
    if (this.recorder.state === 'recording') this.#begun();
    else this.#over();
  }

  /** Whoever leaves while speaking keeps what was said. */
  async leave(): Promise<void> {
    if (this.recorder.state === 'recording' || this.#finishing !== undefined) await this.#finish();
    else this.#over();
  }

  #begun(): void {
    const begunMs = this.#parts.nowMs();
    this.#left = LONGEST_SPOKEN;
    this.#screen = this.#parts.keepScreenOn();
    this.#looking = setInterval(() => {
      const left = LONGEST_SPOKEN - (this.#parts.nowMs() - begunMs) / 1000;
      this.#left = Math.max(0, Math.ceil(left));
      if (left <= 0) void this.#finish();
    }, LOOKED_EVERY_MS);
  }

  /** Once for each note, whoever asks for it: a press, the limit, or leaving. */
  #finish(): Promise<void> {
    this.#finishing ??= this.#kept().finally(() => (this.#finishing = undefined));
    return this.#finishing;
  }

  async #kept(): Promise<void> {
    clearInterval(this.#looking);
    const page = this.#onto;
    const take = await this.recorder.press();
    if (take !== undefined) await page?.speak(take.sound, take.seconds, this.#question);
    this.#over();
  }

  #over(): void {
    clearInterval(this.#looking);
    this.#screen?.release();
    this.#screen = undefined;
    this.recorder.close();
    this.#onto = undefined;
  }
}
