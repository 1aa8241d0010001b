import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedRegions } from '#guidance/naming.ts';
import { anyLineHasTrait, isAnyLineId } from '#guidance/all-lines.ts';
import type { LineTrait } from '#guidance/traits.ts';
import { levelAt } from '#session/automation.ts';
import { breathAt } from '#session/breath.ts';
import { breaths } from '#session/breath-patterns.ts';
import { endOfCue, isVoice, REST_BETWEEN } from '#session/cues.ts';
import { misfitOf } from '#session/fitting.ts';
import { planOf } from '#session/plan-reading.ts';
import { PRACTICES } from '#session/practices/shape.ts';
import type { Region } from '#session/regions.ts';
import { neverNamed, passedOver, SCAN_VARIANTS } from '#session/scan.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { evenGuide, evenSpeaker, shippedSpeaker } from '../helpers/guide.ts';
import { anyPractice, practise, scanned, silencesOf, wordsOf, type Practised } from '../helpers/practised.ts';
import { logged } from '../helpers/sessions.ts';

/** Judges practices that were chosen in any way. */
function always(judge: (practised: Practised) => void, numRuns = 400) {
  fc.assert(
    fc.property(anyPractice, ({ id, change }) => {
      judge(practise(id, change));
    }),
    { numRuns, seed: 20_260 },
  );
}

const offered = PRACTICES.flatMap((id) => ([5, 10, 20] as const).map((minutes) => [id, minutes] as const));

