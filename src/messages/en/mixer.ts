import { SILENCE, type Decibels } from '#session/units.ts';

function bend(level: Decibels): string {
  if (level <= SILENCE) return 'silent';
  const by = `${Math.abs(level)} dB`;
  return level === 0 ? 'as set' : level < 0 ? `${by} softer` : `${by} louder`;
}

/** The mixer: on the planner and in a session. */
export const mixer = {
  title: 'Mixer',
  about: 'Everything that sounds, each with a level of its own.',
  open: 'Mixer',
  beds: 'Sounds underneath',
  bedsAll: 'All of them',
  noBeds: 'Nothing sounds underneath. Add a sound below; it comes in slowly.',
  mute: 'Mute',
  muteOf: (name: string) => `Mute ${name.toLowerCase()}`,
  solo: 'Alone',
  soloOf: (name: string) => `Only ${name.toLowerCase()}`,
  soloAbout: 'Alone leaves this sound and the voice.',
  add: 'Add a sound',
  addAbout: 'It comes in over nine seconds.',
  full: 'Six sounds together are the most.',
  remove: 'Take away',
  removeOf: (name: string) => `Take ${name.toLowerCase()} away`,

  phases: 'Phases',
  phasesOf: (name: string) => `${name} through the phases`,
  /** One phase of a bed, as a slider. */
  bendOf: (name: string, phase: string) => `${name}, ${phase.toLowerCase()}`,
  bend,
  /** Where a bed is while the session runs. */
  bendNow: (phase: string, level: Decibels) => `${bend(level)} in ${phase.toLowerCase()}`,
  /** The same in the least room. */
  bendFigure: (level: Decibels) =>
    level <= SILENCE ? 'off' : level < 0 ? `−${-level}` : level > 0 ? `+${level}` : '',
  bendAbout: 'Drag a phase up or down. Between phases it moves slowly.',
  bendUnderCeiling:
    'Nothing gets louder than the loudest phase, for that is what the sound check set its mark by.',
  straighten: 'Even again',
  straightenOf: (name: string) => `Make ${name.toLowerCase()} even again`,

  hear: 'Hear',
  hearOf: (name: string) => `Hear ${name.toLowerCase()} alone`,
  hearAll: 'Hear the mix',
  stopHearing: 'Stop',
  hearIn: 'as it is in',
  hearAbout: 'The sound of the session itself, standing still in the middle of a phase.',

  mixes: {
    title: 'Kept mixes',
    name: 'A name for this mix',
    keep: 'Keep this mix',
    use: (name: string) => `Use ${name}`,
    remove: (name: string) => `Delete ${name}`,
    removeShort: 'Delete',
    removed: (name: string) => `${name} is deleted.`,
    undo: 'Undo',
    notKept: 'The device did not keep this; it holds until the page is closed.',
  },
};
