/** Why nothing can be seen. */
export type CameraProblem = 'refused' | 'missing' | 'busy';

/** A camera that looks; nothing it sees is kept or sent. */
export interface Camera {
  /** For a video element to show. */
  readonly picture: MediaStream;
  /** Lets the camera go: the device shows that nobody looks any more. */
  close(): void;
}

type Opened =
  { readonly ok: true; readonly value: Camera } | { readonly ok: false; readonly problem: CameraProblem };

/** The camera that looks away from the person, where there are two; a code needs no more than this many pixels. */
const WANTED: MediaTrackConstraints = {
  facingMode: 'environment',
  width: { ideal: 1280 },
  height: { ideal: 720 },
};

/** Whether there is anything to ask for: without https there is not. */
export function hasCamera({ mediaDevices }: Partial<Pick<Navigator, 'mediaDevices'>>): boolean {
  return mediaDevices?.getUserMedia !== undefined;
}

/** Asks for the camera; in a tap. */
export async function openCamera(): Promise<Opened> {
  try {
    const picture = await navigator.mediaDevices.getUserMedia({ video: WANTED });
    const close = () => {
      for (const track of picture.getTracks()) track.stop();
    };
    return { ok: true, value: { picture, close } };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

function problemOf(cause: unknown): CameraProblem {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
}
