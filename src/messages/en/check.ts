import type { Ears } from '#session/checked.ts';
import type { Heard } from '#session/ears.ts';

const ears: Record<Ears, { title: string; about: string }> = {
  right: {
    title: 'Left and right are right',
    about: 'Each ear hears its own side, and nothing of the other.',
  },
  swapped: {
    title: 'Left and right are exchanged',
    about: 'Turn the headphones round, so that the side marked L is on the left ear. Then try once more.',
  },
  mono: {
    title: 'Both ears hear the same',
    about:
      'The device mixes both sides together. Look for “mono audio” among its hearing or accessibility settings and turn it off, or try another plug or pair of headphones. Everything but binaural beats sounds as it should all the same.',
  },
  nothing: {
    title: 'Nothing was heard',
    about:
      'See that the device is not muted, that its volume is up, and that the headphones are plugged in or connected. Then try once more.',
  },
  'left-silent': {
    title: 'Nothing comes from the left',
    about:
      'See that the plug is all the way in and the left side is not covered, or try another pair of headphones.',
  },
  'right-silent': {
    title: 'Nothing comes from the right',
    about:
      'See that the plug is all the way in and the right side is not covered, or try another pair of headphones.',
  },
  unclear: {
    title: 'The answers do not go together',
    about:
      'That can happen when the tone is too soft or the room too loud. Take your time and try once more.',
  },
};

const heard: Record<Heard, string> = {
  left: 'Left ear',
  right: 'Right ear',
  both: 'Both ears',
  neither: 'Not at all',
};

/** The sound check, question by question. */
export const check = {
  title: 'Sound check',
  progress: (nth: number, of: number) => `Step ${nth} of ${of}`,
  next: 'Go on',
  skip: 'Leave this out',
  again: 'Try again',
  anyway: 'Go on as it is',
  back: 'Back',
  finish: 'Done',
  listen: 'Listen',
  listenAgain: 'Listen again',
  stop: 'Stop',
  failed:
    'This device did not let the sound start. See that no other app holds it, and that it is not muted; then try again.',

  output: {
    title: 'What do you listen with?',
    about: 'On the device and in the place of the session.',
    kind: 'With',
    kinds: { headphones: 'Headphones', speakers: 'Speakers' },
    name: 'A name for them, if you like',
    nameAbout: 'With a name, what is found out is remembered for this pair.',
    known: 'Checked before',
  },

  ears: {
    title: 'Which ear?',
    about: 'Put the headphones on, the side marked L on the left ear. Four soft tones come, each in one ear.',
    first: 'Play the first tone',
    nth: (nth: number, of: number) => `Tone ${nth} of ${of}`,
    question: 'Where did you hear it?',
    heard,
    results: ears,
  },

  loudest: {
    title: 'How loud may it ever get?',
    about:
      'This is the loudest the session comes to. Begin softly and move the slider up until it is as loud as you ever want it. Nothing will go above that.',
    slider: 'All',
    keep: 'As loud as I ever want it',
    low: 'If it is still soft at 100, turn up the device itself, and leave it there.',
    safe: 'Ears have a weekly allowance, the World Health Organization says. At 80 decibels, a busy street, two and a half hours use a sixteenth of it; at 90, a lawn mower, well over half. This app cannot know how loud your headphones are: your ear sets the limit.',
    kept: (volume: number) => `Now no level goes above ${volume}.`,
    lift: 'Take the limit away',
  },

  voice: {
    title: 'How loud should the voice be?',
    about: 'Set it so that it can just be followed without effort. Louder keeps people from resting.',
    slider: 'Voice',
    keep: 'I can just follow it',
  },

  delay: {
    title: 'Does the sound come late?',
    about:
      'Wireless headphones let sound arrive late. Tap along with eight soft ticks; then captions, the breath circle and vibration wait for the sound. With a cable this can be left out.',
    begin: 'Start the ticks',
    tap: 'Tap here with each tick',
    tapAbout: 'or press the space bar',
    taps: (count: number) => (count === 1 ? 'One tap' : `${count} taps`),
    found: (ms: number, spread: number) => `${ms} milliseconds, give or take ${spread}`,
    none: 'No delay to speak of',
    foundAbout: 'What is shown now waits this long for the sound.',
    tooFew: 'There were too few taps to tell. Tap once with every tick.',
    tooUneven:
      'The taps were too uneven to tell. Close your eyes, listen to the first two, and tap with the rest.',
  },

  done: {
    title: 'That was the sound check',
    ears: 'Ears',
    ceiling: 'Loudest',
    voice: 'Voice',
    delay: 'Delay',
    notChecked: 'left out',
    noCeiling: 'no limit set',
    ceilingAt: (volume: number) => `never above ${volume}`,
    ms: (ms: number) => `${ms} ms`,
  },

  status: {
    never: 'Not checked on this device yet.',
    with: (kind: string, name: string) => (name === '' ? kind : `${kind} “${name}”`),
    when: {
      today: 'Checked today',
      yesterday: 'Checked yesterday',
      earlier: (day: string) => `Checked on ${day}`,
    },
    checked: (when: string, what: string, found: string) => `${when}, ${what}: ${found}.`,
    sentence: (what: string, found: string) => `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${found}.`,
    limited: 'the limit is set',
    unlimited: 'no limit set yet',
    unchecked: 'left and right not checked',
    short: {
      right: 'left and right are right',
      swapped: 'left and right were exchanged',
      mono: 'both ears heard the same',
      nothing: 'nothing was heard',
      'left-silent': 'nothing came from the left',
      'right-silent': 'nothing came from the right',
      unclear: 'the answers did not go together',
    } satisfies Record<Ears, string>,
    begin: 'Check the sound',
    againNow: 'Check the sound again',
    quick: 'Or hear one thing by itself',
  },
};
