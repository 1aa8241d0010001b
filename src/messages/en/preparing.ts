import type { BodyPart } from '#session/body-parts.ts';
import type { RouteId } from '#session/plan.ts';
import type { RuleId } from '#session/rules/ruling.ts';
import type { Depth, Eyes, Gate, ListId } from '#session/sheet.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

/** What a finding says, with the place it is at, and what its one tap does. */
const rules: Record<RuleId, { name: string; found: (where: Where) => string; fix: string }> = {
  'lozenge-breath': {
    name: 'Soft breath with a lozenge',
    found: ({ line, when }) =>
      line === undefined
        ? `The breath led ${when} is too strong while the lozenge is in the mouth.`
        : `${line} asks for a breath out ${when}, while the lozenge is in the mouth.`,
    fix: 'Make it softer',
  },
  'lozenge-answer': {
    name: 'No questions with a lozenge',
    found: ({ line, when }) => `${line} asks something ${when}, while the lozenge is in the mouth.`,
    fix: 'Leave the line out',
  },
  'lozenge-bell': {
    name: 'A bell after the lozenge',
    found: ({ when }) => `No quiet bell tells that the time with the lozenge is over, ${when}.`,
    fix: 'Let a quiet bell ring',
  },
  'nasal-nose': {
    name: 'The nose rests after a device',
    found: ({ line, when }) =>
      `${line ?? 'The breath'} draws through the nose ${when}, within five minutes after a device.`,
    fix: 'Wait five minutes',
  },
  'breath-holds': {
    name: 'No held breath with medicine',
    found: ({ line, when }) => `${line ?? 'The breath led'} holds the breath ${when}, before re-entry.`,
    fix: 'Breathe without holds',
  },
  'breath-fast': {
    name: 'No fast breath',
    found: ({ when }) => `The breath led ${when} is faster than twenty a minute.`,
    fix: 'Breathe more slowly',
  },
  'breath-sigh': {
    name: 'Sighs only at home',
    found: ({ when }) => `A sighing breath is led ${when}; that is for practice at home.`,
    fix: 'Breathe without it',
  },
  'vitals-arms': {
    name: 'Arms rest while vitals are taken',
    found: ({ line, when }) => `${line} leads to the arms ${when}, when vitals are due.`,
    fix: 'Leave the line out',
  },
  'middle-voice': {
    name: 'A quiet middle',
    found: ({ line, when }) =>
      line === undefined
        ? `From ${when} on somebody speaks more often than every five minutes.`
        : `${line} comes within five minutes after another line, ${when}.`,
    fix: 'Keep five minutes',
  },
  landing: {
    name: 'A landing line',
    found: () => 'Nothing says welcome back before re-entry ends.',
    fix: 'Say it a minute before',
  },
  'beats-seizure': {
    name: 'No beats after a seizure',
    found: () => 'Beats are on, and it is not known that this person never had a seizure.',
    fix: 'Turn beats off',
  },
  'beats-headphones': {
    name: 'Binaural beats need headphones',
    found: () => 'Binaural beats are on without headphones.',
    fix: 'Choose others',
  },
};

export interface Where {
  /** The words of the line, in quotation marks. */
  readonly line: string | undefined;
  /** `at minute 12`, with the phase where there is one. */
  readonly when: string;
}

const depths: Record<Depth, { name: string; about: string }> = {
  unknown: { name: 'Not said', about: '' },
  lower: { name: 'Lower', about: 'Lower ones want more contact.' },
  deeper: { name: 'Deeper', about: 'Deeper ones want quiet.' },
};

const eyes: Record<Eyes, string> = { 'as-they-like': 'As they like', closed: 'Closed', open: 'Open' };

const parts: Record<BodyPart, string> = {
  feet: 'Feet',
  legs: 'Legs',
  pelvis: 'Pelvis and seat',
  belly: 'Belly',
  chest: 'Chest',
  back: 'Back',
  hands: 'Hands',
  arms: 'Arms',
  shoulders: 'Shoulders',
  neck: 'Neck',
  face: 'Face',
  crown: 'Top of the head',
};

