import { describe, expect, it } from 'vitest';
import type { EventBody, SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { buildRecord, endOf, livedSpans, wallMsAt, type SessionRecord } from '#session/record.ts';
import { summaryOf } from '#session/record-summary.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { always, lastOf } from '../helpers/lived.ts';
import { logged, min, shippedPlan } from '../helpers/sessions.ts';

type Place = readonly [at: number, body: EventBody];

function recordOf(plan: Plan, log: SessionLog, lastSeen?: number): SessionRecord {
  const session = { id: 'one', plan, beganMs: 1_000_000, log };
  const seen = lastSeen === undefined ? {} : { lastSeen: sessionTimeOf(lastSeen) };
  return buildRecord({ ...session, ...seen }, evenGuide);
}

const iv = shippedPlan('iv');
const started: Place = [0, { type: 'started' }];
const given: Place = [min(20), { type: 'medicine-given' }];

/** What the audio side would say of every cue of a log's timeline up to a place. */
function told(plan: Plan, until: number, ...places: readonly Place[]): Place[] {
  const { cues } = buildTimeline(plan, logged(...places), evenGuide);
  return cues
    .filter(({ at }) => at < until)
    .map(({ id, bus, clip, at }) => [at, { type: 'cue-sounded', cue: id, bus, clip, from: at }]);
}
const inOrder = (...places: readonly Place[]) => logged(...[...places].sort(([a], [b]) => a - b));

describe('the cues of a record', () => {
  it('[RE1] are those the audio side told of, and no others', () => {
    const whole = told(iv, min(30), started, given);
    const some = whole.filter((_, nth) => nth % 3 !== 1);
    const record = recordOf(iv, inOrder(started, given, ...some));
    expect(whole.length).toBeGreaterThan(10);
    expect(record.cues.map(({ id, from }) => [from, id])).toEqual(
      some.map(([at, body]) => [at, body.type === 'cue-sounded' && body.cue]),
    );
    expect(record.cues.find(({ bus }) => bus === 'voice')?.text).toMatch(/\w/);
  });

  // Mutant: `couldBeHeard` that answers true -> fails: what began in the silence is in.
  it('[RE1] leaves out what began in a silence and was over before it ended', () => {
    const silent: Place[] = [
      [min(2), { type: 'silenced', fade: 3 }],
      [min(8), { type: 'unsilenced' }],
    ];
    const record = recordOf(iv, inOrder(started, ...silent, ...told(iv, min(15), started)));
    const places = record.cues.map(({ from }) => from);
    expect(places.some((at) => at < min(2))).toBe(true);
    expect(places.some((at) => at > min(8, 10))).toBe(true);
    expect(places.filter((at) => at > min(2, 4) && at < min(7, 40))).toEqual([]);
  });

  it('[RE1] has a bell that was taken up in its middle at the place where it was', () => {
    const [bell] = told(iv, min(20), started).filter(([, body]) => 'bus' in body && body.bus === 'bell');
    if (bell?.[1].type !== 'cue-sounded') throw new Error('no bell');
    const at = bell[0] + 5;
    const record = recordOf(iv, inOrder(started, [at, { ...bell[1], from: at }]));
    expect(record.cues.map(({ from }) => from)).toEqual([at]);
  });

  it('[RE1] tells what was to sound and did not', () => {
    const missed: Place = [70, { type: 'cue-missed', cue: 'preparation/voice/x', reason: 'missing' }];
    expect(recordOf(iv, inOrder(started, missed)).missed).toEqual([
      { cue: 'preparation/voice/x', reason: 'missing', at: 70 },
    ]);
  });
});

describe('the record of any session', () => {
  // Mutant: `livedSpans` that does not clip -> fails: it goes on after its end.
  it('[RE2] was lived without a hole, from the beginning to its end, and its list says the same', () => {
    let nth = 0;
    always((any) => {
      const { plan, log } = any;
      const session = { id: 'one', plan, beganMs: 1_000_000, log };
      const to = endOf(session);
      const lived = livedSpans(lastOf(any), to);
      expect(to).toBe(log.findLast(({ type }) => type === 'ended')?.at ?? log.at(-1)?.at ?? 0);
      if (lived.length > 0) expect(lived[0]?.from).toBe(0);
      for (const [at, span] of lived.entries()) {
        expect(span.to).toBeGreaterThan(span.from);
        expect(span.to).toBeLessThanOrEqual(to);
        if (at > 0) expect(span.from).toBe(lived[at - 1]?.to);
      }
      if (nth++ % 10 > 0) return; // the rest follows from the timeline, which takes a while to build anew
      const record = recordOf(plan, log);
      const summary = summaryOf(session);
      expect([record.lived, record.to]).toEqual([lived, to]);
      expect([summary.lived, summary.to, summary.given]).toEqual([lived, to, record.given]);
    });
  }, 30_000);

  it('[RE2] does not end before it was last seen, where nobody ended it', () => {
    const record = recordOf(iv, logged(started, given), min(33));
    expect(record.to).toBe(min(33));
    expect(record.lived.map(({ phase, to }) => [phase, to])).toEqual([
      ['preparation', min(20)],
      ['onset', min(33)],
    ]);
  });
});

describe('a record', () => {
  it('[RE2] counts the minutes from first device to completion', () => {
    const plan = shippedPlan('nasal', { devices: 3 });
    const record = recordOf(
      plan,
      logged(
        started,
        [min(18), { type: 'device-started', device: 1 }],
        [min(23), { type: 'device-started', device: 2 }],
        [min(29, 30), { type: 'device-started', device: 3 }],
        [min(150), { type: 'ended' }],
      ),
    );
    expect(record.totals).toEqual({
      whole: 150,
      preparation: 18,
      sinceGiven: 132,
      sinceFirstDevice: 132,
      sinceLastDevice: 120.5,
    });
    expect(record.medicine.map(({ value }) => [value.device, value.givenAt])).toEqual([
      [1, min(18)],
      [2, min(23)],
      [3, min(29, 30)],
    ]);
    expect(record.planned.map(({ phase }) => phase)).toEqual(plan.phases.map(({ phase }) => phase));
  });

  it('[RE2] has what was noted and is in force, and every interruption with its end', () => {
    const record = recordOf(
      iv,
      logged(
        started,
        [60, { type: 'noted', text: 'warm hands', tag: 'smiling' }],
        [70, { type: 'noted', text: 'by mistake' }],
        [72, { type: 'undone', undoes: 2 }],
        [100, { type: 'interrupted', reason: 'reload' }],
        [130, { type: 'resumed' }],
        [200, { type: 'interrupted', reason: 'sound-lost' }],
        [260, { type: 'ended' }],
      ),
    );
    expect(record.notes.map(({ value }) => value.text)).toEqual(['warm hands']);
    expect(record.interruptions).toEqual([
      { from: 100, to: 130, reason: 'reload' },
      { from: 200, to: 260, reason: 'sound-lost' },
    ]);
    expect(record.acts).toHaveLength(8);
  });
});

describe('the wall clock', () => {
  const began = 1_000_000;
  /** Left at three minutes, found ten minutes later: the interruption is told only then. */
  const left = (back: number): SessionLog => {
    const log = logged(
      started,
      [min(3), { type: 'interrupted', reason: 'reload' }],
      [back, { type: 'resumed' }],
      [back + 60, { type: 'noted', text: 'here again' }],
    );
    const found = began + min(13) * 1000;
    const walls = [began, found, found, found + 60_000];
    return log.map((event, nth) => ({ ...event, wallMs: walls[nth] ?? 0 }));
  };
  const minuteOf = (record: SessionRecord, minute: number) =>
    (wallMsAt(record, sessionTimeOf(min(minute))) - began) / 60_000;

  // Mutant: a medicine session judged like a practice -> fails: minute 5 is at 15.
  it('[RE8] of a medicine session is that of its beginning, however late an interruption was written', () => {
    const record = recordOf(iv, left(min(13)));
    expect([0, 2, 3, 5, 13, 14].map((minute) => minuteOf(record, minute))).toEqual([0, 2, 3, 5, 13, 14]);
  });

  it('[RE8] of a practice that waited goes on from when it was taken up', () => {
    const record = recordOf({ ...iv, clock: 'practice' }, left(min(3)));
    expect([0, 2, 3, 4, 5].map((minute) => minuteOf(record, minute))).toEqual([0, 2, 13, 14, 15]);
  });
});

describe('what was corrected', () => {
  const device = (at: number, nth: 1 | 2 | 3): Place => [at, { type: 'device-started', device: nth }];

  // Mutant: `folded` that puts a correction at its own place -> fails: the value moves to when it was typed again.
  it('[RE4] has the last word where it was written first, and keeps what was said before', () => {
    const record = recordOf(
      shippedPlan('nasal'),
      logged(
        started,
        [100, { type: 'vitals-recorded', systolic: 120, diastolic: 18 }],
        [130, { type: 'vitals-recorded', systolic: 120, diastolic: 81, corrects: 1 }],
        [160, { type: 'vitals-recorded', systolic: 120, diastolic: 80, corrects: 2 }],
        [200, { type: 'vitals-recorded', pulse: 70 }],
        [210, { type: 'noted', text: 'warn' }],
        [215, { type: 'noted', text: 'warm', corrects: 5 }],
      ),
    );
    expect(record.vitals.map(({ at, value }) => [at, value.diastolic, value.pulse])).toEqual([
      [100, 80, undefined],
      [200, undefined, 70],
    ]);
    expect(record.vitals[0]?.earlier.map(({ value, correctedAt }) => [value.diastolic, correctedAt])).toEqual(
      [
        [18, 130],
        [81, 160],
      ],
    );
    expect(
      record.notes.map(({ value, earlier }) => [value.text, earlier.map((one) => one.value.text)]),
    ).toEqual([['warm', ['warn']]]);
  });

  it('[RE4] counts from the corrected times of medicine and devices', () => {
    const record = recordOf(
      shippedPlan('nasal', { devices: 2 }),
      logged(
        started,
        device(min(20), 1),
        device(min(25), 2),
        [min(26), { type: 'medicine-corrected', givenAt: min(18), note: 'tapped late' }],
        [min(27), { type: 'medicine-corrected', givenAt: min(24), note: 'nor that', corrects: 2 }],
        [min(140), { type: 'left', despite: [] }],
        [min(150), { type: 'ended' }],
      ),
    );
    expect(record.medicine.map(({ at, value }) => [at, value.device, value.givenAt])).toEqual([
      [min(20), 1, min(18)],
      [min(25), 2, min(24)],
    ]);
    expect(record.medicine[0]?.earlier).toEqual([
      { value: { device: 1, givenAt: min(20) }, correctedAt: min(26), why: 'tapped late' },
    ]);
    expect(record.given).toBe(min(18));
    expect(record.totals).toMatchObject({ whole: 140, sinceFirstDevice: 122, sinceLastDevice: 116 });
  });

  it('[RE4] has checks as they stood at last, what was done despite them, and rules that were switched off', () => {
    const record = recordOf(
      iv,
      logged(
        [0, { type: 'begun-despite', items: ['consent'], rules: ['a.rule'], reason: 'signed on paper' }],
        [0, { type: 'rule-waived', rule: 'b.rule' }],
        [10, { type: 'item-checked', list: 'leaving', item: 'escort', checked: true }],
        [20, { type: 'item-checked', list: 'leaving', item: 'escort', checked: false }],
        [30, { type: 'item-checked', list: 'arrival', item: 'consent', checked: true }],
        [32, { type: 'undone', undoes: 4 }],
        [40, { type: 'left', despite: ['escort'], reason: 'the brother waits outside' }],
      ),
    );
    expect(record.checks.items).toEqual([{ list: 'leaving', item: 'escort', checked: false, at: 20 }]);
    expect(record.checks.begunDespite).toEqual([
      { items: ['consent'], rules: ['a.rule'], reason: 'signed on paper' },
    ]);
    expect(record.checks.left).toEqual({ at: 40, despite: ['escort'], reason: 'the brother waits outside' });
    expect(record.checks.waived).toEqual(['b.rule']);
  });
});
