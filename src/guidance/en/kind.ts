/**
 * Loving-kindness. Wishes are said, and nothing has to be felt; nobody is asked to forgive.
 * Stages: begin, dear, self, neutral, harder (only ever offered), all, wish (how to wish: fits anywhere), close.
 */

export const kind = {
  'kind.begin-1': 'For a while, we wish well. There is nothing you need to feel.',
  'kind.begin-2': 'A wish is only a few words, said quietly inside.',
  'kind.begin-3': 'Go as slowly as you like. If a wish does not suit you, change the words.',
  'kind.dear-1': 'Bring to mind a being who is dear to you. A person, or perhaps an animal.',
  'kind.dear-2': 'May you be well, and at ease.',
  'kind.dear-3': 'May you be well, today and tomorrow.',
  'kind.dear-4': 'May good things find you.',
  'kind.dear-5': 'May you be warm, and fed, and at home somewhere.',
  'kind.dear-6': 'May you be met with kindness.',
  'kind.self-1': 'And now include yourself, with the same few words.',
  'kind.self-2': 'May I, too, be at ease.',
  'kind.self-3': 'May I have what I need, day by day.',
  'kind.self-4': 'If that feels strange, imagine a good friend wishing it for you.',
  'kind.self-5': 'May I be kind to myself today.',
  'kind.self-6': 'May I be welcome here, just as I am.',
  'kind.neutral-1': 'Think of somebody you hardly know. A neighbour, or a stranger in a shop.',
  'kind.neutral-2': 'May you be at ease, wherever you are.',
  'kind.neutral-3': 'May your day be gentle.',
  'kind.neutral-4': 'They, too, have their mornings, their worries, and their favourite songs.',
  'kind.harder-1':
    'Only if you like, think of somebody it is a little harder with. Otherwise, stay where you are.',
  'kind.harder-2': 'Not the hardest one. And from as far away as you wish.',
  'kind.harder-3': 'If this is not for today, that is fine. Stay with somebody dear to you.',
  'kind.harder-4': 'A wish is not an agreement. It may be very small.',
  'kind.harder-5': 'May you find some peace. And may I.',
  'kind.all-1': 'Let the wish grow wider. This house, this street, and everybody in it.',
  'kind.all-2': 'May all of them be at ease, near and far.',
  'kind.all-3': 'May all have shelter, and rest, and a kind word.',
  'kind.all-4': 'And you, too, are one of them.',
  'kind.wish-1': 'Say it once more, slowly, and listen to it.',
  'kind.wish-2': 'The words may be plain. It is the wish that counts.',
  'kind.wish-3': 'Rest in the wish, without any words.',
  'kind.wish-4': 'If the words grow empty, rest, and begin again with one.',
  'kind.wish-5': 'If sadness comes along, let it sit beside the wish.',
  'kind.close-1': 'Let the words go now. Keep what you like of them.',
  'kind.close-2': 'Take one wish along with you. Any one will do.',
  'kind.close-3': 'Thank you for your good wishes. Now rest a little.',
} as const;
