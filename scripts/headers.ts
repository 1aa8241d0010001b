/**
 * Nothing leaves the device: what the page may load, it may load from here only. It stands in the page too, for servers
 * that cannot be told; workers have it from the headers alone.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: data:", // data: is what howler's html5 mode sets to stop a download
  "worker-src 'self' blob:", // Tone's clock is a worker made from a blob:; without it the clock silently never ticks
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
].join('; ');

/** What the app asks a device for, and what no page of this address may ask for. */
const permissions = [
  ...['autoplay', 'camera', 'fullscreen', 'microphone', 'screen-wake-lock'].map((mine) => `${mine}=(self)`),
  ...['bluetooth', 'display-capture', 'geolocation', 'hid', 'midi', 'payment', 'serial', 'usb'].map(
    (nobodys) => `${nobodys}=()`,
  ),
].join(', ');

/** What every answer of a server that serves the build says. docs/serving.md has the same for nginx, Caddy and others. */
export const headers = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`, // the last has no effect in a page
  'Permissions-Policy': permissions,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;
