import type { Plan } from '../plan.ts';
import { finding, type Answer, type Finding, type Judged } from './ruling.ts';

/** Beats only for who is known never to have had a seizure; two tones in two ears only through headphones. */
export function beats({ plan, circumstances }: Judged): Finding[] {
  const { kind } = plan.beats;
  const found: Finding[] = [];
  if (kind === 'none') return found;
  if (circumstances.seizure !== 'no') found.push(finding('beats-seizure', { fix: beating('none') }));
  if (kind === 'binaural' && circumstances.headphones !== 'yes')
    found.push(
      finding('beats-headphones', { fix: beating(circumstances.seizure === 'no' ? 'monaural' : 'none') }),
    );
  return found;
}

function beating(kind: Plan['beats']['kind']) {
  return (plan: Plan): Plan => ({ ...plan, beats: { ...plan.beats, kind } });
}

/** Light that comes and goes faster than this may bring on a seizure (WCAG 2.3.1). */
const FASTEST_LIGHT = 3;

/** Whether something on a screen may swell and fade that many times a second: nothing at all for who has had a seizure [RU11]. */
export function mayPulse(perSecond: number, seizure: Answer): boolean {
  return seizure !== 'yes' && perSecond <= FASTEST_LIGHT;
}
