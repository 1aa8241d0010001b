import type { EventBody } from '#session/log.ts';
import type { LivedSession } from '#session/record.ts';
import { sheetOf } from '#session/sheet-reading.ts';
import { logged, shippedPlan } from './sessions.ts';

type Type = EventBody['type'];
type Bodies = { readonly [Each in Type]: readonly [EventBody & { readonly type: Each }, ...EventBody[]] };

/** At least one of each type, with all that it may carry: the compiler asks for one as soon as a log may hold another. */
const EVERY: Bodies = {
  started: [{ type: 'started' }],
  'item-checked': [{ type: 'item-checked', list: 'arrival', item: 'consent', checked: true }],
  'rule-waived': [{ type: 'rule-waived', rule: 'landing' }],
  'begun-despite': [{ type: 'begun-despite', items: ['food'], rules: ['middle-voice'], reason: 'as agreed' }],
  'vitals-begun': [{ type: 'vitals-begun', announced: true }],
  'vitals-recorded': [
    {
      type: 'vitals-recorded',
      systolic: 128,
      diastolic: 82,
      pulse: 71,
      spo2: 98,
      sedation: 0,
      note: 'left arm',
    },
  ],
  'vitals-ended': [{ type: 'vitals-ended' }],
  'medicine-given': [{ type: 'medicine-given' }],
  'device-started': [{ type: 'device-started', device: 1 }],
  'medicine-corrected': [{ type: 'medicine-corrected', givenAt: -30, note: 'before the sound' }],
  'phase-advanced': [{ type: 'phase-advanced', to: 'peak', observed: true }],
  'phase-extended': [{ type: 'phase-extended', by: 300 }],
  held: [{ type: 'held' }],
  released: [{ type: 'released' }],
  'grounding-stepped': [
    { type: 'grounding-stepped', rung: 2 },
    { type: 'grounding-stepped', rung: 0 },
  ],
  'talk-changed': [{ type: 'talk-changed', talk: 'full' }],
  'bus-level-changed': [{ type: 'bus-level-changed', bus: 'bed', level: -14 }],
  'layer-level-changed': [{ type: 'layer-level-changed', layer: 'ocean', level: -3 }],
  'strip-muted': [{ type: 'strip-muted', strip: 'beats', muted: true }],
  'strip-soloed': [{ type: 'strip-soloed', strip: 'bed', soloed: false }],
  'bed-added': [{ type: 'bed-added', bed: 'rain', level: -8 }],
  'bed-removed': [{ type: 'bed-removed', bed: 'rain' }],
  'sleep-timer-set': [{ type: 'sleep-timer-set', in: 7200 }],
  'sleep-timer-cancelled': [{ type: 'sleep-timer-cancelled' }],
  silenced: [{ type: 'silenced', fade: 3 }],
  unsilenced: [{ type: 'unsilenced' }],
  'line-played': [{ type: 'line-played', line: 'anchor.here' }],
  'anchor-line-played': [{ type: 'anchor-line-played', line: 'anchor-line.home', title: 'Come home' }],
  noted: [{ type: 'noted', text: 'Asked for the blanket', tag: 'own.blanket' }],
  'emergency-shown': [{ type: 'emergency-shown', wording: 2 }],
  'emergency-closed': [{ type: 'emergency-closed' }],
  interrupted: [{ type: 'interrupted', reason: 'sound-lost' }],
  resumed: [{ type: 'resumed' }],
  'output-changed': [{ type: 'output-changed' }],
  'output-confirmed': [{ type: 'output-confirmed' }],
  'cue-sounded': [
    { type: 'cue-sounded', cue: 'preparation/bell/0', bus: 'bell', clip: 'own.bell', from: 10 },
    { type: 'cue-sounded', cue: 'peak/voice/a', bus: 'voice', clip: 'anchor.here', from: 1000 },
  ],
  'cue-missed': [
    { type: 'cue-missed', cue: 'peak/voice/b', reason: 'late' },
    { type: 'cue-missed', cue: 'peak/voice/c', reason: 'missing' },
    { type: 'cue-missed', cue: 'own.river', reason: 'stopped' },
  ],
  'pump-ended': [{ type: 'pump-ended' }],
  undone: [{ type: 'undone', undoes: 0 }],
  left: [{ type: 'left', despite: ['too-early'], reason: 'the brother waits outside' }],
  ended: [{ type: 'ended' }],
};

/** A session that was prepared, and in which everything happened that a log can tell, a minute apart. */
export function everyEventSession(id: string, beganMs: number): LivedSession {
  const sheet = sheetOf({
    format: 'undertone-sheet',
    version: 1,
    label: 'Room 2',
    route: 'nasal',
    devices: 3,
    intention: 'To let it come',
    preferences: { talk: 'sparse', voice: 'bdl', avoid: ['belly'] },
    gates: { seizure: 'no' },
    checklists: {
      version: 1,
      arrival: [
        { id: 'consent', text: 'Consent given' },
        { id: 'food', text: 'Last food 2 hours ago', routes: ['nasal'] },
      ],
      leaving: [{ id: 'escort', text: 'Somebody takes them home' }],
    },
  });
  if (!sheet.ok) throw new Error(`${sheet.problem.place}: expected ${sheet.problem.expected}`);
  const bodies: readonly EventBody[] = Object.values(EVERY).flat();
  const log = logged(...bodies.map((body, nth) => [nth * 60, body] as const));
  const onTheWall = log.map((event) => ({ ...event, wallMs: beganMs + event.at * 1000 }));
  return { id, beganMs, plan: shippedPlan('nasal', { devices: 3 }), log: onTheWall, sheet: sheet.value };
}
