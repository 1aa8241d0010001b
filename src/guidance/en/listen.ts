/**
 * Awareness of sounds. They come by themselves; nobody has to know what they are.
 * Stages: begin, near, far, change (beginning and ending), between (the quiet), name (none is needed), stay, wander, close.
 */

export const listen = {
  'listen.begin-1': 'For a while, there is only listening. Nothing needs to be done with what you hear.',
  'listen.begin-2': 'Let the sounds come to you. You do not need to go and look for them.',
  'listen.begin-3': 'All sounds are welcome. The pleasant ones, and the plain ones.',
  'listen.near-1': 'Listen for the sound that is nearest to you.',
  'listen.near-2': 'There are sounds in this room. Let them be here.',
  'listen.near-3': 'Perhaps one of them is your own breath, coming and going.',
  'listen.far-1': 'Now let your listening go further. Outside this room, outside this house.',
  'listen.far-2': 'Listen for the sound that is furthest away.',
  'listen.far-3': 'Far sounds and near sounds, all in one space.',
  'listen.change-1': 'A sound begins, and stays for a while, and ends.',
  'listen.change-2': 'Follow a sound to its very end, and a little beyond.',
  'listen.change-3': 'Perhaps you can catch the moment when a sound begins.',
  'listen.change-4': 'Some sounds go on and on, and yet they change.',
  'listen.between-1': 'Between two sounds there is a quiet. Listen to that.',
  'listen.between-2': 'The quiet is there under the sounds, all the time.',
  'listen.between-3': 'Even the quiet has a sound, all of its own.',
  'listen.between-4': 'Silence is not empty. It is where the next sound will be.',
  'listen.between-5': 'Rest in the gap, until something fills it.',
  'listen.name-1': 'You need not know what it is. It is enough that it sounds.',
  'listen.name-2': 'If a name comes along with a sound, let the name pass, and hear the sound.',
  'listen.stay-1': 'Just hearing, just now.',
  'listen.stay-2': 'Let it all sound.',
  'listen.stay-3': 'Wide open, and at rest.',
  'listen.stay-4': 'Listen with no aim at all.',
  'listen.stay-5': 'Sounds arrive. You need do nothing.',
  'listen.wander-1': 'When a sound turns into a story, come back to the sound.',
  'listen.wander-2': 'You wandered, and now you hear again. That is all.',
  'listen.wander-3': 'If you were somewhere else, the next sound brings you home.',
  'listen.wander-4': 'Thoughts may be heard like sounds. They, too, begin and end.',
  'listen.close-1': 'Gather your listening in, to this room, and to yourself.',
  'listen.close-2': 'You can listen like this at any time. There is always something to hear.',
} as const;
