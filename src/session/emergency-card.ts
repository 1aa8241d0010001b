import type { SessionLog } from './log.ts';

/** A number to call, and whose it is. */
export interface CalledNumber {
  readonly name: string;
  readonly number: string;
}

/** What a clinic wants read in an emergency: a title, what to do in order, whom to call. */
export interface CardContent {
  readonly title: string;
  readonly steps: readonly string[];
  readonly numbers: readonly CalledNumber[];
}

/** A clinic's own card. The wording that ships with the app is number 0; each one that is kept has the next number. */
export interface EmergencyCard extends CardContent {
  readonly wording: number;
  /** When it was kept, by the wall clock. */
  readonly keptMs: number;
}

/** What fits on the screen in type that is read from two metres. */
export const MOST_STEPS = 8;
export const MOST_NUMBERS = 4;

/** Two digits at least, and what people write between them [PV2]. */
export const PHONE_NUMBER = /^\+?[\d\s()./-]*\d[\d\s()./-]*\d[\d\s()./-]*$/;

/** The address that dials a number: its digits, and a leading plus [PV2]. */
export function telOf(number: string): string {
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${number.replace(/\D/g, '')}`;
}

/** Whether the card is on the screen: it stays there, over a reload too, until somebody closes it [PV1]. */
export function isCardUp(log: SessionLog): boolean {
  const last = log.findLast(({ type }) => type === 'emergency-shown' || type === 'emergency-closed');
  return last?.type === 'emergency-shown';
}
