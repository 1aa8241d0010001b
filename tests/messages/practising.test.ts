import { describe, expect, it } from 'vitest';
import { practiceTexts } from '#messages/practising.ts';
import { practices } from '#session/practices/all.ts';
import { defaultPracticeChoices, PRACTICES } from '#session/practices/shape.ts';
import { SCAN_VARIANTS, WHOLE_BODY } from '#session/scan.ts';
import { scriptLines } from '#guidance/script-lines.ts';
import { createWholeGuide } from '#app/whole-guide.ts';

describe('what practices are called', () => {
  it('every practice and every part of it has a name in the catalogue', () => {
    const lines = scriptLines(createWholeGuide('en'), 'en');
    const say = practiceTexts('en');
    const plans = PRACTICES.flatMap((id) =>
      SCAN_VARIANTS.map((variant) =>
        practices[id].build(
          {
            ...defaultPracticeChoices(practices[id]),
            minutes: practices[id].minutes.most,
            scan: { ...WHOLE_BODY, variant },
          },
          lines,
        ),
      ),
    );
    expect(plans.filter((plan) => say.name(plan.id) === undefined)).toEqual([]);
    const phases = new Set(plans.flatMap((plan) => plan.phases.map(({ phase }) => phase)));
    expect([...phases].filter((phase) => say.part(phase) === undefined)).toEqual([]);
    expect(phases.size).toBeGreaterThan(25);
  });
});
