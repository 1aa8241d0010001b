// npm test: everything, from a fresh clone. npm run check: only what is quick. Needs nothing but Node.
// Each step runs even when one before it failed, unless it needs that one.
import { rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { installChromium } from './chromium.js';
import { countTests } from './count-tests.js';
import { installMissing, run } from './install.js';

/** @typedef {{ name: string, args?: string[], env?: Record<string, string>, report?: string, needs?: string }} Step */

/** @returns {Promise<number>} @param {number} port the first free one from here on */
const freePort = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(freePort(port + 1)));
    server.listen(port, () => server.close(() => resolve(port)));
  });

/** @param {string} name @returns {Step} */
const vitest = (name) => ({
  name,
  args: ['--reporter=default', '--reporter=json', `--outputFile.json=reports/${name}.json`],
  report: `reports/${name}.json`,
});

/** @type {Step[]} */
const quick = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'format:check' },
  { name: 'knip' },
  vitest('unit'),
];

/** @returns {Promise<Step[]>} */
const everything = async () => [
  ...quick,
  vitest('browser'),
  { name: 'build' },
  { name: 'size', needs: 'build' },
  {
    name: 'e2e',
    args: ['--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: 'reports/e2e.json', E2E_PORT: String(await freePort(4173)) },
    report: 'reports/e2e.json',
    needs: 'build',
  },
];

/** @param {Step[]} steps @returns the names of the steps that failed */
function runAll(steps) {
  /** @type {string[]} */
  const failed = [];
  for (const { name, args = [], env = {}, needs = '' } of steps) {
    if (failed.includes(needs)) {
      console.log(`\n=== ${name} not run: ${needs} failed`);
      continue;
    }
    console.log(`\n=== ${name} (at ${Math.round(process.uptime())} s)`);
    if (!run('npm', ['run', '--silent', name, '--', ...args], env)) failed.push(name);
  }
  return failed;
}

/** One plain line. A step that failed without a failed test in its report counts as one. */
function closingLine(/** @type {Step[]} */ steps, /** @type {string[]} */ failedSteps) {
  const reports = steps.flatMap((step) => step.report ?? []);
  const { passed, failed, skipped } = countTests(reports);
  const silent = steps.filter(
    ({ name, report }) => failedSteps.includes(name) && (!report || countTests([report]).failed === 0),
  );
  return `${passed} passed, ${failed + silent.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

process.chdir(path.resolve(import.meta.dirname, '..'));
delete process.env['FORCE_COLOR'];
Object.assign(process.env, { CI: 'true', NO_COLOR: '1' });
rmSync('reports', { recursive: true, force: true });

installMissing();
const isQuick = process.argv.includes('--quick');
if (!isQuick && !(await installChromium())) console.log('There is no Chromium: the browser tests will fail.');
const steps = isQuick ? quick : await everything();
const failedSteps = runAll(steps);
console.log(`\n=== done (at ${Math.round(process.uptime())} s)`);
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`);
console.log(closingLine(steps, failedSteps));
process.exitCode = failedSteps.length > 0 ? 1 : 0;
