/** What the files of a session are called: `undertone-2026-11-22-1405`, by the device's own clock. */
export function sessionName(beganMs: number): string {
  const began = new Date(beganMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${began.getFullYear()}-${two(began.getMonth() + 1)}-${two(began.getDate())}`;
  return `undertone-${day}-${two(began.getHours())}${two(began.getMinutes())}`;
}
