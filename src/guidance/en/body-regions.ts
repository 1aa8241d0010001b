/**
 * The long body scan: three ways of arriving at each of its places. A line names its own place and no other, so
 * that a place somebody leaves out is never heard of.
 */

export const leftLeg = {
  'body.left-toes-1': 'The toes on the left. Notice where they touch, and where there is only air.',
  'body.left-toes-2': 'Come to the left toes. From the big one to the small one.',
  'body.left-toes-3': 'The left toes. They may move a little, or stay as they are.',
  'body.left-foot-1': 'The left foot. The heel, the sole, and the curve in between.',
  'body.left-foot-2': 'Now all of the left foot. Notice its weight, and what is under it.',
  'body.left-foot-3': 'The left foot. There is no step to take just now, and nothing to carry.',
  'body.left-lower-leg-1': 'The left lower leg. The shin in front, the calf behind, and the space between.',
  'body.left-lower-leg-2': 'Come to the lower leg on the left. It has a weight, and something carries it.',
  'body.left-lower-leg-3': 'The left lower leg. Notice cloth, or air, along its length.',
  'body.left-knee-1': 'The left knee. The front of it, and the hollow behind.',
  'body.left-knee-2': 'Arrive at the left knee. So much bending and straightening. Just now it has time off.',
  'body.left-knee-3': 'The knee on the left. You may feel a lot there, or hardly anything.',
  'body.left-thigh-1': 'The left thigh. Feel its weight, and how it is carried from below.',
  'body.left-thigh-2': 'The thigh on the left. Notice where it touches something, and where it does not.',
  'body.left-thigh-3': 'Let the left thigh come into your attention. Warmth, weight, the brush of cloth.',
} as const;

export const rightLeg = {
  'body.right-toes-1': 'The right toes. Perhaps you can tell them apart. Perhaps they feel like one.',
  'body.right-toes-2': 'On the right, the toes. The cloth or the air around them.',
  'body.right-toes-3': 'The toes on the right. Let your attention lie on them as lightly as a leaf.',
  'body.right-foot-1': 'The right foot. Notice where it meets the ground, or whatever is under it.',
  'body.right-foot-2': 'The right foot, from the heel forward. Warm or cool, quiet or busy.',
  'body.right-foot-3': 'Feel into the right foot. Its upper side, its sole, and all the room inside.',
  'body.right-lower-leg-1': 'The lower leg on the right. Notice its shape from inside, as far as you can.',
  'body.right-lower-leg-2': 'The right lower leg. The calf may be soft, and the shin may be still.',
  'body.right-lower-leg-3':
    'Let your attention travel along the right lower leg. Slowly, as if you had all day.',
  'body.right-knee-1': 'The right knee. Notice how it rests, bent or straight.',
  'body.right-knee-2': 'The knee on the right. Perhaps there is warmth, perhaps nothing.',
  'body.right-knee-3':
    'The right knee, all the way round. The sides, the front, and the quiet place behind it.',
  'body.right-thigh-1': 'The right thigh. It has nothing to do, and nowhere to go.',
  'body.right-thigh-2': 'The thigh on the right. Perhaps you can sense it from one end to the other.',
  'body.right-thigh-3': 'Rest with the right thigh for a while. Feel what is under it, giving support.',
} as const;

export const trunk = {
  'body.pelvis-1': 'The pelvis, like a bowl at the centre of you. Notice how it rests.',
  'body.pelvis-2': 'The hips and the seat. Feel the weight here, and what takes it.',
  'body.pelvis-3': 'Come to the pelvis, in your own time. Notice that it is here, and carried.',
  'body.lower-back-1': 'The lower back. Notice whether it touches something, or curves away a little.',
  'body.lower-back-2': 'Come to the lower back. Wide, quiet, and free to be as it is.',
  'body.lower-back-3': 'The lower back. With the breath, there may be a very small movement here.',
  'body.belly-1': 'The belly. It moves with the breath, by itself, a little more or a little less.',
  'body.belly-2': 'Come to the belly. It may be as soft or as round as it likes.',
  'body.belly-3': 'Notice the belly, and the cloth that lies on it. Nothing here needs to be drawn in.',
  'body.upper-back-1': 'The upper back. Feel how broad it is, and where something supports it.',
  'body.upper-back-2': 'Bring your attention to the upper back. Perhaps the breath reaches even here.',
  'body.upper-back-3': 'The upper back. It often carries things. For now it may put them down.',
  'body.chest-1': 'The chest. Notice the slow opening and settling, breath after breath.',
  'body.chest-2': 'Come to the chest. There may be movement here, or a heartbeat, or simply warmth.',
  'body.chest-3': 'The chest, its width and its depth. Whatever is felt here may be felt lightly.',
} as const;

export const upper = {
  'body.hands-1': 'The hands. The palms, the thumbs, each finger, and the spaces between.',
  'body.hands-2': 'Come to both hands. Notice what they touch, and how they lie.',
  'body.hands-3': 'The hands, warm or cool. Let them be empty for a while.',
  'body.arms-1': 'The arms. Notice the forearms, the elbows, and the length above them.',
  'body.arms-2': 'Both arms, the left and the right. Feel how they rest, and what they rest on.',
  'body.arms-3': 'Bring your attention to the arms. They reach and carry all day. Now they need not.',
  'body.shoulders-1': 'The shoulders. Let them be as high or as low as they are.',
  'body.shoulders-2': 'Come to the shoulders. Perhaps they would like to come down a little. Perhaps not.',
  'body.shoulders-3': 'Notice both shoulders, one and then the other. They need not match.',
  'body.neck-1': 'The neck, all around. The sides, the nape, and the throat.',
  'body.neck-2': 'Come to the neck. Notice the air on it, or a collar, or nothing.',
  'body.neck-3': 'The neck. It may be long and easy, with nothing to look for.',
  'body.face-1': 'The face. The forehead, the cheeks, and the lips may be smooth.',
  'body.face-2': 'Come to the face. There is no expression to keep up just now.',
  'body.face-3': 'Notice the face. It may be quiet around the eyes, and loose around the jaw.',
  'body.crown-1': 'The crown of the head. Notice the very top, and the air above it.',
  'body.crown-2': 'Come to the top of the head. Perhaps there is a feeling of space here.',
  'body.crown-3': 'The crown, and all of the scalp around it. Let it be wide and quiet.',
  'body.whole-1': 'The whole body now, all at once. One shape, resting and breathing.',
  'body.whole-2': 'Let your attention take in the whole body. There is room for all of it.',
  'body.whole-3': 'The body as a whole. Every part belongs, whether you feel it or not.',
} as const;
