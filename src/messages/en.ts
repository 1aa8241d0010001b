import * as names from './en/names.ts';
import { problems } from './en/problems.ts';
import { sounds } from './en/sounds.ts';
import { start } from './en/start.ts';

export const en = {
  language: 'en',
  app: 'Undertone',
  opening: { place: 'One moment', sound: 'Starting the sound' },
  saveRecord: 'Save the record',
  ...names.names,
  start,
  sounds,
  problems,
};
