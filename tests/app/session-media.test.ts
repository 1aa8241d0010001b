import { describe, expect, it } from 'vitest';
import { createSessionMedia, type MediaPorts } from '#app/session-media.ts';
import type { MediaActs } from '#platform/media-session.ts';

function fakeMedia() {
  const done: string[] = [];
  let stopped: () => void = () => undefined;
  const ports: MediaPorts = {
    openSilentLoop(onStopped) {
      stopped = onStopped;
      return {
        play: () => done.push('loop plays'),
        pause: () => done.push('loop rests'),
        close: () => done.push('loop closed'),
      };
    },
    openMediaControls: () => ({
      tell: ({ title }) => done.push(title),
      close: () => done.push('controls closed'),
    }),
  };
  return { done, ports, stop: () => stopped() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a session outside of the page', () => {
  it('keeps a silent element going while it sounds, tells what it is, and leaves nothing behind', async () => {
    const { done, ports } = fakeMedia();
    const media = createSessionMedia(Promise.resolve(ports), {});
    media.sounds();
    media.tell({ title: 'Body scan', part: 'Settle', state: 'playing' });
    media.rests();
    await settled();
    media.close();
    media.close();
    await settled();
    expect(done).toEqual(['loop plays', 'Body scan', 'loop rests', 'loop closed', 'controls closed']);
  });

  it('leaves nothing behind where it is closed before it is there', async () => {
    const { done, ports } = fakeMedia();
    const media = createSessionMedia(Promise.resolve(ports), {});
    media.sounds();
    media.close();
    await settled();
    expect(done.slice(-2)).toEqual(['loop closed', 'controls closed']);
    expect(done.filter((each) => each.endsWith('closed'))).toHaveLength(2);
  });

  it('pauses where headphones are pulled out of a practice', async () => {
    const { done, ports, stop } = fakeMedia();
    const acts: MediaActs = { pause: () => done.push('paused') };
    createSessionMedia(Promise.resolve(ports), acts);
    await settled();
    stop();
    expect(done).toEqual(['paused']);
  });

  it('goes on where nothing may be asked from outside', async () => {
    const { done, ports, stop } = fakeMedia();
    createSessionMedia(Promise.resolve(ports), {}).sounds();
    await settled();
    stop();
    expect(done).toEqual(['loop plays', 'loop plays']);
  });

  it('does without where it cannot be had', async () => {
    const media = createSessionMedia(Promise.reject(new Error('no such chunk')), {});
    media.sounds();
    media.close();
    await settled();
  });
});
