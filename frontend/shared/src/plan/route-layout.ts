/** A route as it is drawn on a plan: numbered stops, lines between them, and how sure each is. */
import type { Point } from './homography';
import type { Crossing } from './passages';

export type LineStyle = 'solid' | 'dashed' | 'dotted';

/** What of a leg matters for its drawing; the service's and the card's legs have more. */
export interface RouteLeg {
  sighting_id: string;
  camera: string;
  start_s: number;
  end_s: number;
  certainty: 'confirmed' | 'likely' | 'unsure';
}

export interface RouteGap {
  from_camera: string;
  to_camera: string;
  seconds: number;
}

export interface Stop<L extends RouteLeg = RouteLeg> {
  /** Number that people read, from 1 on. */
  number: number;
  leg: L;
  at: Point;
}

export interface Line {
  from: Point;
  to: Point;
  /** Control point of the curve; lines there and back do not cover each other. */
  bend: Point;
  style: LineStyle;
  gap_s: number;
}

export interface RouteLayout<L extends RouteLeg = RouteLeg> {
  stops: Stop<L>[];
  lines: Line[];
  /** Numbers of the legs whose cameras have no place. */
  unplaced: number[];
  /** Doors and stairs that the route goes through. */
  crossings: readonly Crossing[];
}

/** Longer out of sight is drawn as not known. */
export const UNSEEN_AFTER_S = 300;

const BEND = 0.14;

/** Stops at the places of the cameras. `places` is by camera; cameras may be missing.
 *
 * Where the way to a camera on another floor is known (`crossings`), lines end at its door.
 */
export function layoutRoute<L extends RouteLeg>(
  legs: readonly L[],
  gaps: readonly RouteGap[],
  places: ReadonlyMap<string, Point>,
  crossings: readonly Crossing[] = [],
): RouteLayout<L> {
  const doors = new Map(crossings.map((each) => [each.index, each.at]));
  const stops: Stop<L>[] = [];
  const unplaced: number[] = [];
  const lines: Line[] = [];
  let previous: { index: number; stop: Stop<L> } | null = null;
  legs.forEach((leg, index) => {
    const at = places.get(leg.camera);
    const before = legs[index - 1];
    const door = doors.get(index - 1);
    if (before !== undefined && door !== undefined) {
      const gap_s = gaps[index - 1]?.seconds ?? 0;
      const style = styleOf(before, leg, gap_s, false);
      lines.push(...lineBy(door, places.get(before.camera), at, style, gap_s));
    }
    if (at === undefined) {
      unplaced.push(index + 1);
      return;
    }
    const stop = { number: index + 1, leg, at };
    stops.push(stop);
    // Who came through a door did not come straight from the camera before.
    if (previous !== null && door === undefined && !same(previous.stop.at, at)) {
      const skipped = index - previous.index > 1;
      const gap_s = skipped
        ? leg.start_s - previous.stop.leg.end_s
        : (gaps[index - 1]?.seconds ?? 0);
      lines.push({
        from: previous.stop.at,
        to: at,
        bend: bendOf(previous.stop.at, at),
        style: styleOf(previous.stop.leg, leg, gap_s, skipped),
        gap_s,
      });
    }
    previous = { index, stop };
  });
  return { stops, lines, unplaced, crossings };
}

/** Cameras in the order in which a route first meets them, each with its legs' numbers. */
export function stopsByCamera(
  stops: readonly Stop[],
): { at: Point; camera: string; numbers: number[] }[] {
  const found = new Map<string, { at: Point; camera: string; numbers: number[] }>();
  for (const { leg, at, number } of stops) {
    const known = found.get(leg.camera);
    if (known) known.numbers.push(number);
    else found.set(leg.camera, { at, camera: leg.camera, numbers: [number] });
  }
  return [...found.values()];
}

/** Where a walker is at `time_s`: on a camera, or on the way between two; null before and after. */
export function positionAt(layout: RouteLayout, time_s: number): Point | null {
  let last: Stop | null = null;
  for (const stop of layout.stops) {
    if (time_s < stop.leg.start_s) {
      if (last === null) return null;
      const span = stop.leg.start_s - last.leg.end_s;
      const share = span > 0 ? (time_s - last.leg.end_s) / span : 1;
      return onCurve(last.at, bendOf(last.at, stop.at), stop.at, share);
    }
    if (time_s <= stop.leg.end_s) return stop.at;
    last = stop;
  }
  return null;
}

/** A quadratic curve's point; `share` from 0 to 1. */
export function onCurve(from: Point, bend: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

/** From the camera here to the door, or from the door to the camera here. */
function lineBy(
  door: Point,
  left: Point | undefined,
  reached: Point | undefined,
  style: LineStyle,
  gap_s: number,
): Line[] {
  const [from, to] = reached === undefined ? [left, door] : [door, reached];
  if (from === undefined || same(from, to)) return [];
  return [{ from, to, bend: bendOf(from, to), style, gap_s }];
}

function styleOf(from: RouteLeg, to: RouteLeg, gap_s: number, skipped: boolean): LineStyle {
  if (skipped || gap_s > UNSEEN_AFTER_S) return 'dotted';
  return from.certainty === 'unsure' || to.certainty === 'unsure' ? 'dashed' : 'solid';
}

/** Control point of the curve between two places. */
export function bendOf(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: (from.x + to.x) / 2 - BEND * dy, y: (from.y + to.y) / 2 + BEND * dx };
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}
