/** The short body scan. Every part may be felt, hardly felt, or passed over. */

export const scan = {
  'scan.begin': 'Let us go slowly through the body. Feeling a lot, or a little, or nothing is all fine.',
  'scan.feet': 'Bring your attention to your feet. Warm or cool, heavy or light, just as they are.',
  'scan.lower-legs': 'The lower legs, and the ankles. Notice how they rest.',
  'scan.thighs': 'The thighs. Feel how they are carried by what is under you.',
  'scan.seat': 'The hips and the seat. The weight of the body may rest here.',
  'scan.belly': 'The belly. Soft, if it wants to be, and moving a little with the breath.',
  'scan.back': 'The back, from low to high. Feel where it touches something that supports it.',
  'scan.chest': 'The chest. Perhaps there is a rising and a settling here.',
  'scan.hands': 'The hands. The palms, the fingers, and the space between them.',
  'scan.arms': 'The arms, from the wrists to the elbows, and on toward the shoulders.',
  'scan.shoulders': 'The shoulders. If they are lifted, they may come down a little.',
  'scan.neck': 'The neck, and the throat. There is nothing to carry just now.',
  'scan.face': 'The face. The forehead, the eyes, the jaw. They may be smooth and easy.',
  'scan.crown': 'The top of the head, and the air around it.',
  'scan.whole': 'And now the whole body at once, resting, breathing, here.',
  'scan.nothing': 'Feeling nothing there is fine too.',
  'scan.pass-over': 'If you would rather not stay with a part, pass over it. That is always fine.',
  'scan.eyes-open': 'Your eyes may be open for this, if that is easier.',
} as const;
