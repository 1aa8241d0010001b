/** Before the medicine: arriving, the intention, and the sound check. */

export const welcome = {
  'welcome.here': 'Hello, and welcome. You have arrived, and nothing is in a hurry.',
  'welcome.place': 'Take a moment to know where you are. This room, this seat, these sounds.',
  'welcome.company': 'Someone is with you in this room, from now until the end.',
  'welcome.stop': 'You may stop at any time. A raised hand is enough.',
  'welcome.eyes': 'Your eyes may be closed or open. You can change this whenever you like.',
  'welcome.comfort': 'Move a little, until you are comfortable. You can ask for a blanket or a pillow.',
  'welcome.sounds':
    'You will hear soft sounds, and now and then a bell. This voice speaks less as time goes on.',
  'welcome.voice': 'This voice comes from a computer. The person beside you is real, and hears you.',
  'welcome.order':
    'First we settle. Then comes the medicine, then a long quiet time, and then a slow way back.',
  'welcome.quiet': 'In the middle, this voice is mostly silent. The sounds stay with you all the way.',
  'welcome.nothing-right': 'There is nothing to get right. Any way of being here is fine.',
  'welcome.wait': 'The medicine comes when you are ready. Until then, simply rest with the sound.',
  'welcome.practice': 'This is a practice, without medicine. It goes like a session, only shorter.',
  'welcome.practice-stop': 'This practice is yours. You may stop whenever you like.',
} as const;

export const intention = {
  'intention.invite': 'If you like, bring to mind why you are here today. A few words are plenty.',
  'intention.words': 'Perhaps it is one word. Perhaps it is a question, or only a wish.',
  'intention.repeat': 'Say it once to yourself, silently, in your own words.',
  'intention.kind': 'Let it be kind, like something you would wish for a good friend.',
  'intention.none': 'If nothing comes, that is fine too. Being here is enough.',
  'intention.set-down': 'Now you can set it down beside you. It will be there when you come back to it.',
  'intention.open': 'You may meet whatever comes with a little curiosity, at your own pace.',
} as const;

export const check = {
  'check.left': 'This is the left side.',
  'check.right': 'This is the right side.',
  'check.volume': 'This is how loud the voice will be.',
} as const;
