/** Lets a finished sound be heard once, now: for what was just recorded, outside of any session. */
export function playSound(sound: ArrayBuffer): { stop(): void } {
  const url = URL.createObjectURL(new Blob([sound], { type: 'audio/wav' }));
  const element = new Audio(url);
  element.onended = () => URL.revokeObjectURL(url);
  void element.play().catch(() => URL.revokeObjectURL(url));
  return {
    stop() {
      element.pause();
      URL.revokeObjectURL(url);
    },
  };
}
