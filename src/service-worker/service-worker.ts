// Answers for the app when there is no network. It never takes over a page that runs: a new version waits until the
// person asks for it on the start screen, and no page is reloaded under a session.
import { keyOf, SOUND_CACHE } from '#platform/sound-cache.ts';
import { shippedSounds } from 'virtual:shipped-sounds';
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { createPartialResponse } from 'workbox-range-requests';
import { registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

const sounds = new Map(shippedSounds.map((sound) => [sound[0], sound]));

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && sounds.has(url.pathname),
  async ({ request, url }) => {
    const sound = sounds.get(url.pathname);
    const cache = await caches.open(SOUND_CACHE);
    const kept = sound && (await cache.match(keyOf(sound)));
    if (kept === undefined) return fetch(request);
    // Safari asks for media in parts, and wants parts.
    return request.headers.has('range') ? createPartialResponse(request, kept) : kept;
  },
);

/** Recordings that no line of this version has any more. */
async function letGo(): Promise<void> {
  const wanted = new Set(shippedSounds.map((sound) => new URL(keyOf(sound), self.location.origin).href));
  const cache = await caches.open(SOUND_CACHE);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** Whether no page was begun with another version: only then may pages be taken over while they run. */
const first = self.registration.active === null;

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([letGo(), first ? self.clients.claim() : undefined]));
});

// A tap on a reminder leads to the app: to the page that is open, or else to a new one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(([page]) => {
      return page === undefined ? self.clients.openWindow('/#/days') : page.focus();
    }),
  );
});

self.addEventListener('message', ({ data }: { readonly data: unknown }) => {
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING')
    void self.skipWaiting();
});
