import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMediaControls } from '#platform/media-session.ts';

/** What a browser keeps of it. */
function fakeDevice(known: readonly string[] = ['play', 'pause', 'stop']) {
  const asked = new Map<string, (() => void) | null>();
  const mediaSession = {
    metadata: null as { title: string; artist: string } | null,
    playbackState: 'none',
    place: {} as MediaPositionState,
    setActionHandler(action: string, act: (() => void) | null) {
      if (!known.includes(action)) throw new TypeError('unknown action');
      asked.set(action, act);
    },
    setPositionState(state: MediaPositionState = {}) {
      this.place = state;
    },
  };
  return { asked, mediaSession, device: { mediaSession } as unknown as Navigator };
}

describe('the controls outside of the page', () => {
  beforeEach(() =>
    vi.stubGlobal(
      'MediaMetadata',
      class {
        constructor(told: object) {
          Object.assign(this, told);
        }
      },
    ),
  );
  afterEach(() => vi.unstubAllGlobals());

  it('tell what sounds, which part of it and how far it has come', () => {
    const { mediaSession, device } = fakeDevice();
    const controls = openMediaControls(device, {});
    controls.tell({ title: 'Body scan', part: 'Settle', state: 'playing', at: 12, length: 600 });
    expect(mediaSession.metadata).toMatchObject({ title: 'Body scan', artist: 'Settle' });
    expect(mediaSession.playbackState).toBe('playing');
    expect(mediaSession.place).toEqual({ duration: 600, position: 12 });
  });

  // A browser throws where the position lies after the end.
  it('never tell a place after the end', () => {
    const { mediaSession, device } = fakeDevice();
    openMediaControls(device, {}).tell({ title: 'x', part: '', state: 'playing', at: 601, length: 600 });
    expect(mediaSession.place).toEqual({ duration: 600, position: 600 });
  });

  it('pass on what is asked, and offer nothing else', () => {
    const { asked, device } = fakeDevice();
    const acts: string[] = [];
    openMediaControls(device, { play: () => acts.push('play'), pause: () => acts.push('pause') });
    asked.get('pause')?.();
    asked.get('play')?.();
    expect(acts).toEqual(['pause', 'play']);
    expect(asked.get('stop')).toBeNull();
  });

  it('are gone when closed', () => {
    const { asked, mediaSession, device } = fakeDevice();
    const controls = openMediaControls(device, { pause: () => undefined });
    controls.tell({ title: 'x', part: '', state: 'paused', at: 1, length: 2 });
    controls.close();
    expect([...asked.values()]).toEqual([null, null, null]);
    expect(mediaSession).toMatchObject({ metadata: null, playbackState: 'none', place: {} });
  });

  it('stay with what was opened last, whenever the one before is closed', () => {
    const { asked, mediaSession, device } = fakeDevice();
    const before = openMediaControls(device, { stop: () => undefined });
    const stop = () => undefined;
    openMediaControls(device, { stop }).tell({ title: 'now', part: '', state: 'playing' });
    before.tell({ title: 'before', part: '', state: 'paused' });
    before.close();
    expect(asked.get('stop')).toBe(stop);
    expect(mediaSession).toMatchObject({ metadata: { title: 'now' }, playbackState: 'playing' });
  });

  it('do without an action the browser does not know, and without all of it', () => {
    const { asked, device } = fakeDevice(['play', 'pause']);
    expect(() => openMediaControls(device, { stop: () => undefined })).not.toThrow();
    expect([...asked.keys()]).toEqual(['play', 'pause']);
    const nothing = openMediaControls({} as Navigator, {});
    nothing.tell({ title: 'x', part: '', state: 'playing' });
    nothing.close();
  });
});
