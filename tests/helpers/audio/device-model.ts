import { isLost, NOTHING_KEPT, stepAfter, type Act, type Happening, type Hope } from '#audio/interruption.ts';

/** How a device behaves when something else takes the sound, and after that. */
export type Taking = 'interrupted' | 'suspended' | 'says running';
export type Letting = 'runs' | 'waits for resume' | 'is wedged';

/** What happens to a device. */
export type Fate =
  | { readonly kind: 'taken'; readonly as: Taking }
  | { readonly kind: 'let go'; readonly and: Letting }
  | { readonly kind: 'closed' | 'tap' | 'begin fails' }
  | { readonly kind: 'frozen'; readonly seconds: number; readonly told: boolean }
  | { readonly kind: 'wall jumps'; readonly seconds: number }
  | { readonly kind: 'passes'; readonly looks: number };

const LOOK = 0.25;
/** As the gate on the audio thread has it. */
const GAP = 1;

interface ModelContext {
  state: AudioContextState;
  time: number;
  /** Resumed, it would move. */
  healthy: boolean;
}

/** A device, the page on it and its clocks, under the hands of the machine; it says what should never be. */
export class DeviceModel {
  readonly wrongs: string[] = [];
  readonly #startsAlone: boolean;
  readonly #gated: boolean;
  hope: Hope | undefined;
  #keeping = NOTHING_KEPT;
  #now = 0;
  #context: ModelContext = { state: 'running', time: 0, healthy: true };
  #taken: Taking | undefined;
  /** What was handed over to the context, and may sound. */
  #attached = true;
  #shut = false;
  #stoodFor = 0;
  #silentFor = 0;
  #interruptedFor = 0;
  #behind = 0;
  #beginFails = false;
  #beginsIn: number | undefined;

  /** `startsAlone`: a new context may sound without a tap. `gated`: there is a gate on its audio thread. */
  constructor(startsAlone: boolean, gated: boolean) {
    [this.#startsAlone, this.#gated] = [startsAlone, gated];
    this.#hear({ kind: 'begun' });
  }

  get sounds(): boolean {
    return this.#attached && !this.#shut && this.#moves && !isLost(this.#keeping);
  }

  meet(fate: Fate): void {
    switch (fate.kind) {
      case 'taken':
        this.#taken = fate.as;
        if (fate.as !== 'says running' && this.#context.state !== 'closed') this.#context.state = fate.as;
        return this.#look();
      case 'let go':
        return this.#letGo(fate.and);
      case 'closed':
        this.#context.state = 'closed';
        return this.#look();
      case 'tap':
        return this.#tap();
      case 'begin fails':
        this.#beginFails = true;
        return;
      case 'frozen':
        return this.#freeze(fate.seconds, fate.told);
      case 'wall jumps':
        this.#behind += fate.seconds;
        return;
      case 'passes':
        for (let look = 0; look < fate.looks; look++) this.pass();
    }
  }

  /** Whatever has the sound lets go of it. */
  endTaking(): void {
    if (this.#taken !== undefined) this.#letGo('waits for resume');
    else this.#context.healthy = true;
  }

  /** A quarter of a second in which the page can be used. */
  pass(): void {
    this.#now += LOOK;
    this.#run(LOOK);
    if (this.#beginsIn !== undefined && this.#beginsIn-- <= 0) this.#begin();
    this.#look();
    this.#silentFor = this.#attached && !this.sounds ? this.#silentFor + LOOK : 0;
    this.#interruptedFor = this.#context.state === 'interrupted' ? this.#interruptedFor + LOOK : 0;
    this.#check();
  }

  #check(): void {
    if (this.#silentFor >= 2) this.wrongs.push('silent for two seconds, and nobody told');
    if (!this.#attached && this.#beginsIn === undefined && this.hope === undefined)
      this.wrongs.push('nothing sounds, and nobody told');
    if (this.#attached && this.#behind > 3 && this.#beginsIn === undefined)
      this.wrongs.push('far behind the session, and nobody told');
    if (this.#interruptedFor >= 2 && this.hope !== 'waits')
      this.wrongs.push('interrupted, and nobody told that it waits');
  }

  get #moves(): boolean {
    return this.#context.state === 'running' && this.#taken === undefined && this.#context.healthy;
  }

  #run(seconds: number, told = false): void {
    if (!this.#moves) {
      this.#stoodFor += seconds;
      if (this.#attached) this.#behind += seconds;
      return;
    }
    if (this.#stoodFor > GAP && this.#attached && !this.#shut) {
      this.#shut = this.#gated;
      if (this.#gated) this.#hear({ kind: 'gap' });
      else if (told) this.wrongs.push('a stale cue sounds');
    }
    this.#stoodFor = 0;
    this.#context.time += seconds;
  }

  #begin(): void {
    this.#beginsIn = undefined;
    const fails = this.#beginFails;
    this.#beginFails = false;
    if (fails) return this.#hear({ kind: 'refused' });
    [this.#attached, this.#shut, this.#stoodFor, this.#behind] = [true, false, 0, 0];
    this.hope = undefined;
    this.#hear({ kind: 'begun' });
  }

  #tap(): void {
    const before = this.#context;
    this.#hear({ kind: 'tap' });
    if (this.#context !== before && this.#taken === undefined) this.#context.state = 'running';
  }

  #letGo(and: Letting): void {
    this.#taken = undefined;
    if (this.#context.state === 'closed') return;
    this.#context.healthy = and !== 'is wedged';
    this.#context.state = and === 'waits for resume' ? 'suspended' : 'running';
    this.#look();
  }

  /** The page stands still; its audio thread at first does not. */
  #freeze(seconds: number, told: boolean): void {
    if (told) this.#hear({ kind: 'frozen' });
    this.#run(0.5);
    this.#now += seconds;
    this.#stoodFor += seconds;
    if (this.#attached) this.#behind += seconds;
    this.#run(0.02, told);
    this.#hear({ kind: 'thawed' });
    this.#look();
  }

  #look(): void {
    const { state, time } = this.#context;
    this.#hear({ kind: 'look', state, time, behind: this.#beginsIn === undefined ? this.#behind : 0 });
  }

  #hear(happening: Happening): void {
    const { keeping, acts } = stepAfter(this.#keeping, happening, this.#now);
    this.#keeping = keeping;
    for (const act of acts) this.#carryOut(act);
  }

  #carryOut(act: Act): void {
    switch (act.kind) {
      case 'hush':
        [this.#attached, this.#beginsIn] = [false, undefined];
        return;
      case 'tell':
        this.hope = act.hope;
        return;
      case 'suspend':
        if (this.#context.state === 'running') this.#context.state = 'suspended';
        return;
      case 'resume':
        if (this.#context.state === 'interrupted') this.wrongs.push('asked to go on while interrupted');
        if (this.#context.state === 'suspended' && this.#taken === undefined) this.#context.state = 'running';
        return;
      case 'rebuild':
        this.#context = { state: this.#freshState(), time: 0, healthy: true };
        this.#interruptedFor = 0;
        return;
      case 'take-up':
        if (this.#attached) this.wrongs.push('taken up over what still plays');
        if (!this.#moves) this.wrongs.push('taken up on a device that does not sound');
        [this.#shut, this.#beginsIn] = [false, 1];
    }
  }

  #freshState(): AudioContextState {
    if (this.#taken === 'interrupted') return 'interrupted';
    return this.#taken === undefined && this.#startsAlone ? 'running' : 'suspended';
  }
}
