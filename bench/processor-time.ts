import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { Seconds } from '#session/units.ts';

/** Processor time used so far. */
export interface Usage {
  /** Of whole processes, with all threads that have ended since, such as those of offline renders. */
  readonly processes: ReadonlyMap<string, Seconds>;
  /** Of the threads there are, by `pid/tid name`. */
  readonly threads: ReadonlyMap<string, Seconds>;
}

const ticksASecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** What all processes of a browser have used, read from /proc: asking costs the page nothing. */
export async function usageOf(browser: Browser): Promise<Usage> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const folders = processInfo.map(({ id }) => `/proc/${id}`);
  return {
    processes: new Map(folders.map(readUsage)),
    threads: new Map(folders.flatMap(threadsOf).map(readUsage)),
  };
}

function threadsOf(folder: string): string[] {
  return readdirSync(`${folder}/task`).map((thread) => `${folder}/task/${thread}`);
}

function readUsage(folder: string): [string, Seconds] {
  const stat = readFileSync(`${folder}/stat`, 'utf8');
  // The name stands in brackets and may itself hold brackets and blanks; utime and stime are fields 14 and 15.
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [`${folder} ${name}`, (Number(fields[11]) + Number(fields[12])) / ticksASecond];
}

/** Seconds that all processes used between two readings. */
export function usedBetween(before: Usage, after: Usage): Seconds {
  return difference(before.processes, after.processes);
}

/** The threads that make sound or hand it on: Chromium names them so, cut to 15 letters by the kernel. */
const AUDIO_THREADS = / (AudioOutputDevi|AudioWorkerThre|Realtime AudioW)/;

/** Seconds that the threads which make sound used between two readings. */
export function usedBySound(before: Usage, after: Usage): Seconds {
  const sounding = [...after.threads].filter(([thread]) => AUDIO_THREADS.test(thread));
  return difference(before.threads, new Map(sounding));
}

function difference(before: ReadonlyMap<string, Seconds>, after: ReadonlyMap<string, Seconds>): Seconds {
  return [...after].reduce((sum, [what, used]) => sum + used - (before.get(what) ?? 0), 0);
}
