import type { Plan } from '../plan.ts';
import { finding, type Finding, type Judged } from './ruling.ts';

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
