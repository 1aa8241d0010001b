import { mount } from 'svelte';
import { Watching } from '#app/patient/watching.svelte.ts';
import { patientTexts } from '#messages/patient.ts';
import { openChannel, sharedMs } from '#platform/channel.ts';
import { fillScreen } from '#platform/full-screen.ts';
import { keepScreenOn } from '#platform/wake-lock.ts';
import WatchingView from '#ui/patient/Watching.svelte';

// Where the rooms of the second window meet: it has neither audio nor storage.

export function showWatching(target: HTMLElement): void {
  document.title = patientTexts('en').name;
  const newId = () => crypto.randomUUID();
  const watching = new Watching({ openChannel, sharedMs, fillScreen, keepScreenOn, newId });
  mount(WatchingView, { target, props: { watching } });
  watching.begin();
  addEventListener('pagehide', () => watching.leave());
  // From the browser's own memory of pages it comes back without being loaded.
  addEventListener('pageshow', ({ persisted }) => persisted && watching.ask());
}
