import type { Engine } from '#audio/engine.ts';
import { passagePlan, PASSAGE_FROM } from '#session/check-passage.ts';
import type { Bus } from '#session/layers.ts';
import type { SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { buildTimeline, withEvent } from '#session/timeline.ts';
import { later, latest, START, type Decibels } from '#session/units.ts';
import { ACT_LEAD } from '../act-times.ts';
import type { Guide } from '../guide.ts';

/** A loud passage of a session, to set levels by: played by the very engine that will play the session. */
export interface Passage {
  /** False where the device does not sound. */
  begin(): Promise<boolean>;
  setLevel(buses: readonly Bus[], level: Decibels): void;
  /** Fades, and lets the device rest. */
  stop(): Promise<void>;
}

export function createPassage(engine: Engine, guide: Guide, of: Plan): Passage {
  const plan = passagePlan(of);
  let log: SessionLog = [{ type: 'started', seq: 0, at: START, wallMs: 0 }];
  let timeline = buildTimeline(plan, log, guide);

  function setOne(bus: Bus, level: Decibels): void {
    const at = latest(later(engine.position(), ACT_LEAD), log.at(-1)?.at ?? START);
    log = [...log, { type: 'bus-level-changed', bus, level, seq: log.length, at, wallMs: 0 }];
    timeline = withEvent(timeline, plan, log, guide);
  }
  return {
    begin: async () => (await engine.begin(timeline, guide, () => PASSAGE_FROM)).ok,
    setLevel(buses, level) {
      for (const bus of buses) setOne(bus, level);
      engine.load(timeline);
    },
    stop: () => engine.pause(),
  };
}
