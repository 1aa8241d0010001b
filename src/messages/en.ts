import * as names from './en/names.ts';
import { problems } from './en/problems.ts';
import { sounds } from './en/sounds.ts';
import { start } from './en/start.ts';

export const en = {
  language: 'en',
  app: 'Undertone',
  opening: 'Starting the sound',
  ...names.names,
  start,
  sounds,
  problems,
};
