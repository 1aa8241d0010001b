import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { endOfCue, isVoice } from '#session/cues.ts';
import { inContext, type Asking } from '#session/in-context.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { buildTimeline, busLevel } from '#session/timeline.ts';
import { later, START } from '#session/units.ts';
import { ANCHOR_LINE, evenGuide } from '../helpers/guide.ts';
import { shippedPlan } from '../helpers/sessions.ts';

const plan = shippedPlan('iv', { talk: 'full' });
const planned = buildTimeline(plan, plannedLog(plan), evenGuide);
const asked: Asking = { type: 'anchor-line-played', line: ANCHOR_LINE, title: 'Come home' };

describe('a line in its context', () => {
  // Mutant: `inContext` that leaves `ended` out -> fails.
  it('[V5] sounds where the session says it, over what the session has there, and is ended soon after', () => {
    const own = planned.cues.filter(isVoice).find(({ at }) => at > 60);
    const context = inContext(plan, evenGuide, { type: 'line-played', line: own?.clip ?? '' });
    const said = context?.timeline.cues.findLast((cue) => isVoice(cue));
    expect(said).toEqual(own);
    if (own === undefined || context === undefined) throw new Error('nothing is said');
    expect(context.from).toBe(own.at - 5);
    for (let at = context.from; at < endOfCue(own); at = later(at, 0.25))
      for (const bus of ['bed', 'voice', 'breath'] as const)
        expect(levelAt(busLevel(context.timeline, bus), at)).toBe(levelAt(busLevel(planned, bus), at));
    expect(context.timeline.to).toBeCloseTo(endOfCue(own) + 3 + 8, 6);
  });

  it('[V5] is asked for in the longest phase where no rule says it', () => {
    const context = inContext(plan, evenGuide, asked);
    const said = context?.timeline.cues.filter((cue) => isVoice(cue) && cue.clip === ANCHOR_LINE) ?? [];
    expect(said).toHaveLength(1);
    const [longest] = planned.spans.toSorted((one, other) => other.to - other.from - (one.to - one.from));
    const span = context?.timeline.spans.findLast(({ from }) => from <= (said[0]?.at ?? START));
    expect(span?.phase).toBe(longest?.phase);
  });

  it('[V5] is nothing where the guide cannot say it', () => {
    expect(inContext(plan, evenGuide, { ...asked, line: 'anchor-line.gone' })).toBeUndefined();
    expect(inContext(plan, evenGuide, { type: 'line-played', line: 'no.such' })).toBeUndefined();
  });
});
