import type { recordTexts } from '#messages/records.ts';
import type { ChainState } from '#session/chain.ts';
import type { SessionRecord, Totals } from '#session/record.ts';
import type { Measured } from '#session/record-clinic.ts';
import { minutesOf } from '#ui/figures.ts';

type Texts = ReturnType<typeof recordTexts>;

/** In the order they are read: from the whole to its parts; what cannot be known is not shown. */
const TOTALS = [
  'whole',
  'sinceFirstDevice',
  'sinceLastDevice',
  'sinceGiven',
  'preparation',
] as const satisfies readonly (keyof Totals)[];

export function totalsShown({ totals, medicine }: SessionRecord): {
  readonly what: (typeof TOTALS)[number];
  readonly minutes: number;
}[] {
  // With devices the first one is the medicine: the same number is not told twice.
  const devices = medicine.filter(({ value }) => value.device !== undefined).length;
  return TOTALS.flatMap((what) => {
    const minutes = totals[what];
    const said = (what === 'sinceGiven' && devices > 0) || (what === 'sinceLastDevice' && devices < 2);
    return minutes === undefined || said ? [] : [{ what, minutes }];
  });
}

/** What became of the chain, in a sentence or two. */
export function chainWords(chain: ChainState, { chain: say }: Texts): string {
  switch (chain.kind) {
    case 'none':
      return say.none;
    case 'broken':
      return say.broken[chain.why](chain.why === 'end' ? chain.nth : chain.nth + 1);
    case 'whole':
      return [say.whole(chain.linked), ...(chain.unlinked > 0 ? [say.unlinked(chain.unlinked)] : [])].join(
        ' ',
      );
  }
}

/** A phase beside what was planned for it, in minutes. */
export function phaseRows({ planned, lived }: SessionRecord): {
  readonly phase: string;
  readonly planned: number | undefined;
  readonly lived: number | undefined;
}[] {
  const phases = [...new Set([...planned, ...lived].map(({ phase }) => phase))];
  const sum = (spans: SessionRecord['lived'], phase: string) => {
    const own = spans.filter((span) => span.phase === phase);
    return own.length === 0 ? undefined : minutesOf(own.reduce((all, { from, to }) => all + to - from, 0));
  };
  return phases.map((phase) => ({ phase, planned: sum(planned, phase), lived: sum(lived, phase) }));
}

/** What was measured, in the columns of the table. */
export const MEASURED = ['pressure', 'pulse', 'spo2', 'sedation'] as const;

export function measuredText(what: (typeof MEASURED)[number], value: Measured): string {
  if (what === 'pressure') {
    const { systolic, diastolic } = value;
    return systolic === undefined && diastolic === undefined ? '' : `${systolic ?? '–'}/${diastolic ?? '–'}`;
  }
  return value[what] === undefined ? '' : String(value[what]);
}

/** How many lines and how many bells. */
export function counted(cues: SessionRecord['cues']): readonly [lines: number, bells: number] {
  const lines = cues.filter(({ bus }) => bus === 'voice').length;
  return [lines, cues.length - lines];
}
