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
    what: '1,000 random mixes and moments without a click',
    args: vitest('browser', 'tests/browser/engine', 'reports/long-engine.json'),
    env: { VITE_RUNS: '1000' },
    report: 'reports/long-engine.json',
  },
  { what: 'the app as it is served', args: ['run', '--silent', 'build'], env: {}, report: undefined },
  {
    what: '200 reloads, nothing lost',
    args: ['run', '--silent', 'e2e', '--', 'resume', '--reporter=list,json'],
    env: { ROUNDS: '200', PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/long-resume.json' },
    report: 'reports/long-resume.json',
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
