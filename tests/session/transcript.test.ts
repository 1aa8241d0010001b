import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVoice } from '#session/cues.ts';
import type { SessionLog } from '#session/log.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { spokenLines, transcriptText, webVtt, type SpokenLine } from '#session/transcript.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { always, lastOf } from '../helpers/lived.ts';
import { logged, phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

// Beside a test: changes of the code that were seen to break it.

const words = { title: 'A short sit', about: ['Voice: bdl'], cutShort: 'cut short', nothing: 'No line.' };
const HERE = 'anchor.here'; // 2 s at ninety words a minute
const BLANKET = 'ask.blanket'; // 5.3 s
const talking = plan({
  phases: [
    phase({
      lines: [
        { line: HERE, at: 30 },
        { line: BLANKET, at: 60 },
        { line: HERE, at: 90 },
      ],
    }),
  ],
});

/** What was said in a session that was left at `until`, as `from text` with what is told of it. */
function said(log: SessionLog, until: number, missing: readonly string[] = []): string[] {
  const lived = { until: sessionTimeOf(until), missing: new Set(missing) };
  return spokenLines(timelineOf(talking, log), evenGuide, lived).map(
    ({ from, text, cutShort }) =>
      `${from} ${text.split(' ').slice(0, 2).join(' ')}${cutShort ? ', cut short' : ''}`,
  );
}

describe('a transcript', () => {
  it('[K7] of a plan has every line it will say', () => {
    const iv = shippedPlan('iv', { talk: 'full' });
    const timeline = timelineOf(iv, plannedLog(iv));
    const lines = spokenLines(timeline, evenGuide);
    expect(lines.map(({ text }) => text)).toEqual(timeline.cues.filter(isVoice).map(({ text }) => text));
    expect(lines.filter(({ cutShort }) => cutShort)).toEqual([]);
  });

  it('[K7] of a session has what was said until it was left', () => {
    expect(said([], 500)).toEqual(['30 You are', '60 A blanket', '90 You are']);
    expect(said([], 70)).toEqual(['30 You are', '60 A blanket']);
    expect(said([], 62)).toEqual(['30 You are', '60 A blanket, cut short']);
    expect(said([], 60.2)).toEqual(['30 You are']);
  });

  // spokenLines() without the repertoire's duration: red
  it('[K7] says of a line that a call interrupted that it was cut short', () => {
    const call = logged([62, { type: 'interrupted', reason: 'call' }], [70, { type: 'resumed' }]);
    expect(said(call, 500)).toEqual(['30 You are', '60 A blanket, cut short', '90 You are']);
  });

  // isHeard() that says yes: red, three times
  it('[K7] leaves out what nobody could hear', () => {
    const silence = logged([61, { type: 'silenced', fade: 1 }], [85, { type: 'unsilenced' }]);
    expect(said(silence, 500)).toEqual(['30 You are', '60 A blanket, cut short', '90 You are']);
    const mute = logged([40, { type: 'bus-level-changed', bus: 'voice', level: -80 }]);
    expect(said(mute, 500)).toEqual(['30 You are']);
    const ended = logged([59.9, { type: 'ended' }]);
    expect(said(ended, 500)).toEqual(['30 You are']);
  });

  it('[K7] leaves out what did not play, and has what was asked for', () => {
    expect(said([], 500, [`onset/voice/${BLANKET}`])).toEqual(['30 You are', '90 You are']);
    const log = logged([40, { type: 'line-played', line: BLANKET }]);
    const lines = spokenLines(timelineOf(talking, log), evenGuide);
    expect(lines.map(({ asked }) => asked)).toEqual([false, true, false, false]);
  });

  it('[K7] of any session is in order and without overlap', () => {
    always((lived) => {
      const lines = spokenLines(lastOf(lived), evenGuide);
      for (const [nth, line] of lines.entries()) {
        expect(line.to).toBeGreaterThan(line.from);
        expect(line.from).toBeGreaterThanOrEqual((lines[nth - 1]?.to ?? 0) - 1e-6);
      }
    });
  });
});

const line = (from: number, to: number, text: string, cutShort = false): SpokenLine => ({
  from: sessionTimeOf(from),
  to: sessionTimeOf(to),
  text,
  asked: false,
  cutShort,
});

describe('a transcript on paper', () => {
  it('[K8] reads like this as WebVTT', () => {
    const lines = [line(30, 32.5, 'You are here.'), line(3661.0004, 3661.0004, 'a < b & c --> d', true)];
    expect(webVtt(lines, { ...words, title: 'Sit\n\nstill --> here' })).toBe(
      [
        'WEBVTT',
        '',
        'NOTE',
        'Sit still -- > here',
        'Voice: bdl',
        '',
        '1',
        '00:00:30.000 --> 00:00:32.500',
        'You are here.',
        '',
        '2',
        '01:01:01.000 --> 01:01:01.001',
        'a &lt; b &amp; c --&gt; d (cut short)',
        '',
      ].join('\n'),
    );
    expect(webVtt([], words)).toBe('WEBVTT\n\nNOTE\nA short sit\nVoice: bdl\n');
  });

  // inOneLine() or escaped() that gives back what it gets: each red
  it('[K8] is one block a cue whatever is said', () => {
    const any = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '-->', '<', '&', '\u2028', 'é') });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, (texts, title) => {
        const lines = texts.map((text, nth) => line(nth * 10, nth * 10 + 5, `x${text}`));
        const [header, note, ...cues] = webVtt(lines, { ...words, title: `t${title}` })
          .trimEnd()
          .split('\n\n');
        expect([header, note?.split('\n')[0], cues.length]).toEqual(['WEBVTT', 'NOTE', lines.length]);
        expect(note).not.toMatch(/-->/);
        for (const cue of cues)
          expect(cue).toMatch(/^\d+\n\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n[^<>\n\r]+$/);
      }),
      { numRuns: 500, seed: 8 },
    );
  });

  it('[K9] reads like this as text', () => {
    const lines = [line(30.9, 33, 'You are here.'), line(7265, 7270, 'Rest.', true)];
    expect(transcriptText(lines, words)).toBe(
      ['A short sit', 'Voice: bdl', '', '   0:30  You are here.', ' 121:05  Rest. (cut short)', ''].join(
        '\n',
      ),
    );
    expect(transcriptText([], words)).toBe('A short sit\nVoice: bdl\n\nNo line.\n');
  });
});
