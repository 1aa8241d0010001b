import { expect, it } from 'vitest';
import { followOutput } from '#platform/output.ts';

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId' | 'label'>;

const device = (kind: MediaDeviceKind, label: string, deviceId = label): Device => ({
  kind,
  deviceId,
  groupId: label,
  label,
});
const [camera, keyboard] = [device('videoinput', 'camera'), device('audioinput', 'microphone')];
const tablet = device('audiooutput', 'Default - loudspeaker', 'default');
const worn = device('audiooutput', 'Default - headphones', 'default');

/** Devices that come and go; `undefined` where a list never comes. */
function devices(...first: Device[]) {
  let listed: Device[] | undefined = first;
  const media = Object.assign(new EventTarget(), {
    enumerateDevices: () => (listed === undefined ? new Promise(() => undefined) : Promise.resolve(listed)),
  });
  return {
    media: media as unknown as MediaDevices,
    become: async (next: Device[] | undefined) => {
      listed = next;
      media.dispatchEvent(new Event('devicechange'));
      await new Promise((resolve) => setTimeout(resolve, 250));
    },
  };
}

async function toldOf(first: Device[], next: Device[] | undefined): Promise<number> {
  const { media, become } = devices(...first);
  let told = 0;
  followOutput(media, () => (told += 1));
  await new Promise((resolve) => setTimeout(resolve, 0)); // the first list has come
  await become(next);
  return told;
}

// Mutants: outputs that are not listed taken for the same; a camera that counts -> red.
it('what sounds may come out of another thing is told where outputs are listed, and only of them', async () => {
  expect(await toldOf([worn, camera], [tablet, camera])).toBe(1);
  expect(await toldOf([worn], [worn, camera, keyboard])).toBe(0);
});

it('where the browser keeps them to itself, or its list never comes, each change may be one', async () => {
  const unnamed = device('audiooutput', '', '');
  expect(await toldOf([unnamed], [unnamed])).toBe(1);
  expect(await toldOf([], [camera])).toBe(1);
  expect(await toldOf([worn], undefined)).toBe(1);
});

it('left, or without anything to ask, it tells nothing', async () => {
  const { media, become } = devices(worn);
  followOutput(media, () => expect.fail('it was left'))();
  await become([tablet]);
  followOutput(undefined, () => expect.fail('there is nothing to ask'))();
});
