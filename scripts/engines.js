// npm run engines: what is kept, what a timeline is, how it sounds and a session by hand, in Firefox and in WebKitGTK.
// Debian's browsers, a display and a sound server of this run's own; installs what is missing where apt can be used.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { installByApt } from './chromium.js';
import { countTests } from './count-tests.js';
import { installMissing, run } from './install.js';

const PROGRAMS = {
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  pulseaudio: '/usr/bin/pulseaudio',
};

process.chdir(path.resolve(import.meta.dirname, '..'));
installMissing();
const missing = () => Object.entries(PROGRAMS).filter(([, file]) => !existsSync(file));
if (missing().length > 0) installByApt(missing().map(([name]) => name));
if (missing().length > 0) {
  console.log(
    `Not there, and could not be installed: ${missing()
      .map(([name]) => name)
      .join(', ')}.`,
  );
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'undertone-engines-'));
// Firefox has no sound without a device; one of ALSA's that goes nowhere runs far too fast.
const sound = spawn(
  'pulseaudio',
  [
    ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'],
    ...['-L', 'module-null-sink sink_name=null'],
    ...['-L', `module-native-protocol-unix socket=${folder}/pulse auth-anonymous=1`],
  ],
  { stdio: 'ignore' },
);
const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
const number = await new Promise((resolve, reject) => {
  display.once('error', reject);
  display.once('exit', () => reject(new Error('Xvfb gave no display.')));
  display.stdout.once('data', (said) => resolve(`${said}`.trim()));
});

const report = 'reports/engines.json';
rmSync(report, { force: true }); // what a run before left would be counted
const passed =
  run('npm', ['run', '--silent', 'build']) &&
  run(
    'node_modules/.bin/vitest',
    [
      ...['run', '--config', 'tests/engines/vitest.config.ts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...process.argv.slice(2),
    ],
    { DISPLAY: `:${number}`, PULSE_SERVER: `unix:${folder}/pulse` },
  );
sound.kill();
display.kill();
rmSync(folder, { recursive: true, force: true });
const count = countTests([report]);
const silent = !passed && count.failed === 0 ? 1 : 0; // such as a browser that crashed
console.log(`\n${count.passed} passed, ${count.failed + silent} failed`);
process.exitCode = passed ? 0 : 1;
