import type { Settings } from '#storage/settings.ts';

/** What covers an app that was unlocked and left lying. */
export interface Relocking {
  /** Minutes without a touch; undefined for never. */
  readonly minutes: number | undefined;
  readonly pin: Pin | undefined;
}
/** Never the digits themselves: a copy of everything may come to a device without a lock. */
interface Pin {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
}

const KEY = 'relocking';
/** 0: never. */
export const RELOCKING_MINUTES = [1, 5, 15, 0] as const;
const AS_SHIPPED: Relocking = { minutes: 5, pin: undefined };

export async function loadRelocking(settings: Pick<Settings, 'load'>): Promise<Relocking> {
  return (await settings.load(KEY, relockingOf)) ?? AS_SHIPPED;
}

export function keepRelocking(settings: Pick<Settings, 'keep'>, relocking: Relocking) {
  return settings.keep(KEY, { v: 1, ...relocking });
}

function relockingOf(stored: unknown): Relocking | undefined {
  const { v, minutes, pin } = Object(stored) as Record<string, unknown>;
  if (v !== 1) return undefined;
  const { salt, hash } = Object(pin) as Record<string, unknown>;
  return {
    minutes: typeof minutes === 'number' && minutes > 0 ? minutes : undefined,
    pin: salt instanceof Uint8Array && hash instanceof Uint8Array ? (pin as Pin) : undefined,
  };
}

/** Four to eight digits: quick, and good for a cover only. What lies on the disk is closed with the passphrase. */
export function couldBePin(digits: string): boolean {
  return /^\d{4,8}$/.test(digits);
}

export async function pinOf(crypto: Crypto, digits: string): Promise<Pin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, hash: await hashOf(crypto, digits, salt) };
}

export async function isPin(crypto: Crypto, { salt, hash }: Pin, digits: string): Promise<boolean> {
  const typed = await hashOf(crypto, digits, salt);
  return typed.every((byte, nth) => byte === hash[nth]);
}

async function hashOf(
  { subtle }: Crypto,
  digits: string,
  salt: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = await subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const rounds = { name: 'PBKDF2', hash: 'SHA-256', iterations: 100_000, salt };
  return new Uint8Array(await subtle.deriveBits(rounds, secret, 256));
}