const gates: Record<Gate, { ask: string; about: string }> = {
  seizure: {
    ask: 'Has this person ever had a seizure?',
    about: 'Yes: beats stay off, and nothing pulses on the screens of the session.',
  },
  hearing: {
    ask: 'Is hearing difficult for this person?',
    about: 'Yes: check the voice together, and show captions large.',
  },
  trauma: {
    ask: 'Are there hard experiences to be careful with?',
    about: 'Yes: the body scan keeps to neutral places, and offers open eyes and passing over first.',
  },
  headphones: { ask: 'Does this person wear headphones?', about: 'Binaural beats need them.' },
};

const lists: Record<ListId, string> = { arrival: 'On arrival', leaving: 'Before leaving' };

const NASAL: readonly RouteId[] = ['nasal'];
const OTHERS: readonly RouteId[] = ['iv', 'im', 'lozenge'];

/** What the app ships; a clinic makes its own of it. */
const shipped = {
  arrival: [
    { id: 'food', text: 'Last solid food 6 to 8 hours ago', routes: OTHERS },
    { id: 'food-nasal', text: 'Last solid food 2 hours ago', routes: NASAL },
    { id: 'liquids', text: 'Last clear liquids 2 hours ago', routes: OTHERS },
    { id: 'liquids-nasal', text: 'Last clear liquids 30 minutes ago', routes: NASAL },
    { id: 'pressure', text: 'Blood pressure recorded; clinics commonly look for under 160/100' },
    { id: 'oxygen', text: 'Oxygen saturation recorded' },
    { id: 'consent', text: 'Consent given' },
    { id: 'ride', text: 'Ride home confirmed, with a phone number' },
    { id: 'questions', text: 'Asked about seizures, hearing and hard experiences' },
  ],
  leaving: [
    { id: 'vitals', text: 'Vitals recorded' },
    { id: 'steady', text: 'Steady on their feet' },
    { id: 'oriented', text: 'Knows who, where and when' },
    { id: 'escort', text: 'Escort is here' },
    { id: 'driving', text: 'Told: no driving until tomorrow, after sleep' },
  ],
};

/** All that is settled before a session beside how it sounds. */
export const preparing = {
  depths,
  eyes,
  parts,
  gates,
  lists,
  shipped,
  rules,
  when: (minute: number, phase: string | undefined) =>
    phase === undefined ? `at minute ${minute}` : `at minute ${minute}, in ${phase.toLowerCase()}`,
  during: (phase: string) => `in ${phase.toLowerCase()}`,
  quoted: (text: string) => `“${text}”`,
  answers: { unknown: 'Not asked', no: 'No', yes: 'Yes' },

  person: 'The person',
  personEmpty: 'Label, intention, wishes, questions',
  personAbout: 'Kept on this device only, with the session.',
  asked: (count: number) => `${count} of 4 questions asked`,
  steps: { session: 'Session', wishes: 'Wishes', body: 'Body', questions: 'Questions' },
  next: 'Next',
  back: 'Back',
  done: 'Done',

  label: 'Label',
  labelAbout:
    'Such as a room or a number. A name is not needed, and would stay on this device for anyone to see.',
  labelExample: 'Room 2',
  depth: 'How deep it is meant to go',
  proposed: (talk: string) => `Proposed: ${talk} talk`,
  useProposed: (talk: string) => `Use ${talk}`,
  intentionAbout: 'In their own words. It is shown again at rest.',
  likes: 'Music and sounds they like',
  dislikes: 'Music and sounds they do not like',
  eyesAsk: 'Eyes',
  languages: 'Languages',
  avoid: 'Places of the body to avoid',
  avoidAbout: 'No line will lead there, in the session or on the grounding ladder.',

  arrival: 'Arrival',
  checkedOf: (checked: number, all: number) => `${checked} of ${all} checked`,
  ruled: (count: number) => plural(count, { one: 'One thing to look at', other: '# things to look at' }),
  mendAll: 'Put all of it right',
  ruleAbout: 'From the rules every plan keeps here.',

  begin: {
    title: 'Before it begins',
    about: 'Some of it is still open. Check it now, or say why it begins all the same.',
    reason: 'Reason',
    reasons: { paper: 'Done, on paper', earlier: 'Done earlier today', later: 'Will be done in preparation' },
    own: 'In your own words',
    despite: 'Begin all the same',
    despiteAbout: 'the reason is kept with the session',
    now: 'Begin',
    needsReason: 'choose or write a reason first',
    open: 'Still open',
  },
};
