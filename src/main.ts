import { mount } from 'svelte';
import { createShippedGuide } from '#app/guide.ts';
import { PATIENT_WINDOW } from '#app/patient/window-address.ts';
import type { Outside } from '#app/ports.ts';
import type { EngineHandlers } from '#audio/engine.ts';
import { Undertone } from '#app/undertone.svelte.ts';
import { clipUrl } from '#catalog/voices.ts';
import { createAudioSession } from '#platform/audio-session.ts';
import { download } from '#platform/download.ts';
import { fillScreen } from '#platform/full-screen.ts';
import type { MediaActs } from '#platform/media-session.ts';
import { hintLocked, isHintedLocked } from '#platform/lock-hint.ts';
import { holdSession, noSessionRuns, sessionRuns } from '#platform/session-lock.ts';
import type { OwnId } from '#session/layers.ts';
import { leaveUnremembered } from '#platform/unremembered.ts';
import { vibrationOf } from '#platform/vibration.ts';
import { followOutput } from '#platform/output.ts';
import { keepScreenOn } from '#platform/wake-lock.ts';
import { playSound } from '#platform/play-sound.ts';
import { comingConnection } from '#storage/coming-connection.ts';
import { comingJournal } from '#storage/coming-journal.ts';
import { openUnlocked } from '#storage/lock/opening.ts';
import { sha256Of } from '#storage/sha-256.ts';
import { createSettings } from '#storage/settings.ts';
import type { Connection } from '#storage/store.ts';
import App from '#ui/App.svelte';
import '#ui/style/tokens.css';

const reload = () => location.reload();

/** What the passphrase opened, where what is kept is locked. */
let unlocked: Connection | undefined;
let opening: Promise<Connection> | undefined;

async function open(): Promise<Connection> {
  const found = await openUnlocked(indexedDB, reload);
  if (found !== undefined) return found;
  hintLocked(true);
  if (isHintedLocked()) reload();
  throw new Error('what is kept is locked');
}

const connection = comingConnection(() => {
  if (unlocked !== undefined) return Promise.resolve(unlocked);
  opening ??= open().catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  });
  return opening;
});
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

/** What makes sessions sound: wanted behind the first view. */
async function openEngine(handlers: EngineHandlers) {
  const [{ createEngine }, { followPage }] = await Promise.all([
    import('#audio/engine.ts'),
    import('#platform/page-life.ts'),
  ]);
  return createEngine({ ...handlers, findOwn, followPage });
}

/** Who else can say the lines: wanted behind the first view. */
const guides = async () =>
  (await import('#app/guides.ts')).createGuides({
    shipped,
    openWhole: async () => (await import('#app/whole-guide.ts')).createWholeGuide('en'),
    openStore: openGuideStore,
    openAnchors,
  });

/** How a session is kept sounding outside of the page, and shown there. */
async function openMedia() {
  const [{ openSilentLoop }, { openMediaControls }] = await Promise.all([
    import('#platform/silent-loop.ts'),
    import('#platform/media-session.ts'),
  ]);
  return { openSilentLoop, openMediaControls: (acts: MediaActs) => openMediaControls(navigator, acts) };
}

/** Whether what was kept is still there. */
async function openPermanence() {
  const [{ Permanence }, { createBesideStorage }, { countKept }] = await Promise.all([
    import('#app/permanence.svelte.ts'),
    import('#platform/beside-storage.ts'),
    import('#storage/traces.ts'),
  ]);
  const ports = { ...outside, countKept: () => countKept(connection), beside: createBesideStorage() };
  return Permanence.open(ports);
}

const outside: Outside = {
  openEngine,
  journal: comingJournal(async () => (await import('#storage/journal.ts')).createJournal(connection, digest)),
  settings: createSettings(connection.store('settings')),
  isUsed: async () => (await import('#storage/traces.ts')).hasTraces(connection),
  openMixes: async () => (await import('#storage/mixes.ts')).createMixShelf(connection),
  openPatterns: async () => (await import('#storage/patterns.ts')).createPatternShelf(connection),
  openOwnPractices: async () => (await import('#storage/own-practices.ts')).createPracticeShelf(connection),
  openPresets: async () => (await import('#storage/presets.ts')).createPresetShelf(connection),
  openPages: async () => (await import('#storage/pages.ts')).createPageStore(connection),
  openRecords: async () => (await import('#storage/records.ts')).createRecordStore(connection, digest),
  openBackups: async () => (await import('#storage/backup/backup.ts')).createBackupStore(connection, crypto),
  openLock: async () =>
    (await import('#storage/lock/lock.ts')).createLock({ factory: indexedDB, crypto, onDeleted: reload }),
  hintLocked,
  openNotices: async () => (await import('#platform/notices.ts')).createNotices(),
  openExchange: async () => (await import('#platform/exchange.ts')).createExchange(navigator),
  openPermanence,
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
  steadyMs: () => performance.now(),
  newId: () => crypto.randomUUID(),
  dice: () => Math.random(),
  keepScreenOn,
  followOutput: (tell) => followOutput(navigator.mediaDevices, tell),
  openMedia,
  fillScreen,
  vibrate: vibrationOf(navigator),
  ...createAudioSession(navigator),
  download,
  installApp: async (handlers) => (await import('#platform/installed-app.ts')).installApp(handlers),
  shippedSounds: async () => (await import('virtual:shipped-sounds')).shippedSounds,
  keepSounds: async (...args) => (await import('#platform/keep-sounds.ts')).keepSounds(...args),
  holdSession,
  sessionRuns,
  noSessionRuns,
  reload,
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

function openApp(target: HTMLElement): Undertone {
  const undertone = new Undertone(outside);
  mount(App, { target, props: { undertone, patient: openPatient() } });
  void undertone.open();
  leaveUnremembered(target);
  void import('#platform/stray-files.ts').then(({ keepStrayFilesOut }) => keepStrayFilesOut(window));
  addEventListener('pointerdown', () => void undertone.wake(), { once: true });
  void import('#app/days/reminding.ts').then(({ remind }) =>
    remind(outside, () => undertone.screen === 'start'),
  );
  return undertone;
}

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
if (location.hash === PATIENT_WINDOW)
  void import('./second-window.ts').then(({ showWatching }) => showWatching(target));
else if (isHintedLocked())
  void import('./locked.ts').then(({ showLocked }) =>
    showLocked(target, (opened) => {
      unlocked = opened;
      return openApp(target);
    }),
  );
else openApp(target);
