import { knownLines } from '#guidance/known-lines.ts';
import { avoiding, traumaAware } from '#session/avoiding.ts';
import { BODY_PARTS, bodyParts, type BodyPart } from '#session/body-parts.ts';
import { itemsFor } from '#session/checks.ts';
import { proposedTalk } from '#session/depth.ts';
import { beginningEvents, isOpen, uncheckedIn, type Standing } from '#session/despite.ts';
import type { EventBody } from '#session/log.ts';
import type { Plan, Talk } from '#session/plan.ts';
import type { Region } from '#session/regions.ts';
import { findingsOf, mended, type Judging } from '#session/rules.ts';
import type { Answer, Finding, Fix } from '#session/rules/ruling.ts';
import { NOBODY, type Person } from '#session/sheet-draft.ts';
import { SHEET_VERSION, type CheckItem, type Depth, type Eyes, type Sheet } from '#session/sheet.ts';
import type { Clinic } from './clinic.svelte.ts';
import type { ClinicChecks } from './clinic-checks.svelte.ts';
import { regionsNamedIn } from './named-regions.ts';
import type { SessionSetup } from './session-setup.svelte.ts';
import { KeptSheet, type SheetPorts } from './kept-sheet.svelte.ts';
import type { Outside } from './ports.ts';
import type { CardTaking } from './preference/card-taking.svelte.ts';
import { Taking, type Opens } from './taking.svelte.ts';

/** What a session is begun with, beside its plan. */
export interface Beginning {
  readonly sheet: Sheet;
  /** What was checked before, what is switched off, and what it is begun despite. */
  readonly events: readonly EventBody[];
}

/** Whom the sheet needs: who opens guides and lines, and where it is kept meanwhile. */
export interface Around {
  readonly opens: Opens;
  readonly outside: SheetPorts & Pick<Outside, 'openExchange'>;
}

/** Who begins sessions. */
export interface Begins {
  begin(beginning: Beginning): Promise<void>;
  readonly screen: string;
}

/** What is settled with a person before a session, beside how it sounds. Changes the plan where the plan depends on it. */
export class Preparing {
  readonly setup: SessionSetup;
  readonly checks: ClinicChecks;
  /** Takes up what was settled before. */
  readonly taking: Taking;
  /** What becomes of it until a session begins. */
  readonly kept: KeptSheet;
  readonly #clinic: Pick<Clinic, 'times'>;
  readonly #around: Around;
  #card: CardTaking | undefined;
  label = $state('');
  depth = $state<Depth>('unknown');
  intention = $state('');
  likes = $state('');
  dislikes = $state('');
  eyes = $state<Eyes>('as-they-like');
  languages = $state('');
  hearing = $state<Answer>('unknown');
  trauma = $state<Answer>('unknown');
  #avoid = $state.raw<readonly Region[]>([]);
  /** Items of the arrival list that are checked. */
  checked = $state.raw<readonly string[]>([]);
  /** What was put right, for as long as the plan is otherwise the same. */
  #mended = $state.raw<{ readonly shape: string; readonly fixes: readonly Fix[] }>({ shape: '', fixes: [] });

  constructor(setup: SessionSetup, checks: ClinicChecks, clinic: Pick<Clinic, 'times'>, around: Around) {
    this.setup = setup;
    this.#around = around;
    this.taking = new Taking(this, around.opens);
    this.kept = new KeptSheet(this, around.outside);
    this.checks = checks;
    this.#clinic = clinic;
    setup.amend = (plan) => this.#amended(plan);
  }

