import { mount } from 'svelte';
import { createShippedGuide } from '#app/guide.ts';
import { PATIENT_WINDOW } from '#app/patient/window-address.ts';
import type { Outside } from '#app/ports.ts';
import { Undertone } from '#app/undertone.svelte.ts';
import { clipUrl } from '#catalog/voices.ts';
import { createAudioSession } from '#platform/audio-session.ts';
import { download } from '#platform/download.ts';
import { fillScreen } from '#platform/full-screen.ts';
import { holdSession, sessionRuns } from '#platform/session-lock.ts';
import type { OwnId } from '#session/layers.ts';
import { vibrationOf } from '#platform/vibration.ts';
import { keepScreenOn } from '#platform/wake-lock.ts';
import { playSound } from '#platform/play-sound.ts';
import { createConnection } from '#storage/connection.ts';
import { comingJournal } from '#storage/coming-journal.ts';
import { sha256Of } from '#storage/sha-256.ts';
import { createSettings } from '#storage/settings.ts';
import App from '#ui/App.svelte';
import '#ui/style/tokens.css';

const connection = createConnection(indexedDB);
const digest = sha256Of(crypto);
const shipped = createShippedGuide('en');

const openGuideStore = async () => (await import('#storage/guides.ts')).createGuideStore(connection);

const openAnchors = async () => (await import('#storage/anchor-lines.ts')).createAnchorShelf(connection);

const openOwnSoundStore = async () =>
  (await import('#storage/own-sounds.ts')).createOwnSoundStore(connection);

/** A sound that was brought along, for the engine. */
async function findOwn(id: OwnId) {
  const store = await openOwnSoundStore();
  const [sound, bytes] = await Promise.all([store.find(id), store.bytes(id)]);
  return sound === undefined || bytes === undefined ? undefined : { ...sound, bytes };
}

/** Who else can say the lines: wanted behind the first view. */
const guides = async () =>
  (await import('#app/guides.ts')).createGuides({
    shipped,
    openWhole: async () => (await import('#app/whole-guide.ts')).createWholeGuide('en'),
    openStore: openGuideStore,
    openAnchors,
  });

const outside: Outside = {
  openEngine: async (handlers) => (await import('#audio/engine.ts')).createEngine({ ...handlers, findOwn }),
  journal: comingJournal(async () => (await import('#storage/journal.ts')).createJournal(connection, digest)),
  settings: createSettings(connection.store('settings')),
  openMixes: async () => (await import('#storage/mixes.ts')).createMixShelf(connection),
  openPatterns: async () => (await import('#storage/patterns.ts')).createPatternShelf(connection),
  openPresets: async () => (await import('#storage/presets.ts')).createPresetShelf(connection),
  openPages: async () => (await import('#storage/pages.ts')).createPageStore(connection),
  openRecords: async () => (await import('#storage/records.ts')).createRecordStore(connection, digest),
  openNotices: async () => (await import('#platform/notices.ts')).createNotices(),
  openGuideStore,
  openAnchors,
  openRecording: async (file) => (await import('#audio/recording/opening.ts')).openRecording(file),
  openLineWorker: async () => (await import('#audio/recording/line-worker.ts')).createLineWorker(),
  openMicrophone: async () => (await import('#audio/recording/microphone.ts')).openMicrophone(),
  playSound,
  openOwnSoundStore,
  measureSound: async (...args) => (await import('#audio/own/measuring.ts')).measureSound(...args),
  storageRoom: async (ask) => (await import('#platform/storage-room.ts')).storageRoom(ask),
  guides: {
    shipped,
    list: async () => (await guides()).list(),
    open: async (id) => (await guides()).open(id),
    reopen: async (saidBy) => (saidBy === undefined ? shipped : (await guides()).reopen(saidBy)),
  },
  clipUrl,
  nowMs: () => Date.now(),
  newId: () => crypto.randomUUID(),
  dice: () => Math.random(),
  keepScreenOn,
  fillScreen,
  vibrate: vibrationOf(navigator),
  ...createAudioSession(navigator),
  download,
  installApp: async (handlers) => (await import('#platform/installed-app.ts')).installApp(handlers),
  shippedSounds: async () => (await import('virtual:shipped-sounds')).shippedSounds,
  keepSounds: async (...args) => (await import('#platform/keep-sounds.ts')).keepSounds(...args),
  holdSession,
  sessionRuns,
  reload: () => location.reload(),
  onOnline: (call) => addEventListener('online', call),
};

/** What is there for the patient, fetched behind the first view. */
async function openPatient() {
  const [{ openPatientSide }, { createWindows }] = await Promise.all([
    import('#app/patient/patient-side.ts'),
    import('#platform/second-window.ts'),
  ]);
  return openPatientSide({ ...outside, ...createWindows(navigator) });
}

function openApp(target: HTMLElement): void {
  const undertone = new Undertone(outside);
  mount(App, { target, props: { undertone, patient: openPatient() } });
  void undertone.open();
  addEventListener('pointerdown', () => void undertone.wake(), { once: true });
  void import('#app/days/reminding.ts').then(({ remind }) =>
    remind(outside, () => undertone.screen === 'start'),
  );
}

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
if (location.hash === PATIENT_WINDOW)
  void import('./second-window.ts').then(({ showWatching }) => showWatching(target));
else openApp(target);
