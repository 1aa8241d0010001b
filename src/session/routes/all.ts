import type { RouteId } from '../plan.ts';
import { im } from './im.ts';
import { iv } from './iv.ts';
import { lozenge } from './lozenge.ts';
import { nasal } from './nasal.ts';
import { practiceRun } from './practice-run.ts';
import type { Route } from './shape.ts';

/** The shipped templates by id. */
export const routes: Readonly<Record<RouteId, Route>> = {
  iv,
  im,
  nasal,
  lozenge,
  'practice-run': practiceRun,
};

export function isRouteId(id: string): id is RouteId {
  return Object.hasOwn(routes, id);
}
