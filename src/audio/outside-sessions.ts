import type { Audition } from './audition.ts';
import type { CheckSounds } from './check-sounds.ts';
import { latencyOf, resumed, type Device } from './device.ts';
import type { SoundBank } from './sounds/sound-bank.ts';

/** What sounds on the device besides sessions: one thing to be tried out. */
export async function audition(device: Device, bank: SoundBank): Promise<Audition> {
  const { context, guard } = await device.open();
  await resumed(context);
  const { createAudition } = await import('./audition.ts'); // tone and howler are not needed in a session
  return createAudition(context, guard.node, bank);
}

/** The sounds of the check. Rejects where the device does not sound. */
export async function check(device: Device): Promise<CheckSounds> {
  const { context, guard } = await device.open();
  if (!(await resumed(context))) throw new Error('the device does not sound');
  const { createCheckSounds } = await import('./check-sounds.ts');
  return createCheckSounds(context, guard.node, () => latencyOf(context));
}
