import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { timelineData } from '#session/print.ts';
import { phase, planInput } from '../helpers/sessions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'print-'));
afterAll(() => rmSync(folder, { recursive: true }));

function print(...args: string[]) {
  const script = path.join(root, 'scripts/print-session.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const place = path.join(folder, name);
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

const data = (stdout: string) => JSON.parse(stdout) as ReturnType<typeof timelineData>;
const lines = [{ line: 'anchor.here', at: 30 }];
const small = file('small.json', planInput({ phases: [phase({ lines })] }));

describe('npm run print', { timeout: 60_000 }, () => {
  it('prints a shipped plan as lines, the medicine given as planned', () => {
    const { status, stdout, stderr } = print('iv');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ +0:00 {2}phase {2}preparation$/m);
    expect(stdout).toMatch(/^ +20:00 {2}phase {2}onset$/m);
    expect(stdout.trimEnd()).toMatch(/ 120:00 {2}end {4}silence$/);
  });

  it('prints a document with what happened, as data', () => {
    const events = file('log.json', [
      { type: 'started', at: 0 },
      { type: 'phase-extended', at: 10, by: 60 },
    ]);
    const { status, stdout } = print(small, '--events', events, '--json');
    expect(status).toBe(0);
    const { to, phases, cues } = data(stdout);
    expect([to, phases]).toEqual([660, [{ phase: 'onset', from: 0, to: 660 }]]);
    expect(cues).toEqual([
      expect.objectContaining({ id: 'onset/voice/anchor.here', bus: 'voice', at: 30, text: 'You are here.' }),
    ]);
  });

  it('prints what is said, to be read and as captions', () => {
    const read = print(small, '--transcript');
    expect([read.status, read.stdout]).toEqual([
      0,
      'Undertone: Small\nAs planned\nVoice: Synthesised voice\n\n   0:30  You are here.\n',
    ]);
    const captions = print(small, '--vtt');
    expect(captions.status).toBe(0);
    expect(captions.stdout).toMatch(
      /^WEBVTT\n\nNOTE\nUndertone: Small\n(.*\n)+\n1\n00:00:30.000 --> 00:00:3\d\.\d{3}\nYou are here\.\n$/,
    );
  });

  it('prints a practice at the length that was asked for, or the one it has at first', () => {
    const { status, stdout, stderr } = print('body-scan', '--length', '7.5');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^ +\d+:\d\d(\.\d)? {2}voice {2}scan\/voice\/body\.hands-\d {2}"/m);
    expect(stdout.trimEnd()).toMatch(/ 7:30 {2}end {4}silence$/);
    expect(print('grounding').stdout.trimEnd()).toMatch(/ 5:00 {2}end {4}silence$/);
  });

  it('says what it can be told', () => {
    const { status, stdout } = print('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/practice-run/);
    expect(stdout).toMatch(/loving-kindness/);
    expect(stdout).toMatch(/without it everything goes as planned/);
  });

  const wrong = file('wrong.json', planInput({ phases: [{ ...phase(), minutes: 500 }] }));
  const strange = file(
    'strange.json',
    planInput({ phases: [phase({ lines: [{ line: 'no.line', at: 1 }] })] }),
  );
  const nowhere = file('nowhere.json', [{ type: 'phase-advanced', at: 3, to: 'peak' }]);
  const text = file('notes.txt', 'Dear diary');
  it.each([
    [[], /^PLAN: expected a file or one of iv, .*, got nothing\.$/],
    [['iv', 'im'], /^im: expected nothing after PLAN\. See --help\.$/],
    [['iv', '--loud'], /--loud/],
    [['iv', '--vtt', '--json'], /^--vtt: expected at most one of --json, --transcript and --vtt\.$/],
    [
      ['body-scan', '--length', '46'],
      /^--length: expected a number of minutes from 3 to 45 for body-scan, got "46"\.$/,
    ],
    [
      ['sounds', '--length', 'ten'],
      /^--length: expected a number of minutes from 3 to 20 for sounds, got "ten"\.$/,
    ],
    [['iv', '--length', '10'], /^--length: expected a practice \(body-scan, .*\) to take so long, got iv\.$/],
    [
      ['missing.json'],
      /^missing\.json: expected a file, or one of iv, .*, got a name that cannot be read\.$/,
    ],
    [[folder], /: expected a file, or one of iv, .*, got a name that cannot be read\.$/],
    [[text], /notes\.txt: expected JSON, got text that begins "Dear diary"\.$/],
    [[wrong], /wrong\.json: phases\[0\]\.minutes: expected a number of at most 240, got 500\.$/],
    [
      [strange],
      /strange\.json: phases\[0\]\.lines\[0\]\.line: expected a line the guide can say, got "no\.line"\.$/,
    ],
    [[small, '--events', wrong], /wrong\.json: expected a list, got an object\.$/],
    [
      [small, '--events', nowhere],
      /nowhere\.json: \[0\]\.to: expected "next" or a phase of the plan \(onset\), got "peak"\.$/,
    ],
  ])('says in one sentence what does not fit: %#', (args, sentence) => {
    const { status, stdout, stderr } = print(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });
});
