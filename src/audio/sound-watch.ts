import { createPassingTime, type Moment, type PassingTime } from '#session/passing.ts';
import type { Seconds, SessionTime } from '#session/units.ts';
import { askToGoOn, type OpenContext } from './context.ts';
import type { Device } from './device.ts';
import { isLost, NOTHING_KEPT, stepAfter, type Act, type Happening, type Hope } from './interruption.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** How often the sound is looked at. */
const LOOKED_EVERY_MS = 250;
const LOOKS_A_SECOND = 1000 / LOOKED_EVERY_MS;

/** What is told of a sound that is looked after. */
export type SoundWord =
  /** It is not heard any more; the last place that was. */
  | { readonly kind: 'lost'; readonly at: SessionTime }
  | { readonly kind: 'hope'; readonly hope: Hope }
  /** The device sounds again: what was lost can be begun where it should be by now. */
  | { readonly kind: 'back' };

/** What a page tells of itself; a frozen one hears nothing until it has thawed. */
export type PageWord = 'frozen' | 'thawed' | 'seen';
/** Follows the page until what it returns is called. */
export type FollowPage = (tell: (word: PageWord) => void) => () => void;

interface WatchParts {
  readonly device: Device;
  /** Takes back all that sounds and was to sound; returns the last place that was heard. */
  readonly hush: (softly: boolean) => SessionTime;
  readonly onSecond: () => void;
  readonly followPage: FollowPage;
}

/** Where the clocks stood when the sound began, and the time that passes since. */
interface Anchor {
  readonly passing: PassingTime;
  readonly wallMs: number;
  readonly time: Seconds;
}

/** Looks after the sound for as long as something should sound: the one place that brings a lost device back. */
export class SoundWatch {
  readonly #parts: WatchParts;
  #keeping = NOTHING_KEPT;
  #open: OpenContext | undefined;
  /** The context that is being made in place of another. */
  #coming: Promise<OpenContext> | undefined;
  #anchor: Anchor | undefined;
  #onWord: ((word: SoundWord) => void) | undefined;
  #ticker: Ticker | undefined;
  #leavePage: (() => void) | undefined;
  #looks = 0;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Something sounds from now on; without a listener nothing is told of it, and nothing brought back. */
  begun(open: OpenContext, onWord: ((word: SoundWord) => void) | undefined): void {
    this.#follow(open);
    this.#onWord = onWord;
    this.#ticker ??= startTicker(LOOKED_EVERY_MS, () => this.#tick());
    if (onWord === undefined) return;
    this.#leavePage ??= this.#parts.followPage((word) => this.#hearPage(word));
    const now = moment();
    const passing = createPassingTime(now);
    this.#anchor = { passing, wallMs: now.wallMs, time: open.context.currentTime };
    this.#armed(open);
    this.#hear({ kind: 'begun' });
  }

  /** The audio thread has the wall clock alone: whether it stood still or that was set, only the page can tell. */
  #armed({ guard }: OpenContext): void {
    guard.arm((lastedMs) => {
      if (this.#anchor?.passing.wasSetBy(lastedMs, moment())) guard.reopen();
      else this.#hear({ kind: 'gap' });
    });
  }

  /** What was to sound could not. False where it is not looked after. */
  refused(): boolean {
    this.#hear({ kind: 'refused' });
    return isLost(this.#keeping);
  }

  /** Nothing is to sound: it was paused, or is over. */
  letGo(): void {
    this.#hear({ kind: 'let-go' });
    this.#open?.guard.arm(undefined);
    this.#follow(undefined);
    this.#ticker?.stop();
    this.#leavePage?.();
    this.#ticker = this.#leavePage = this.#onWord = this.#anchor = this.#coming = undefined;
    this.#looks = 0;
  }

  /** Brings back what was lost, in a tap. False where nothing was. */
  revive(): boolean {
    if (!isLost(this.#keeping)) return false;
    this.#hear({ kind: 'tap' });
    return true;
  }

  #hear(happening: Happening): void {
    const { keeping, acts } = stepAfter(this.#keeping, happening, performance.now() / 1000);
    this.#keeping = keeping;
    for (const act of acts) this.#carryOut(act);
  }

  readonly #look = (): void => {
    if (this.#open === undefined) return this.#hear({ kind: 'look', state: 'suspended', time: 0, behind: 0 });
    const { state, currentTime: time } = this.#open.context;
    this.#hear({ kind: 'look', state, time, behind: this.#behind(time) });
  };

  /** How much more time has passed than was heard, since it began to sound. */
  #behind(time: Seconds): Seconds {
    if (this.#anchor === undefined) return 0;
    const { passing, wallMs, time: from } = this.#anchor;
    return (passing.nowMs(moment()) - wallMs) / 1000 - (time - from);
  }

  #hearPage(word: PageWord): void {
    if (word === 'frozen') return this.#hear({ kind: 'frozen' });
    this.#hear({ kind: 'thawed' });
    this.#look();
  }

  #tick(): void {
    this.#look();
    this.#looks += 1;
    if (this.#looks % LOOKS_A_SECOND === 0) this.#parts.onSecond();
  }

  #carryOut(act: Act): void {
    switch (act.kind) {
      case 'hush':
        return this.#onWord?.({ kind: 'lost', at: this.#parts.hush(act.softly) });
      case 'tell':
        return this.#onWord?.({ kind: 'hope', hope: act.hope });
      case 'suspend':
        return void this.#open?.context.suspend().catch(() => undefined); // closed meanwhile
      case 'resume':
        return this.#open && askToGoOn(this.#open.context);
      case 'rebuild':
        return this.#rebuild();
      case 'take-up':
        this.#anchor = undefined;
        this.#open?.guard.arm(undefined);
        return this.#onWord?.({ kind: 'back' });
    }
  }

  #follow(next: OpenContext | undefined): void {
    this.#open?.context.removeEventListener('statechange', this.#look);
    this.#open = next;
    next?.context.addEventListener('statechange', this.#look);
  }

  #rebuild(): void {
    this.#follow(undefined);
    const coming = (this.#coming = this.#parts.device.renew());
    coming.then(
      (next) => {
        if (coming === this.#coming) this.#follow(next);
      },
      () => {
        if (coming === this.#coming) this.#hear({ kind: 'refused' });
      },
    );
  }
}

function moment(): Moment {
  return { wallMs: Date.now(), steadyMs: performance.now() };
}
