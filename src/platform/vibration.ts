/**
 * Lets the device be felt: `pulse` is on, off, on … in milliseconds. Undefined where there is no such thing: desktops,
 * iPhones, most tablets. It works only while the page can be seen.
 */
export function vibrationOf(device: Navigator): ((pulse: readonly number[]) => void) | undefined {
  if (!('vibrate' in device)) return undefined;
  return (pulse) => void device.vibrate([...pulse]);
}
