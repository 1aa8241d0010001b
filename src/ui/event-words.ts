import type { LineId } from '#guidance/lines.ts';
import { isOffered, offeredTitles } from '#guidance/titles.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import type { Sheet } from '#session/sheet.ts';
import { volumeOfLevel } from '#session/volume.ts';
import { clinicWords } from './clinic-event-words.ts';
import { phaseName, stripName, type SessionMessages } from './words.ts';

/** The emergency fade is a silence that comes faster than a calm one. */
const EMERGENCY_FADE = 3;

interface Around {
  readonly words: SessionMessages;
  readonly plan: Plan;
  readonly log: SessionLog;
  /** What was settled with the person, where it is known. */
  readonly sheet?: Sheet | undefined;
}

/** One event as a person would say it. */
export function eventWords(event: SessionEvent, around: Around): string {
  return (
    courseWords(event, around) ??
    clinicWords(event, around) ??
    lossWords(event, around) ??
    soundWords(event, around)
  );
}

function courseWords(event: SessionEvent, { words, plan, log }: Around): string | undefined {
  const say = words.events;
  switch (event.type) {
    case 'started':
      return say.started;
    case 'medicine-given':
      return say.medicineGiven;
    case 'device-started':
      return say.deviceStarted(event.device);
    case 'phase-advanced':
      return advanced(event, { words, plan, log });
    case 'phase-extended':
      return event.by < 0 ? say.shorter(-event.by / 60) : say.longer(event.by / 60);
    case 'held':
      return say.held;
    case 'released':
      return say.released;
    case 'sleep-timer-set':
      return say.sleepTimer(Math.round(event.in / 60));
    case 'sleep-timer-cancelled':
      return say.sleepTimerOff;
    case 'ended':
      return say.ended;
    default:
      return undefined;
  }
}

function advanced(event: SessionEvent & { type: 'phase-advanced' }, { words, plan }: Around): string {
  if (event.to === 'next') return words.events.advancedNext;
  const name = phaseName(words, plan, event.to);
  return event.observed ? words.events.observed(name) : words.events.advanced(name);
}

/** What befell the sound without anybody wanting it. */
function lossWords(event: SessionEvent, { words }: Around): string | undefined {
  const say = words.events;
  switch (event.type) {
    case 'interrupted':
      if (event.reason === 'moved') return say.moved;
      return event.reason === 'paused' ? say.paused : say.interrupted;
    case 'resumed':
      return say.resumed;
    case 'output-changed':
      return say.outputChanged;
    case 'output-confirmed':
      return say.outputConfirmed;
    default:
      return undefined;
  }
}

function soundWords(event: SessionEvent, around: Around): string {
  const { words, log } = around;
  const say = words.events;
  switch (event.type) {
    case 'grounding-stepped':
      return say.rungs[event.rung] ?? '';
    case 'talk-changed':
      return say.talk(words.talk[event.talk].name);
    case 'bus-level-changed':
      return say.level(words.buses[event.bus], volumeOfLevel(event.level));
    case 'layer-level-changed':
    case 'strip-muted':
    case 'strip-soloed':
    case 'bed-added':
    case 'bed-removed':
      return mixWords(event, around);
    case 'silenced':
      return event.fade <= EMERGENCY_FADE ? say.faded : say.silenced;
    case 'unsilenced':
      return say.unsilenced;
    case 'line-played':
      return say.line(lineTitle(event.line));
    case 'anchor-line-played':
      return say.line(event.title);
    case 'noted':
      return (event.corrects === undefined ? say.noted : say.notedAgain)(noteText(event, words));
    case 'undone': {
      const taken = log.find((other) => other.seq === event.undoes);
      return taken === undefined ? say.undoneUnknown : say.undone(eventWords(taken, around));
    }
    default:
      return event.type;
  }
}

type MixEvent = SessionEvent & {
  type: 'layer-level-changed' | 'strip-muted' | 'strip-soloed' | 'bed-added' | 'bed-removed';
};

function mixWords(event: MixEvent, { words, plan }: Around): string {
  const say = words.events;
  switch (event.type) {
    case 'layer-level-changed':
      return say.level(stripName(words, plan, event.layer), volumeOfLevel(event.level));
    case 'strip-muted':
      return (event.muted ? say.muted : say.unmuted)(stripName(words, plan, event.strip));
    case 'strip-soloed':
      return (event.soloed ? say.soloed : say.unsoloed)(stripName(words, plan, event.strip));
    case 'bed-added':
      return say.bedAdded(stripName(words, plan, event.bed));
    case 'bed-removed':
      return say.bedRemoved(stripName(words, plan, event.bed));
  }
}

export function noteText(
  event: { readonly text: string; readonly tag?: string | undefined },
  words: SessionMessages,
): string {
  // What a clinic calls its own tags stands in the text: it is still there when the tag no longer is.
  const { tag: id = '' } = event;
  const tag = id.startsWith('own.') ? '' : (words.live.tags[id] ?? id);
  return [tag, event.text].filter((part) => part !== '').join(', ');
}

function lineTitle(line: string): string {
  return isOffered(line as LineId) ? offeredTitles[line as keyof typeof offeredTitles] : line;
}
