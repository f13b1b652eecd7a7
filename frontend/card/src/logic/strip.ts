/** A day as bars: one row a person, one bar a leg. */
import type { Leg, Route } from '../data/protocol';

export interface Bar {
  leg: Leg;
  /** Both are shares of the whole span, in [0, 1]. */
  start: number;
  width: number;
}

/** Narrower than that nobody can see or hit. */
const LEAST_WIDTH = 0.004;

export function barsOf(route: Route, from_s: number, to_s: number): Bar[] {
  const span = to_s - from_s;
  if (span <= 0) return [];
  return route.legs
    .filter((leg) => leg.end_s >= from_s && leg.start_s < to_s)
    .map((leg) => {
      const start = Math.max(0, (leg.start_s - from_s) / span);
      const end = Math.min(1, (leg.end_s - from_s) / span);
      const width = Math.max(LEAST_WIDTH, end - start);
      return { leg, start: Math.min(start, 1 - width), width };
    });
}

/** Seconds from the first to the last leg of all, with a little room; the whole span if none. */
export function busySpan(routes: readonly Route[], from_s: number, to_s: number): [number, number] {
  const legs = routes.flatMap((route) => route.legs);
  if (legs.length === 0) return [from_s, to_s];
  const first = Math.max(from_s, Math.min(...legs.map((leg) => leg.start_s)));
  const last = Math.min(to_s, Math.max(...legs.map((leg) => leg.end_s)));
  const room = Math.max(5, 0.04 * (last - first));
  return [first - room, last + room];
}

/** The leg that began before or at `time_s` last, over all routes; the next key goes from there. */
export function neighbour(routes: readonly Route[], time_s: number, step: -1 | 1): Leg | null {
  const legs = routes.flatMap((route) => route.legs).sort((a, b) => a.start_s - b.start_s);
  return step > 0
    ? (legs.find((leg) => leg.start_s > time_s) ?? null)
    : (legs.findLast((leg) => leg.start_s < time_s) ?? null);
}