  readonly avoided = $derived.by<readonly BodyPart[]>(() =>
    bodyParts.filter((part) => BODY_PARTS[part].every((region) => this.#avoid.includes(region))),
  );
  /** How much the depth would have said, where that is not what is chosen. */
  readonly proposed = $derived.by<Talk | undefined>(() => proposedTalk(this.depth, this.setup.talk));
  readonly gates = $derived.by<Sheet['gates']>(() => ({
    seizure: this.setup.seizureHistory,
    hearing: this.hearing,
    trauma: this.trauma,
    headphones: this.setup.headphones,
  }));
  /** What is known of the person so far. */
  readonly person = $derived.by<Person>(() => {
    const { label, intention, likes, dislikes, eyes, languages, gates, setup } = this;
    const { ownRate } = setup.breath;
    return {
      ...{ label, intention, likes, dislikes, eyes, languages, gates },
      avoid: [...this.#avoid],
      ...(ownRate === undefined ? {} : { ownRate }),
      anchors: setup.anchors.map(({ id }) => id),
    };
  });
  /** The arrival list of this route. */
  readonly items = $derived.by(() => itemsFor(this.checks.lists, 'arrival', this.setup.route));
  readonly #judging = $derived.by<Judging>(() => ({
    lines: knownLines(this.setup.guide, 'en'),
    circumstances: {
      seizure: this.gates.seizure,
      headphones: this.gates.headphones,
      vitalsDue: this.#clinic.times.vitals[this.setup.route].minutes.map((minute) => minute * 60),
    },
    waived: this.checks.waived,
  }));
  readonly findings = $derived.by<readonly Finding[]>(() => findingsOf(this.setup.plan, this.#judging));
  readonly #standing = $derived.by<Standing>(() => ({
    items: this.items,
    checked: this.checked,
    findings: this.findings,
    waived: this.checks.waived,
  }));
  readonly unchecked = $derived.by<readonly CheckItem[]>(() => uncheckedIn(this.#standing));
  /** Something stands against beginning without a word. */
  readonly open = $derived.by(() => isOpen(this.#standing));

  avoid(part: BodyPart): void {
    const regions: readonly Region[] = BODY_PARTS[part];
    const others = this.#avoid.filter((region) => !regions.includes(region));
    this.#avoid = this.avoided.includes(part) ? others : [...others, ...regions];
  }

  isChecked({ id }: CheckItem): boolean {
    return this.checked.includes(id);
  }

  check({ id }: CheckItem, checked: boolean): void {
    const others = this.checked.filter((each) => each !== id);
    this.checked = checked ? [...others, id] : others;
  }

  mend({ fix }: Finding): void {
    if (fix !== undefined) this.#keepFix(fix);
  }

  /** Everything that can be put right at once. */
  mendAll(): void {
    const judging = this.#judging;
    this.#keepFix((plan) => mended(plan, judging));
  }

  /** `reason`: why it begins although something is open. Throws where something is and there is none [PR12]. */
  beginning(reason = ''): Beginning {
    return { sheet: this.sheet(), events: beginningEvents(this.#standing, reason) };
  }

  /** Begins with it; once that has succeeded the sheet is the session's. */
  async begin(app: Begins, reason = ''): Promise<void> {
    await app.begin(this.beginning(reason));
    if (app.screen === 'live') this.kept.clear();
  }

  sheet(): Sheet {
    const { plan, route, talk, guide } = this.setup;
    const { label, depth, intention, likes, dislikes, eyes, languages } = this;
    const { devices, lozengeHold, pumpMinutes } = plan;
    return {
      format: 'undertone-sheet',
      version: SHEET_VERSION,
      label: label.trim(),
      route,
      ...(devices === undefined ? {} : { devices: devices as 1 | 2 | 3 }),
      ...(pumpMinutes === undefined ? {} : { pumpMinutes }),
      ...(lozengeHold === undefined ? {} : { lozengeHold }),
      depth,
      intention: intention.trim(),
      preferences: { talk, voice: guide.id, likes, dislikes, avoid: [...this.#avoid], eyes, languages },
      gates: this.gates,
      checklists: this.checks.lists,
    };
  }

  /** Takes up what is known of somebody; lines of somebody close are found by who has them. */
  know({ gates, ...person }: Person): void {
    this.label = person.label;
    this.intention = person.intention;
    this.likes = person.likes;
    this.dislikes = person.dislikes;
    this.eyes = person.eyes;
    this.languages = person.languages;
    this.#avoid = person.avoid;
    this.hearing = gates.hearing;
    this.trauma = gates.trauma;
    this.setup.seizureHistory = gates.seizure;
    this.setup.headphones = gates.headphones;
    this.setup.breath.ownRate = person.ownRate;
  }

  /** Where a card from home is read, before anything of it is taken up; the same for as long as the app is open. */
  async card(): Promise<CardTaking> {
    const [{ CardTaking }, exchange] = await Promise.all([
      import('./preference/card-taking.svelte.ts'),
      this.#around.outside.openExchange(),
    ]);
    return (this.#card ??= new CardTaking(this, exchange));
  }

  /** For the next person: what is known of this one is gone, what the clinic has set stays. */
  reset(): void {
    this.know(NOBODY);
    this.depth = 'unknown';
    this.setup.forget();
    this.#card?.letGo();
    this.checked = [];
    this.#mended = { shape: '', fixes: [] };
    this.kept.clear();
  }

  #keepFix(fix: Fix): void {
    const shape = shapeOf(this.#settled(this.setup.chosen));
    const fixes = this.#mended.shape === shape ? this.#mended.fixes : [];
    this.#mended = { shape, fixes: [...fixes, fix] };
  }

  #settled(plan: Plan): Plan {
    const regionsOf = (line: string) => regionsNamedIn(this.setup.guide.line(line)?.text ?? '');
    const aware = this.trauma === 'yes' ? traumaAware(plan, regionsOf) : plan;
    return avoiding(aware, this.#avoid, regionsOf);
  }

  #amended(plan: Plan): Plan {
    const settled = this.#settled(plan);
    const { shape, fixes } = this.#mended;
    return fixes.length > 0 && shape === shapeOf(settled)
      ? fixes.reduce((whole, fix) => fix(whole), settled)
      : settled;
  }
}

/** All that fixes were found for. Levels and the sounds underneath may change without asking for them anew. */
function shapeOf({ route, phases, devices, lozengeHold, bells, beats }: Plan): string {
  return JSON.stringify([route, phases, devices, lozengeHold, bells, beats]);
}
