import { describe, expect, it } from 'vitest';
import { mayBePlayed } from '#session/agreed.ts';
import { keptAnchorOf } from '#session/anchor-reading.ts';
import { anchorManifestOf, guideManifestOf } from '#session/guide-reading.ts';

const line = { id: 'anchor-line.1', name: 'Come home', speaker: 'Anna', text: 'You can always come home.' };
const told = (read: ReturnType<typeof guideManifestOf | typeof anchorManifestOf>) =>
  read.ok ? undefined : `${read.problem.place}: ${read.problem.expected}, not ${read.problem.got}`;

describe('a line of somebody close', () => {
  // Mutant: `mayBePlayed` that is always true -> fails.
  it('[V4] is there for a session only where it was noted that who speaks agrees', () => {
    const kept = keptAnchorOf({ ...line, seconds: 2, sound: new ArrayBuffer(4) });
    const agreed = keptAnchorOf({ ...line, seconds: 2, sound: new ArrayBuffer(4), consentMs: 7 });
    expect([kept, agreed].map((each) => each && mayBePlayed(each))).toEqual([false, true]);
    expect(
      keptAnchorOf({ ...line, id: 'anchor.here', seconds: 2, sound: new ArrayBuffer(4) }),
    ).toBeUndefined();
  });
});

describe('what a file of voices says of itself', () => {
  const guide = { format: 'undertone-guide', version: 1, name: 'Anna', language: 'en', gaps: 'shipped' };
  const lines = { format: 'undertone-anchor-lines', version: 1 };

  it('[V6] is read, or told in one sentence with its place', () => {
    expect(told(guideManifestOf({ ...guide, lines: { 'welcome.here': { text: 'You are here.' } } }))).toBe(
      undefined,
    );
    expect(told(guideManifestOf({ ...guide, lines: { 'welcome.here': { text: 7 } } }))).toBe(
      'lines.welcome.here.text: a text, not 7',
    );
    expect(told(anchorManifestOf({ ...lines, lines: [line] }))).toBe(undefined);
    expect(told(anchorManifestOf({ ...lines, lines: [line, { ...line, speaker: '' }] }))).toBe(
      'lines[1].speaker: a length of at least 1, not ""',
    );
  });
});
