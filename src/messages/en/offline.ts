/** Whether the app is there without a network, and whether a newer version waits. */
export const offline = {
  getting: (kept: number, of: number) => `Keeping sounds on this device: ${kept} of ${of}`,
  waiting: 'Some sounds are not on this device yet; they come when the network is back',
  ready: 'Ready without a network',
  newer: 'A newer version is here',
  use: 'Use it now',
  heldUp: 'A session runs in another tab. The newer version waits until it has ended.',
};
