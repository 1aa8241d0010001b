import type { Engine, EngineHandlers } from '#audio/engine.ts';
import type { Player } from '#audio/rendition/player.ts';
import type { CueFault } from '#audio/scheduler.ts';
import type { Microphone, MicrophoneProblem } from '#audio/recording/microphone.ts';
import type { LineWorker, Raw } from '#audio/recording/line-worker.ts';
import type { OpeningProblem } from '#audio/recording/opening.ts';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { Result, Seconds } from '#session/units.ts';
import type { BackupStore } from '#storage/backup/backup.ts';
import type { GuideStore } from '#storage/guides.ts';
import type { Journal } from '#storage/journal.ts';
import type { Lock } from '#storage/lock/lock.ts';
import type { OwnMix } from '#session/own-mix.ts';
import type { OwnPattern } from '#session/own-pattern.ts';
import type { OwnPractice } from '#session/own-practice-reading.ts';
import type { Preset } from '#session/preset.ts';
import type { PageStore } from '#storage/pages.ts';
import type { RecordStore } from '#storage/records.ts';
import type { Settings } from '#storage/settings.ts';
import type { Shelf } from '#storage/shelf.ts';
import type { StorageProblem } from '#storage/told.ts';
import type { Exchange } from '#platform/exchange.ts';
import type { Notices } from '#platform/notices.ts';
import type { Guide } from './guide.ts';
import type { Guides } from './guides.ts';
import type { Permanence } from './permanence.svelte.ts';
import type { OwnSoundPorts } from './own-sounds.svelte.ts';
import type { OfflinePorts } from './offline.svelte.ts';
import type { MediaPorts } from './session-media.ts';

/** All that the app needs from outside; `main.ts` gives the real ones, tests plain others. */
export interface Outside extends OfflinePorts, OwnSoundPorts {
  /** The sound machinery, fetched when it is first wanted so that the first view does not wait for it. */
  openEngine(handlers: EngineHandlers): Promise<Engine>;
  /** Milliseconds by a clock that nobody can set; it may stand still while the device sleeps. */
  steadyMs(): number;
  /** Resolves once no tab runs a session. */
  noSessionRuns(): Promise<void>;
  readonly journal: Journal;
  readonly settings: Settings;
  /** Whether anything was ever kept on this device. Rejects where that cannot be known. */
  isUsed(): Promise<boolean>;
  /** A person's own breath patterns; fetched when they are first wanted. */
  openPatterns(): Promise<Shelf<OwnPattern>>;
  /** The mixes a person has kept; the same. */
  openMixes(): Promise<Shelf<OwnMix>>;
  /** The practices a person has put together; the same. */
  openOwnPractices(): Promise<Shelf<OwnPractice>>;
  /** What a clinic has settled under a name; the same. */
  openPresets(): Promise<Shelf<Preset>>;
  /** A person's journal; the same. */
  openPages(): Promise<PageStore>;
  /** The sessions that are over; the same. */
  openRecords(): Promise<RecordStore>;
  /** Everything as one file, and back; the same. */
  openBackups(): Promise<BackupStore>;
  /** The lock on all that is kept; the same. */
  openLock(): Promise<Lock>;
  /** Notes for the next visit which screen it begins with. */
  hintLocked(isLocked: boolean): void;
  /** What the browser shows outside of the page; the same. */
  openNotices(): Promise<Notices>;
  /** By what a line of text comes from another device, or goes there; the same. */
  openExchange(): Promise<Exchange>;
  /** Whether what was kept is still there; fetched behind the first view. */
  openPermanence(): Promise<Permanence>;
  readonly guides: Guides;
  /** What was recorded on this device; fetched when it is first wanted. */
  openGuideStore(): Promise<GuideStore>;
  /** Lines of somebody close; the same. */
  openAnchors(): Promise<Shelf<KeptAnchor>>;
  /** A sound file from elsewhere, for a line. */
  openRecording(file: Blob): Promise<Result<Raw, OpeningProblem>>;
  /** Where recordings are made into lines. */
  openLineWorker(): Promise<LineWorker>;
  /** Asks for the microphone; in a tap. */
  openMicrophone(): Promise<Result<Microphone, MicrophoneProblem>>;
  /** Lets a finished sound be heard once, outside of any session. */
  playSound(sound: ArrayBuffer): { stop(): void };
  /** Where a clip of the shipped voice is. */
  clipUrl(line: string): string | undefined;
  /** A number from 0 up to 1, another one at each call. */
  dice(): number;
  keepScreenOn(): { release(): void };
  /** Told whenever what sounds come out of may be another thing, until what it returns is called. */
  followOutput(tell: () => void): () => void;
  /** What keeps a session sounding outside of the page, and shows it there; fetched behind the first view. */
  openMedia(): Promise<MediaPorts>;
  /** The whole screen, on a tap; `onLeft` where the person leaves it by the browser's own way. */
  fillScreen(onLeft: () => void): { release(): void };
  /** Undefined where the device cannot be felt. */
  readonly vibrate: Vibrate | undefined;
  announcePlayback(): void;
  /** Before a microphone is asked for; what it returns is called when it is let go. */
  announceRecording(): () => void;
  download(name: string, type: string, content: string | Uint8Array<ArrayBuffer> | Blob): void;
}

/** What windows of the app need to hear each other. */
export interface Between {
  /** Undefined where the browser lets no window speak to another. */
  openChannel(name: string, onHeard: (message: unknown) => void): { say(message: unknown): void } | undefined;
  /** Milliseconds by a clock that windows of one device have in common, as far as the browser can. */
  sharedMs(): number;
}

/** What it takes to have a second window beside a session. */
export interface WindowPorts extends Between {
  /** The app once more, at this hash; on a tap. Whether it came up shows only when it speaks. */
  openWindow(hash: string): void;
  /** Whether this device shows two windows of a page at all. */
  readonly hasWindows: boolean;
}

/** A pulse to be felt: on, off, on … in milliseconds. */
export type Vibrate = (pulse: readonly number[]) => void;

/** What makes a session sound, who says its lines, and how much later than the device says the ear hears them. */
export interface Voice {
  readonly engine: Player;
  readonly guide: Guide;
  /** 0 where nobody tapped it out. */
  readonly delay?: Seconds;
}

/** Something that should have sounded and did not: shown afterwards, never a reason to stop. */
export type Fault = CueFault;

/**
 * How the sound is doing, for the one line on the live screen. Lost, it waits for whatever has the sound to let go of it
 * (interrupted), is being brought back (returning), or waits for a tap (stalled).
 */
export type SoundState = 'preparing' | 'running' | 'paused' | 'interrupted' | 'returning' | 'stalled' | 'off';
export type SaveState = 'saved' | 'saving' | 'not-saved';

/** What a person is told: what happened, what still works, what to do. */
export type Problem =
  | { readonly kind: 'no-audio' }
  | { readonly kind: 'sounds-missing'; readonly lines: readonly string[] }
  /** What the sounds are called that were brought along and cannot be had. */
  | { readonly kind: 'own-missing'; readonly titles: readonly string[] }
  | { readonly kind: StorageProblem };

/** A file for the person. */
export interface HandedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string | Uint8Array<ArrayBuffer>;
}
