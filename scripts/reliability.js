// npm run reliability: the tests that npm test runs in a short form, in their long form.
import path from 'node:path';
import process from 'node:process';
import { countTests } from './count-tests.js';
import { installChromium } from './chromium.js';
import { installMissing, run } from './install.js';

const vitest = (
  /** @type {string} */ project,
  /** @type {string} */ folder,
  /** @type {string} */ report,
) => [
  'run',
  '--silent',
  project,
  '--',
  folder,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

const LONG = [
  {
    what: '10,000 random sessions keep every rule of the session',
    args: vitest('unit', 'tests/session/properties.test.ts', 'reports/long-session.json'),
    env: { RUNS: '10000' },
    report: 'reports/long-session.json',
  },
  {
    what: '100,000 interruptions of the sound',
    args: vitest('unit', 'tests/audio/interruption.test.ts', 'reports/long-interruption.json'),
    env: { RUNS: '100000' },
    report: 'reports/long-interruption.json',
  },
  {
    what: '1,000 random mixes and moments without a click',
    args: vitest('browser', 'tests/browser/engine', 'reports/long-engine.json'),
    env: { VITE_RUNS: '1000' },
    report: 'reports/long-engine.json',
  },
  {
    what: '1,000 random devices come back from a copy to the byte, 200 through the lock',
    args: vitest('browser', 'tests/browser/storage', 'reports/long-storage.json'),
    env: { VITE_RUNS: '1000' },
    report: 'reports/long-storage.json',
  },
  {
    what: '10,000 harmed imports: guides, lines, sounds, backups, cards and plans',
    args: vitest('unit', 'tests/imports', 'reports/long-imports.json'),
    env: { RUNS: '10000' },
    report: 'reports/long-imports.json',
  },
  {
    what: 'each storage operation of a session failed: once, thrice, with all after it, its connection closed',
    args: vitest('browser', 'tests/browser/app/failing-disk.test.ts', 'reports/long-failing.json'),
    env: { VITE_RUNS: '1' },
    report: 'reports/long-failing.json',
  },
  { what: 'the app as it is served', args: ['run', '--silent', 'build'], env: {}, report: undefined },
  {
    what: 'the browser killed 200 times, nothing lost',
    args: ['run', '--silent', 'e2e', '--', 'killed', '--reporter=list,json'],
    env: { ROUNDS: '200', PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/long-killed.json' },
    report: 'reports/long-killed.json',
  },
  {
    what: 'twenty planted words in the files of a killed browser: none with the lock or from before it, all without',
    args: ['run', '--silent', 'e2e', '--', 'e2e/lock', '--reporter=list,json'],
    env: { LONG: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/long-lock.json' },
    report: 'reports/long-lock.json',
  },
  {
    what: 'hidden for ten minutes, frozen for ten: no cue late, none that is over',
    args: ['run', '--silent', 'e2e', '--', 'hidden', '--reporter=list,json'],
    env: { HIDDEN_MINUTES: '10', PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/long-hidden.json' },
    report: 'reports/long-hidden.json',
  },
  {
    what: 'half an hour in real time: nothing held on to, no underrun',
    args: ['run', '--silent', 'e2e', '--', 'soak', '--reporter=list,json'],
    env: { SOAK_MINUTES: '30', PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/long-soak.json' },
    report: 'reports/long-soak.json',
  },
];

process.chdir(path.resolve(import.meta.dirname, '..'));
installMissing();
await installChromium();
let failed = false;
for (const { what, args, env } of LONG) {
  console.log(`\n=== ${what} (at ${Math.round(process.uptime())} s)`);
  failed = !run('npm', args, env) || failed;
}
const count = countTests(LONG.flatMap(({ report }) => report ?? []));
console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = failed ? 1 : 0;
