import { presetOf } from '#session/preset-reading.ts';
import type { Preset } from '#session/preset.ts';
import type { Connection } from './store.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** What a clinic has settled under a name. */
export function createPresetShelf(connection: Connection): Shelf<Preset> {
  return createShelf(connection.store('presets'), presetOf);
}
