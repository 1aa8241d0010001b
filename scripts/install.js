// Brings node_modules to what package-lock.json says. Needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/** Whether a package is missing or of another version. Optional ones may be absent: they are for other machines. */
function somethingIsMissing() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).some(
    ([path, wanted]) => path !== '' && !wanted.optional && installed[path]?.version !== wanted.version,
  );
}

/** Runs a command with its output in view; on Windows npm is a script and needs a shell. */
export function run(/** @type {string} */ command, /** @type {string[]} */ args, env = {}) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell, env: { ...process.env, ...env } });
  return status === 0;
}

export function installMissing() {
  if (!somethingIsMissing()) return;
  console.log('Installing what is missing …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) return;
  console.log('Installing did not work: is there a connection to the npm registry? Try again with `npm ci`.');
  process.exit(1);
}
