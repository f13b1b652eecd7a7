/** One person's way over a surface, ready to be drawn, and where they are at a moment. */
import type { Point } from '@frigate-reid/shared/plan/homography';
import { hopsOf } from '@frigate-reid/shared/plan/passages';
import { alongWalk, layoutRoute, walkAt } from '@frigate-reid/shared/plan/route-layout';
import type { RouteLayout } from '@frigate-reid/shared/plan/route-layout';
import type { Leg, Route, Trail } from '../data/protocol';
import type { Surface } from './floors';

export interface Walk {
  route: Route;
  colour: string;
  layout: RouteLayout<Leg>;
  /** Ways within a camera's picture, by sighting; only of this floor. */
  trails: ReadonlyMap<string, Trail>;
}

/** How long after a leg's end its walker is still drawn: gone, but only just. */
const LINGERS_S = 20;

export function walkOf(
  route: Route,
  surface: Surface,
  colour: string,
  { unsure }: { unsure: boolean },
): Walk {
  const kept = unsure ? route : withoutUnsure(route);
  const here = (kept.trail ?? []).filter(
    (trail) => trail.floor_id === surface.floor?.id && trail.points.length > 1,
  );
  const hops = hopsOf(surface.joined, surface.floor?.id ?? null, kept.legs);
  return {
    route: kept,
    colour,
    layout: layoutRoute(kept.legs, kept.gaps, surface.places, hops),
    trails: new Map(here.map((trail) => [trail.sighting_id, trail])),
  };
}

/** Which of the stops at its camera each stop is, over all walks: they stand side by side. */
export function slotsOf(walks: readonly Walk[]): ReadonlyMap<Leg, number> {
  const slots = new Map<Leg, number>();
  const taken = new Map<string, number>();
  for (const { leg } of walks.flatMap((walk) => walk.layout.stops)) {
    const slot = taken.get(leg.camera) ?? 0;
    taken.set(leg.camera, slot + 1);
    slots.set(leg, slot);
  }
  return slots;
}

/** Where the person is at `time_s`; null before the first leg, after the last, and elsewhere. */
export function walkerAt(walk: Walk, time_s: number): Point | null {
  const { layout, trails } = walk;
  const stop = layout.stops.findLast(({ leg }) => leg.start_s <= time_s);
  if (stop !== undefined && time_s <= stop.leg.end_s) {
    const trail = trails.get(stop.leg.sighting_id);
    return trail ? alongTrail(trail.points, time_s) : stop.at;
  }
  const way = walkAt(layout, time_s);
  if (way !== undefined) return alongWalk(way, time_s);
  if (stop === undefined || time_s > stop.leg.end_s + LINGERS_S) return null;
  // Who went on, was not here any more, be it on another floor.
  return layout.walks.some((each) => each.from_s >= stop.leg.end_s) ? null : stop.at;
}

/** The point of a timed way at a moment, straight between its points. */
export function alongTrail(points: Trail['points'], time_s: number): Point | null {
  const after = points.findIndex((point) => point.time_s >= time_s);
  if (after <= 0) return points.at(after === 0 ? 0 : -1) ?? null;
  const [from, to] = [points[after - 1], points[after]];
  if (from === undefined || to === undefined) return null;
  const share = (time_s - from.time_s) / (to.time_s - from.time_s || 1);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** The same route without legs that may still be somebody else's. */
export function withoutUnsure(route: Route): Route {
  const legs = route.legs.filter((leg) => leg.certainty !== 'unsure');
  const gaps = legs.slice(1).map((leg, index) => {
    const before = legs[index] ?? leg;
    return {
      from_camera: before.camera,
      to_camera: leg.camera,
      seconds: leg.start_s - before.end_s,
    };
  });
  return { ...route, legs, gaps };
}
