import type { Notices, NoticeState } from '#platform/notices.ts';
import { NotKept } from '../not-kept.svelte.ts';
import type { Outside } from '../ports.ts';
import { loadRemind, REMIND } from './kept-plan.ts';

type ReminderPorts = Pick<Outside, 'openNotices' | 'settings'>;

/** Whether this device reminds of the plan while the app is open. */
export class DeviceReminders {
  readonly #settings: Outside['settings'];
  readonly #notices: Notices;
  readonly #notKept = new NotKept();
  #wanted = $state(false);
  #state = $state<NoticeState>('impossible');

  private constructor(settings: Outside['settings'], notices: Notices, wanted: boolean) {
    this.#settings = settings;
    this.#notices = notices;
    this.#wanted = wanted;
    this.#state = notices.state();
  }

  static async open(outside: ReminderPorts): Promise<DeviceReminders> {
    const [notices, wanted] = await Promise.all([outside.openNotices(), loadRemind(outside)]);
    return new DeviceReminders(outside.settings, notices, wanted);
  }

  get state(): NoticeState {
    return this.#state;
  }
  /** It may have been wanted here, and refused in the browser since. */
  get on(): boolean {
    return this.#wanted && this.#state === 'allowed';
  }
  get notKept(): boolean {
    return this.#notKept.any;
  }

  /** In a tap: the browser asks the person the first time. */
  async turn(on: boolean): Promise<void> {
    if (on) this.#state = await this.#notices.ask();
    this.#wanted = on && this.#state === 'allowed';
    await this.#notKept.of(REMIND, this.#settings.keep(REMIND, this.#wanted));
  }
}
