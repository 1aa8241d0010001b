/** How the sound and the saving are doing; the same words as the app's own. */
export type SoundState = 'off' | 'preparing' | 'running' | 'paused' | 'interrupted' | 'returning' | 'stalled';
export type SaveState = 'saved' | 'saving' | 'not-saved';
