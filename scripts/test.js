// npm test: everything, from a fresh clone. npm run check: only what is quick. Needs nothing but Node.
// Each step runs even when one before it failed, unless it needs that one. What leaves a core idle has others beside it:
// the quick steps have linting, and where Chromium is asked too its tests have all of them.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { installChromium } from './chromium.js';
import { countTests } from './count-tests.js';
import { installMissing } from './install.js';

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

/** @type {Step} */
const lint = { name: 'lint' };
/** @type {Step[]} */
const quick = [{ name: 'types' }, { name: 'format:check' }, { name: 'knip' }, vitest('unit')];

/** @returns {Promise<Step[]>} */
const served = async () => [
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

/**
 * Runs one step and says so; with `beside`, what it says is kept until it has ended, not to mix with what runs beside it.
 * @param {Step} step @returns {Promise<boolean>} whether it passed
 */
function passes({ name, args = [], env = {} }, beside = false) {
  const title = `\n=== ${name} (at ${Math.round(process.uptime())} s)`;
  if (!beside) console.log(title);
  const child = spawn('npm', ['run', '--silent', name, '--', ...args], {
    stdio: beside ? 'pipe' : 'inherit',
    shell: process.platform === 'win32', // npm is a script there
    env: { ...process.env, ...env },
  });
  let said = `${title}\n`;
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      if (beside) console.log(said.trimEnd());
      resolve(status === 0);
    });
  });
}

/** @param {Step[]} steps @returns the names of the steps that failed */
async function runInTurn(steps, beside = false) {
  /** @type {string[]} */
  const failed = [];
  for (const step of steps) {
    const { name, needs = '' } = step;
    if (failed.includes(needs)) console.log(`\n=== ${name} not run: ${needs} failed`);
    else if (!(await passes(step, beside))) failed.push(name);
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
const [first, beside] = isQuick ? [quick, [lint]] : [[vitest('browser')], [...quick, lint]];
const last = isQuick ? [] : await served();
const failedSteps = (await Promise.all([runInTurn(first), runInTurn(beside, true)])).flat();
failedSteps.push(...(await runInTurn(last)));
console.log(`\n=== done (at ${Math.round(process.uptime())} s)`);
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}`);
console.log(closingLine([...first, ...beside, ...last], failedSteps));
process.exitCode = failedSteps.length > 0 ? 1 : 0;
