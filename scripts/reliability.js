// npm run reliability: the tests that npm test runs in a short form, in their long form. One part alone: `-- killed`.
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { countTests } from './count-tests.js';
import { installChromium } from './chromium.js';
import { installMissing, run } from './install.js';

/** @typedef {{ what: string, args: string[], env: Record<string, string>, report?: string, served?: true }} Long */

/** @returns {Long} @param {string} what @param {'unit' | 'browser'} project @param {string} folder @param {number} runs */
function vitest(what, project, folder, runs) {
  const report = `reports/long-${path.basename(folder, '.test.ts')}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = { [project === 'unit' ? 'RUNS' : 'VITE_RUNS']: `${runs}` }; // a browser hears only of the second
  return { what, args: ['run', '--silent', project, '--', folder, ...reporters], env, report };
}

/** @returns {Long} @param {string} what @param {string} file @param {Record<string, string>} env */
function e2e(what, file, env) {
  const report = `reports/long-${file}.json`;
  return {
    what,
    args: ['run', '--silent', 'e2e', '--', `e2e/${file}.test.ts`, '--reporter=list,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    report,
    served: true,
  };
}

/** @type {Long[]} */
const LONG = [
  vitest(
    '10,000 random sessions keep every rule of the session',
    'unit',
    'tests/session/properties.test.ts',
    10_000,
  ),
  vitest('100,000 interruptions of the sound', 'unit', 'tests/audio/interruption.test.ts', 100_000),
  vitest('1,000 random mixes and moments without a click', 'browser', 'tests/browser/engine', 1000),
  vitest(
    '1,000 random devices come back from a copy to the byte, 200 through the lock',
    'browser',
    'tests/browser/storage',
    1000,
  ),
  vitest(
    '10,000 harmed imports: guides, lines, sounds, backups, cards and plans',
    'unit',
    'tests/imports',
    10_000,
  ),
  vitest(
    'each storage operation of a session failed: once, thrice, with all after it, its connection closed',
    'browser',
    'tests/browser/app/failing-disk.test.ts',
    1,
  ),
  e2e('the browser killed 200 times, nothing lost', 'killed', { ROUNDS: '200' }),
  e2e(
    'twenty planted words in the files of a killed browser: none with the lock or from before it, all without',
    'lock',
    { LONG: '1' },
  ),
  e2e('hidden for ten minutes, frozen for ten: no cue late, none that is over', 'hidden', {
    HIDDEN_MINUTES: '10',
  }),
  e2e('half an hour in real time: nothing held on to, no underrun', 'soak', { SOAK_MINUTES: '30' }),
];

/** @type {Long} */
const BUILD = { what: 'the app as it is served', args: ['run', '--silent', 'build'], env: {} };

/** @param {Long} long @returns {boolean} whether it passed */
function passes({ what, args, env, report }) {
  console.log(`\n=== ${what} (at ${Math.round(process.uptime())} s)`);
  if (report !== undefined) rmSync(report, { force: true }); // what a run before left would be counted
  return run('npm', args, env);
}

process.chdir(path.resolve(import.meta.dirname, '..'));
const [only = ''] = process.argv.slice(2);
const wanted = LONG.filter(({ report = '' }) => path.basename(report, '.json').includes(only));
if (wanted.length === 0) {
  console.log(`“${only}”: expected a part of the name of a test that has a long form, such as killed.`);
  process.exit(2);
}
installMissing();
await installChromium();
const [early, late] = [wanted.filter(({ served }) => !served), wanted.filter(({ served }) => served)];
const results = early.map(passes);
if (late.length > 0) results.push(...(passes(BUILD) ? late.map(passes) : [false]));
const count = countTests(wanted.flatMap(({ report }) => report ?? []));
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = results.every(Boolean) ? 0 : 1;
