import { hasCamera, openCamera } from './camera.ts';
import { clipboardOf } from './clipboard.ts';
import { createCodeReader } from './code-reader.ts';

export type Exchange = ReturnType<typeof createExchange>;

/** By what a line of text goes from one device to another without a network: copied, or shown and looked at. */
export function createExchange(navigator: Navigator) {
  return {
    copy: clipboardOf(navigator),
    openCamera: hasCamera(navigator) ? openCamera : undefined,
    createCodeReader,
  };
}
