import { levelAt } from './automation.ts';
import { endOfCue, isVoice, type Repertoire } from './cues.ts';
import { busLevel, type Timeline } from './timeline.ts';
import { earliest, FADE_FLOOR, later, type Seconds, type SessionTime, type Span } from './units.ts';

/** One line as it was, or will be, heard. */
export interface SpokenLine {
  readonly from: SessionTime;
  readonly to: SessionTime;
  readonly text: string;
  /** Somebody asked for it on a tap. */
  readonly asked: boolean;
  /** It was not heard to its end: a call, a crash, a silence, the end. */
  readonly cutShort: boolean;
}

/** What is known about a session that was lived; of one that is only planned nothing is. */
export interface Lived {
  /** Where it was left; what lies after it was not said. */
  readonly until: SessionTime;
  /** Cues that did not sound. */
  readonly missing: ReadonlySet<string>;
}

/** How finely it is looked whether a line can be heard. */
const STEP: Seconds = 0.1;
/** Less than this of a line is a sound, not words. */
const SHORTEST: Seconds = 0.5;
/** A line that is heard up to here before its end has been said. */
const NEARLY: Seconds = 0.3;

/** What is said in a session, in order: as planned, or as far as it was lived and could be heard [K7]. */
export function spokenLines(timeline: Timeline, repertoire: Repertoire, lived?: Lived): SpokenLine[] {
  const voice = busLevel(timeline, 'voice');
  const isHeard = (at: SessionTime) => levelAt(voice, at) + levelAt(timeline.master, at) > FADE_FLOOR;
  const said = timeline.cues.filter(isVoice).filter(({ id }) => lived?.missing.has(id) !== true);
  return said.flatMap((cue) => {
    const until = lived === undefined ? endOfCue(cue) : earliest(endOfCue(cue), lived.until);
    // What is only shown is read, however loud anything is.
    const heard = heardPart({ from: cue.at, to: until }, cue.unspoken ? () => true : isHeard);
    if (heard === undefined) return [];
    const whole = Math.max(cue.duration, repertoire.line(cue.clip)?.duration ?? 0);
    const cutShort = later(cue.at, whole - NEARLY) > heard.to;
    return [{ ...heard, text: cue.text, asked: cue.asked, cutShort }];
  });
}

/** From the first to the last moment of a span that can be heard; undefined where that is no more than a syllable. */
function heardPart({ from, to }: Span, isHeard: (at: SessionTime) => boolean): Span | undefined {
  const steps = Math.ceil((to - from) / STEP);
  const moments = Array.from({ length: Math.max(0, steps) }, (_, nth) => later(from, nth * STEP));
  const [first, last] = [moments.find(isHeard), moments.findLast(isHeard)];
  if (first === undefined || last === undefined) return undefined;
  const end = earliest(to, later(last, STEP));
  return end - first < SHORTEST ? undefined : { from: first, to: end };
}

/** What a transcript says besides the lines, in the reader's language. */
export interface TranscriptWords {
  readonly title: string;
  /** Whose voice it is, when it was: one line each. */
  readonly about: readonly string[];
  /** Stands after a line that was not heard to its end. */
  readonly cutShort: string;
  /** Stands where nothing is said at all. */
  readonly nothing: string;
}

/** A transcript to be read: a title, and each line after its minutes and seconds. */
export function transcriptText(lines: readonly SpokenLine[], words: TranscriptWords): string {
  const told = lines.map((line) => `${minutesAndSeconds(line.from).padStart(7)}  ${wordsOf(line, words)}`);
  const body = told.length > 0 ? told : [words.nothing];
  return `${[words.title, ...words.about, '', ...body].map(inOneLine).join('\n')}\n`;
}

/**
 * A transcript as WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"): captions for a recording of the session that
 * begins with it. In order; nothing in a text can end a cue or be taken for a tag.
 */
export function webVtt(lines: readonly SpokenLine[], words: TranscriptWords): string {
  const note = [
    'NOTE',
    ...[words.title, ...words.about].map((text) => inOneLine(text).replaceAll('-->', '-- >')),
  ];
  const cues = lines.map((line, nth) => {
    const [from, to] = [milliseconds(line.from), milliseconds(line.to)];
    const times = `${timestamp(from)} --> ${timestamp(Math.max(to, from + 1))}`;
    return [String(nth + 1), times, escaped(inOneLine(wordsOf(line, words)))].join('\n');
  });
  return `${['WEBVTT', note.join('\n'), ...cues].join('\n\n')}\n`;
}

function wordsOf({ text, cutShort }: SpokenLine, words: TranscriptWords): string {
  return cutShort ? `${text} (${words.cutShort})` : text;
}

function inOneLine(text: string): string {
  return text.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ').trimEnd();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function milliseconds(at: SessionTime): number {
  return Math.round(at * 1000);
}

function timestamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const parts = [two(ms / 3_600_000), two((ms / 60_000) % 60), two((ms / 1000) % 60)];
  return `${parts.join(':')}.${String(ms % 1000).padStart(3, '0')}`;
}

function minutesAndSeconds(at: SessionTime): string {
  return `${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, '0')}`;
}