describe('any practice', () => {
  // practicePlan() with a window that forgets the ring: red
  it('[N1] takes the minutes that were asked for, and says each of its lines whole, at its place', () => {
    always(({ plan, choices, timeline, voices }) => {
      expect(Math.abs(timeline.to - choices.minutes * 60)).toBeLessThan(0.01);
      const planned = timeline.spans.flatMap(({ from, phase }) =>
        (plan.phases.find((each) => each.phase === phase)?.lines ?? []).map((line) => ({
          ...line,
          at: from + (line.at ?? 0),
        })),
      );
      const said = planned.filter(
        ({ talk }) => plan.talk === 'full' || (plan.talk === 'sparse' && talk === 'sparse'),
      );
      expect(voices.map(({ clip }) => clip)).toEqual(said.map(({ line }) => line));
      for (const [nth, voice] of voices.entries()) {
        expect(voice.at).toBeCloseTo(said[nth]?.at ?? 0, 6);
        expect(voice.duration).toBe(evenGuide.line(voice.clip)?.duration);
      }
    });
  });

  // chosen() without tooLong, spread() without bounds: each red
  it('[N2] has no silence shorter than 3 s, and none longer than was chosen', () => {
    always((practised) => {
      if (practised.voices.length === 0) return;
      const silences = silencesOf(practised);
      expect(Math.min(...silences)).toBeGreaterThanOrEqual(REST_BETWEEN - 1e-6);
      const unasked = Math.max(...silences) - practised.choices.longestSilence;
      if (practised.plan.talk === 'sparse' || practised.plan.talk === 'full')
        expect(unasked).toBeLessThan(1e-6);
    });
  });

  it('[N3] says no line twice', () => {
    always(({ plan }) => {
      const lines = plan.phases.flatMap((phase) => phase.lines.map(({ line }) => line));
      expect(new Set(lines).size).toBe(lines.length);
    });
  });

  it('[N4] goes on at the same places when it is to say less, or more again', () => {
    const [full, sparse] = [practise('sounds', { talk: 'full' }), practise('sounds', { talk: 'sparse' })];
    const timeline = buildTimeline(
      full.plan,
      logged([200, { type: 'talk-changed', talk: 'sparse' }], [400, { type: 'talk-changed', talk: 'full' }]),
      evenGuide,
    );
    const within = (of: readonly { readonly id: string; readonly at: number }[], from: number, to: number) =>
      of.filter(({ at }) => at >= from && at < to).map(({ id, at }) => `${id} ${at.toFixed(3)}`);
    const said = timeline.cues.filter(isVoice);
    expect(within(said, 0, 200)).toEqual(within(full.voices, 0, 200));
    expect(within(said, 200, 400)).toEqual(within(sparse.voices, 200, 400));
    expect(within(said, 400, 600)).toEqual(within(full.voices, 400, 600));
    expect(within(sparse.voices, 200, 400).length).toBeLessThan(within(full.voices, 200, 400).length);
  });

  it('[N5] is the same for the same choices', () => {
    always(({ id, choices, plan }) => {
      expect(practise(id, choices).plan).toEqual(plan);
    }, 50);
  });

  it('[N6] begins before anybody speaks, and is silent again before all fades', () => {
    always(({ voices, timeline }) => {
      const [first, last] = [voices[0], voices.at(-1)];
      if (first === undefined || last === undefined) return;
      expect(first.at).toBeGreaterThanOrEqual(12);
      expect(levelAt(timeline.master, endOfCue(last))).toBe(0);
      expect(timeline.to - endOfCue(last)).toBeGreaterThanOrEqual(20);
    });
  });

  it('[N8] names no region that is passed over, in words or on the ladder', () => {
    always(({ id, plan, choices, timeline }) => {
      const never = neverNamed(choices.scan);
      const unnamed = id === 'body-scan' ? passedOver(choices.scan) : never;
      const spoken = timeline.cues.filter(isVoice).map(({ text }) => text);
      const ladder = [...plan.grounding.anchor, ...plan.grounding.room].map(
        (id) => evenGuide.line(id)?.text ?? '',
      );
      const naming = (text: string, regions: readonly Region[]) =>
        namedRegions(text, 'en').filter((region) => regions.includes(region));
      for (const text of spoken) expect(naming(text, unnamed), text).toEqual([]);
      for (const text of ladder) expect(naming(text, never), text).toEqual([]);
    });
  });

  it('[N9] is a valid plan whose every line the guide can say', () => {
    always(({ plan }) => {
      expect(planOf(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
      expect(misfitOf(plan, [], evenGuide)).toBeUndefined();
    }, 100);
  });

  it('[R8] speaks of no medicine, of nobody beside, and never asks', () => {
    always(({ plan }) => {
      const lines = [
        ...plan.phases.flatMap((phase) => phase.lines.map(({ line }) => line)),
        ...plan.grounding.anchor,
        ...plan.grounding.room,
      ];
      const taken = (trait: LineTrait) =>
        lines.filter((line) => isAnyLineId(line) && anyLineHasTrait(line, trait));
      expect([...taken('company'), ...taken('medicine'), ...taken('asks')]).toEqual([]);
    }, 100);
  });
});

describe('the breath practice', () => {
  const toneOf = ({ timeline }: Practised) => timeline.layers.find(({ bus }) => bus === 'breath');

  it.each(Object.entries(breaths))('[N17] is a tone of whole breaths: %s', (name, breath) => {
    for (const fromRate of [undefined, 14]) {
      const chosen = fromRate === undefined ? breath : { ...breath, fromRate };
      const practised = practise('breath', { minutes: 10, breath: chosen });
      const tone = toneOf(practised);
      const [from, to] = [tone?.from ?? START, tone?.to ?? START];
      const near = (at: number) => breathAt(chosen, from, sessionTimeOf(at)).breath;
      expect(to - from).toBeGreaterThan(400);
      expect(near(to + 0.01) - near(to - 0.01)).toBe(1);
      const said = practised.voices.map(({ clip }) => clip);
      expect(
        said.some((line) => line.startsWith('pace.rest-full')),
        name,
      ).toBe(breath.pattern[1] > 0);
      expect(said.some((line) => line.startsWith('pace.rest-empty'))).toBe(breath.pattern[3] > 0);
    }
  });

  // placedParts() that leaves out parts without words: red
  it('[N17] sounds whatever the guide can say', () => {
    for (const silent of [['pace'], ['pace', 'aware', 'body'], ['aware', 'body', 'anchor', 'breath']]) {
      const lines = evenSpeaker.lines.filter(({ group }) => !silent.includes(group));
      const practised = practise('breath', { minutes: 5 }, { ...evenSpeaker, lines });
      const tone = toneOf(practised);
      expect(practised.timeline.to).toBeCloseTo(300, 6);
      expect((tone?.to ?? 0) - (tone?.from ?? 0)).toBeGreaterThan(150);
    }
    const wordless = practise('breath', { minutes: 3 }, { ...evenSpeaker, lines: [] });
    expect([wordless.timeline.to, wordless.voices]).toEqual([180, []]);
    expect(toneOf(wordless)).toBeDefined();
  });
});

describe('a practice whose guide has few words', () => {
  // placedParts() that begins the close with its first line, however early: red
  it('[N6] is not spoken into while all fades', () => {
    const ends = evenSpeaker.lines.filter(
      ({ group, stage }) => group === 'kind' && /begin|close/.test(stage),
    );
    for (const minutes of [3, 4, 5, 6, 7]) {
      const { timeline, voices } = practise('loving-kindness', { minutes }, { ...evenSpeaker, lines: ends });
      expect(voices.length).toBe(ends.length);
      for (const voice of voices) expect(levelAt(timeline.master, endOfCue(voice))).toBe(0);
    }
  });
});

describe('what a practice goes through', () => {
  const phases = (id: 'grounding' | 'loving-kindness', minutes: number) =>
    practise(id, { minutes }).timeline.spans.map(({ phase }) => phase);
  const senses = ['see', 'touch', 'hear', 'smell', 'taste'];

  // grounding.build() with once() alone: red
  it('[N18] grounding goes through the senses from five to one, and once more where there is time', () => {
    expect(phases('grounding', 5)).toEqual(['settle', ...senses, 'close']);
    const twice = [...senses, 'again', ...senses.map((sense) => `${sense}-again`)];
    expect(phases('grounding', 20)).toEqual(['settle', ...twice, 'close']);
    const { voices } = practise('grounding', { minutes: 20 });
    const asked = voices.findIndex(({ text }) => /Five things again/.test(text));
    expect(asked).toBeGreaterThan(voices.findIndex(({ clip }) => clip.startsWith('sense.again')));
  });

  it('[N18] somebody hard to wish well is offered only where there is time', () => {
    expect(phases('loving-kindness', 10)).toEqual(['settle', 'dear', 'self', 'neutral', 'all', 'close']);
    expect(phases('loving-kindness', 15)).toContain('harder');
  });
});

describe.each([
  ['at an even pace', evenSpeaker],
  ['as the shipped voice says them', shippedSpeaker],
])('the shipped practices, %s', (_, speaker) => {
  it.each(offered)(
    '[N1] [N2] %s in %i minutes, full and sparse: on time, nothing cut, no long silence',
    (id, minutes) => {
      for (const talk of ['full', 'sparse'] as const) {
        const practised = practise(id, { minutes, talk }, speaker);
        const silences = silencesOf(practised);
        expect(practised.timeline.to).toBeCloseTo(minutes * 60, 6);
        expect(practised.voices.length).toBeGreaterThan(minutes * 1.5);
        expect(Math.max(...silences)).toBeLessThanOrEqual(20);
        expect(Math.min(...silences)).toBeGreaterThanOrEqual(REST_BETWEEN);
      }
    },
  );

  it.each(SCAN_VARIANTS)('[N2] a %s scan of any length has no long silence', (variant) => {
    for (const minutes of [3, 7.5, 15, 30, 45]) {
      const practised = scanned({ variant }, { minutes, talk: 'sparse' }, speaker);
      expect(Math.max(...silencesOf(practised)), String(minutes)).toBeLessThanOrEqual(20);
    }
  });

  // fitted() that fills nothing, sayable lines that all are needed at sparse: each red
  it.each(offered)(
    '[N4] %s in %i minutes says at full what it says at sparse, where it says it, and more',
    (id, minutes) => {
      const [full, sparse] = (['full', 'sparse'] as const).map((talk) =>
        practise(id, { minutes, talk }, speaker),
      );
      if (full === undefined || sparse === undefined) throw new Error('there are two');
      const places = ({ voices }: Practised) => voices.map(({ clip, at }) => `${clip} ${at.toFixed(3)}`);
      expect(places(sparse).filter((place) => !places(full).includes(place))).toEqual([]);
      expect(wordsOf(sparse)).toBeLessThan(wordsOf(full));
    },
  );
});
