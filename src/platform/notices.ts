/** `unasked`: the browser will ask the person, in a tap. `impossible`: it shows none, or none from this page. */
export type NoticeState = 'impossible' | 'unasked' | 'refused' | 'allowed';

/** Something the browser shows outside of the page. One with the same tag takes its place. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly tag: string;
}

/** What the browser shows outside of the page, as far as the person lets it. */
export interface Notices {
  state(): NoticeState;
  /** Asks the person; in a tap. */
  ask(): Promise<NoticeState>;
  show(notice: Notice): Promise<void>;
}

const STATES: Readonly<Record<NotificationPermission, NoticeState>> = {
  default: 'unasked',
  denied: 'refused',
  granted: 'allowed',
};

export function createNotices(): Notices {
  // iPhones have them only for an app on the home screen; a page without https is always refused.
  const here = 'Notification' in window && window.isSecureContext;
  const state = (): NoticeState => (here ? STATES[Notification.permission] : 'impossible');
  return {
    state,
    async ask() {
      if (here) await Notification.requestPermission().catch(() => undefined);
      return state();
    },
    async show({ title, text, tag }) {
      if (state() !== 'allowed') return;
      const options = { body: text, tag, icon: '/icons/any-192.png' };
      // Android shows only those of a service worker; where none is, the page's own are the way.
      const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
      if (worker?.active) await worker.showNotification(title, options);
      else new Notification(title, options).onclick = () => window.focus();
    },
  };
}
