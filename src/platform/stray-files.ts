/**
 * A file that is dropped beside the place for it would be opened instead of this page, and a session would be gone. It is
 * let go of instead. Where there is a place for it, that place has answered before.
 */
export function keepStrayFilesOut(target: Pick<EventTarget, 'addEventListener'>): void {
  for (const type of ['dragover', 'drop'])
    target.addEventListener(type, (event) => {
      const { dataTransfer } = event as DragEvent;
      if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      dataTransfer.dropEffect = 'none';
    });
}
