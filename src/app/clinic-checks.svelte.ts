import { preparingTexts } from '#messages/preparing.ts';
import { changedLists } from '#session/checks.ts';
import type { RouteId } from '#session/plan.ts';
import { readWith } from '#session/reading.ts';
import { isRuleId, type RuleId } from '#session/rules/ruling.ts';
import { checklistsSchema } from '#session/sheet-reading.ts';
import { MOST_ITEMS, type CheckItem, type Checklists, type ListId } from '#session/sheet.ts';
import { inTime, PATIENCE_MS } from './in-time.ts';
import { NotKept } from './not-kept.svelte.ts';
import type { Outside } from './ports.ts';

type ChecksPorts = Pick<Outside, 'settings' | 'newId'>;

const LISTS_KEY = 'checklists';
const WAIVED_KEY = 'rules-off';

/** A clinic's own checklists, and the rules it has switched off. */
export class ClinicChecks {
  readonly #outside: ChecksPorts;
  #lists = $state.raw<Checklists>(shippedLists());
  #waived = $state.raw<readonly RuleId[]>([]);
  readonly #notKept = new NotKept();

  #late = $state(false);
  #reading: Promise<void> = Promise.resolve();

  private constructor(outside: ChecksPorts) {
    this.#outside = outside;
  }

  /** With what was kept, or what the app ships; that also where the device does not answer for so long. */
  static async open(outside: ChecksPorts, patienceMs = PATIENCE_MS): Promise<ClinicChecks> {
    const checks = new ClinicChecks(outside);
    checks.#reading = checks.#read();
    const read = await inTime(
      checks.#reading.then(() => true),
      patienceMs,
    );
    checks.#late = read !== true;
    return checks;
  }

  /** What was kept has not been read yet: lists and rules are those the app ships. */
  get late(): boolean {
    return this.#late;
  }
  get lists(): Checklists {
    return this.#lists;
  }
  get waived(): readonly RuleId[] {
    return this.#waived;
  }
  /** The device did not keep the last change; it holds until the page is closed. */
  get notKept(): boolean {
    return this.#notKept.any;
  }

  /** At the end of its list, for every route. One too many changes nothing. */
  async add(list: ListId, text: string): Promise<void> {
    await this.#reading; // what was kept is never written over by what is shipped
    if (this.#lists[list].length >= MOST_ITEMS) return;
    const item = { id: `own.${this.#outside.newId().slice(0, 8)}`, text: text.trim() };
    await this.change(list, [...this.#lists[list], item]);
  }

  async change(list: ListId, items: readonly CheckItem[]): Promise<void> {
    await this.#reading;
    this.#lists = changedLists(this.#lists, list, items);
    await this.#notKept.of(LISTS_KEY, this.#outside.settings.keep(LISTS_KEY, this.#lists));
  }

  async waive(rule: RuleId, off: boolean): Promise<void> {
    await this.#reading;
    const others = this.#waived.filter((each) => each !== rule);
    this.#waived = off ? [...others, rule] : others;
    await this.#notKept.of(WAIVED_KEY, this.#outside.settings.keep(WAIVED_KEY, this.#waived));
  }

  async #read(): Promise<void> {
    const { settings } = this.#outside;
    const [lists, waived] = await Promise.all([
      settings.load(LISTS_KEY, listsOf),
      settings.load(WAIVED_KEY, waivedOf),
    ]);
    if (lists !== undefined) this.#lists = lists;
    if (waived !== undefined) this.#waived = waived;
    this.#late = false;
  }
}

function shippedLists(): Checklists {
  const { arrival, leaving } = preparingTexts('en').shipped;
  return { version: 0, arrival: arrival.map(itemOf), leaving: leaving.map(itemOf) };
}

interface ShippedItem {
  readonly id: string;
  readonly text: string;
  readonly routes?: readonly RouteId[];
}

function itemOf({ id, text, routes }: ShippedItem): CheckItem {
  return { id, text, ...(routes === undefined ? {} : { routes: [...routes] }) };
}

function listsOf(stored: unknown): Checklists | undefined {
  const read = readWith(checklistsSchema, stored);
  return read.ok ? read.value : undefined;
}

function waivedOf(stored: unknown): readonly RuleId[] | undefined {
  return Array.isArray(stored) ? stored.filter((each): each is RuleId => isRuleId(String(each))) : undefined;
}
