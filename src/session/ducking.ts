import { STEEPEST_RISE, type Automation, type Breakpoint } from './automation.ts';
import type { BedSound, Bus } from './layers.ts';
import { isHeard, type Mix } from './mix.ts';
import type { OwnSound } from './plan.ts';
import { later, START, type Decibels, type Seconds, type Span } from './units.ts';

/** The step back begins before the line (it is known in advance) and outlasts it. */
const ATTACK: Seconds = 0.5;
const AFTER: Seconds = 0.6;
/** Between lines closer than this the bed stays down: swelling up for a moment would be a jolt. */
const NEAR: Seconds = 3;

/** How far each bus steps back while somebody speaks: 8 dB where any bed that is heard is nature, 6 under nothing but music. */
export function duckDepths(mix: Mix): Readonly<Record<Bus, Decibels>> {
  const heard = mix.beds.filter(({ sound }) => isHeard(mix, sound));
  const music = heard.length > 0 && heard.every(({ sound }) => isMusic(sound, mix.own));
  return { voice: 0, bell: 0, breath: -6, bed: music ? -6 : -8, beats: -6 };
}

function isMusic(sound: BedSound, own: readonly OwnSound[]): boolean {
  return sound === 'pad' || own.some(({ id, kind }) => id === sound && kind === 'music');
}

/** The level of a bus that steps back while somebody speaks. */
export function duckingUnder(voices: readonly Span[], depth: Decibels): Automation {
  if (depth === 0) return [{ at: START, level: 0 }];
  const release = Math.max(1.5, -depth / (STEEPEST_RISE * 0.7));
  const points = joinNear(voices, ATTACK + AFTER + release + NEAR).flatMap(({ from, to }): Breakpoint[] => [
    { at: later(from, -ATTACK), level: 0 },
    { at: from, level: depth },
    { at: later(to, AFTER), level: depth },
    { at: later(to, AFTER + release), level: 0 },
  ]);
  return points.length > 0 ? points : [{ at: START, level: 0 }];
}

function joinNear(spans: readonly Span[], near: Seconds): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span.from - last.to < near) {
      joined[joined.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
    } else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}
