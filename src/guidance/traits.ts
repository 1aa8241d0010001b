import type { LineId } from './lines.ts';

/**
 * What a line takes for granted, for the rules of plans: a true sentence in one place is a wrong prompt in another.
 * - company: says somebody is in the room; never in a practice at home
 * - medicine: says a medicine has been or will be given; never in a practice
 * - practice: says there is none; never in a medicine session
 * - nose-breath: invites breathing through the nose; never within five minutes of a nasal device
 * - mouth-breath: leads one long breath out, which most people let go through the mouth; never while a lozenge is held
 * - asks: is a question; never while a lozenge is held
 * - landing: says that one is back; the last of re-entry
 * - night: speaks of sleep or of a day that is over; only at bed time
 * - breath-rest: asks for a rest between two breaths; only where the pattern rests there, and never from the medicine on
 */
export type LineTrait =
  | 'company'
  | 'medicine'
  | 'practice'
  | 'nose-breath'
  | 'mouth-breath'
  | 'asks'
  | 'landing'
  | 'night'
  | 'breath-rest';

const traitsOfLine: Readonly<Partial<Record<LineId, readonly LineTrait[]>>> = {
  'welcome.company': ['company'],
  'welcome.voice': ['company'],
  'welcome.comfort': ['company'],
  'welcome.order': ['medicine'],
  'welcome.wait': ['medicine'],
  'welcome.practice': ['practice'],
  'welcome.practice-stop': ['practice'],
  'breath.nose-in': ['nose-breath'],
  'breath.lozenge-rest': ['medicine'],
  'breath.lozenge-nose': ['medicine', 'nose-breath'],
  'breath.lozenge-no-answer': ['medicine', 'company'],
  'breath.lozenge-bell': ['medicine'],
  'breath.lozenge-done': ['medicine', 'company'],
  'onset.given': ['medicine'],
  'onset.first-signs': ['medicine'],
  'onset.own-time': ['medicine'],
  'onset.time': ['company'],
  'onset.company': ['company'],
  'onset.voice-less': ['company'],
  'onset.practice': ['practice'],
  'anchor.company': ['company'],
  'anchor.beside': ['company'],
  'anchor.medicine': ['medicine'],
  'ground.begin': ['company'],
  'ground.strong-moment': ['company'],
  'ground.voice': ['company'],
  'ground.rest': ['company'],
  'ground.breath': ['mouth-breath'],
  'ask.breathe-out': ['mouth-breath'],
  'ask.measure': ['company'],
  'ask.cuff': ['company'],
  'ask.water': ['company', 'asks'],
  'ask.blanket': ['company'],
  'ask.position': ['company'],
  'ask.hand': ['company'],
  'ask.next-device': ['company', 'medicine'],
  'reentry.medicine': ['medicine'],
  'reentry.company': ['company'],
  'reentry.landing': ['landing'],
  'rest.question-surprise': ['asks'],
  'rest.question-now': ['asks'],
  'rest.question-kind': ['asks'],
  'rest.help': ['company'],
};

export function hasTrait(id: LineId, trait: LineTrait): boolean {
  return traitsOfLine[id]?.includes(trait) ?? false;
}
