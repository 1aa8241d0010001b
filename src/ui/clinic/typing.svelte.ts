import type { Entry } from '#session/entries.ts';
import { doubtsAbout, isWhole, TYPED, type Doubt, type Typed, type Vitals } from '#session/vitals.ts';

const MOST_DIGITS = 4;

/** A measurement that is made now, or the entry of one that is put right, with what is typed of it. */
export interface Measurement {
  readonly typing: Typing;
  readonly entry?: Entry<'vitals-recorded'> | undefined;
}

/** A measurement while it is being typed. */
export class Typing {
  #figures = $state.raw<Readonly<Partial<Record<Typed, string>>>>({});
  sedation = $state<number | undefined>();
  note = $state('');
  at = $state<Typed>('systolic');
  /** Numbers that were asked about and are right as they stand. */
  #sure = $state.raw<readonly string[]>([]);
  #asking = $state(false);

  constructor(vitals: Vitals = {}) {
    this.#figures = Object.fromEntries(
      TYPED.flatMap((typed) => (vitals[typed] === undefined ? [] : [[typed, String(vitals[typed])]])),
    );
    this.sedation = vitals.sedation;
    this.note = vitals.note ?? '';
  }

  figures(typed: Typed): string {
    return this.#figures[typed] ?? '';
  }
  /** What is typed with a keyboard of one's own comes whole. */
  set(typed: Typed, figures: string): void {
    const digits = figures.replace(/\D/g, '').slice(0, MOST_DIGITS);
    this.#figures = { ...this.#figures, [typed]: digits };
    this.#asking = false;
  }
  /** A digit from the big keys; a number that can have no further one leads on to the next. */
  press(digit: string): void {
    const figures = this.figures(this.at) + digit;
    this.set(this.at, figures);
    if (isWhole(this.at, figures)) this.next();
  }
  erase(): void {
    if (this.figures(this.at) === '') this.#move(-1);
    else this.set(this.at, this.figures(this.at).slice(0, -1));
  }
  next(): void {
    this.#move(1);
  }

  readonly vitals = $derived.by<Vitals>(() => {
    const figures = TYPED.flatMap((typed) => {
      const digits = this.figures(typed);
      return digits === '' ? [] : [[typed, Number(digits)] as const];
    });
    const note = this.note.trim();
    return {
      ...Object.fromEntries(figures),
      ...(this.sedation === undefined ? {} : { sedation: this.sedation }),
      ...(note === '' ? {} : { note }),
    };
  });
  readonly isEmpty = $derived.by(() => Object.keys(this.vitals).length === 0);
  readonly #open = $derived.by(() =>
    doubtsAbout(this.vitals).filter((doubt) => !doubt.canStay || !this.#sure.includes(signOf(doubt))),
  );
  /** What is asked, one at a time, once somebody wants to keep what was typed. */
  readonly doubt = $derived.by<Doubt | undefined>(() => (this.#asking ? this.#open[0] : undefined));

  /** Whether it can be kept as it stands; if not, what looks like a slip is asked about. */
  settled(): boolean {
    this.#asking = this.#open.length > 0;
    return !this.#asking;
  }
  /** It was a slip. */
  mean(doubt: Doubt): void {
    if (doubt.meant === undefined) return;
    const { systolic, diastolic } = this.vitals;
    const turned = doubt.typed === 'systolic' && doubt.meant === diastolic;
    this.#figures = {
      ...this.#figures,
      [doubt.typed]: String(doubt.meant),
      ...(turned ? { diastolic: String(systolic) } : {}),
    };
  }
  /** It is right as it stands. */
  insist(doubt: Doubt): void {
    this.#sure = [...this.#sure, signOf(doubt)];
  }

  #move(by: 1 | -1): void {
    this.at = TYPED[Math.min(TYPED.length - 1, Math.max(0, TYPED.indexOf(this.at) + by))] ?? 'systolic';
  }
}

function signOf({ typed, value, meant }: Doubt): string {
  return `${typed} ${value} ${meant ?? ''}`;
}
