/** A route as it is drawn on a plan: numbered stops, lines between them, and how sure each is. */
import type { Point } from './homography';
import type { Crossing, Hop } from './passages';

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

/** A way between two stops; parts of it may lie on other floors. */
export interface Walk {
  from_s: number;
  to_s: number;
  parts: (Pick<Line, 'from' | 'bend' | 'to'> & { length: number; here: boolean })[];
}

export interface RouteLayout<L extends RouteLeg = RouteLeg> {
  stops: Stop<L>[];
  lines: Line[];
  walks: Walk[];
  /** Numbers of the legs whose cameras have no place. */
  unplaced: number[];
  /** Doors and stairs that the route goes through. */
  crossings: readonly Crossing[];
}

/** Longer out of sight is drawn as not known. */
export const UNSEEN_AFTER_S = 300;

const BEND = 0.14;

type Way = Omit<Walk['parts'][number], 'bend'>;

/** Stops at the places of the cameras. `places` is by camera; cameras may be missing.
 *
 * Where the way to a camera on another floor is known (`hops`), lines lead by its doors.
 */
export function layoutRoute<L extends RouteLeg>(
  legs: readonly L[],
  gaps: readonly RouteGap[],
  places: ReadonlyMap<string, Point>,
  hops: readonly Hop[] = [],
): RouteLayout<L> {
  const byIndex = new Map(hops.map((each) => [each.index, each]));
  const stops: Stop<L>[] = [];
  const unplaced: number[] = [];
  const lines: Line[] = [];
  const walks: Walk[] = [];
  const walk = (from: L, to: L, ways: Way[], style: LineStyle, gap_s: number): void => {
    const parts = ways.map((way) => ({ ...way, bend: bendOf(way.from, way.to) }));
    walks.push({ from_s: from.end_s, to_s: to.start_s, parts });
    for (const { from, bend, to, here } of parts) {
      if (here && !same(from, to)) lines.push({ from, bend, to, style, gap_s });
    }
  };
  let previous: { index: number; stop: Stop<L> } | null = null;
  legs.forEach((leg, index) => {
    const at = places.get(leg.camera);
    const before = legs[index - 1];
    const hop = byIndex.get(index - 1);
    const gap_s = gaps[index - 1]?.seconds ?? 0;
    if (before !== undefined && hop !== undefined) {
      const ways = hop.stretches.map(({ from, to, metres, here }) => ({
        from,
        to,
        length: metres,
        here,
      }));
      walk(before, leg, ways, styleOf(before, leg, gap_s, false), gap_s);
    }
    if (at === undefined) {
      unplaced.push(index + 1);
      return;
    }
    const stop = { number: index + 1, leg, at };
    stops.push(stop);
    // Who came through a door did not come straight from the camera before.
    if (previous !== null && hop === undefined) {
      const from = previous.stop;
      const skipped = index - previous.index > 1;
      const away_s = skipped ? leg.start_s - from.leg.end_s : gap_s;
      const way = { from: from.at, to: at, length: 1, here: true };
      walk(from.leg, leg, [way], styleOf(from.leg, leg, away_s, skipped), away_s);
    }
    previous = { index, stop };
  });
  const crossings = hops.flatMap((each) => each.crossings);
  return { stops, lines, walks, unplaced, crossings };
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

/** Where a walker is at `time_s`: on a camera, or on the way between two; null elsewhere. */
export function positionAt(layout: RouteLayout, time_s: number): Point | null {
  const stop = layout.stops.find(({ leg }) => leg.start_s <= time_s && time_s <= leg.end_s);
  if (stop !== undefined) return stop.at;
  const walk = walkAt(layout, time_s);
  return walk === undefined ? null : alongWalk(walk, time_s);
}

/** The way that somebody is on at `time_s`. */
export function walkAt(layout: RouteLayout, time_s: number): Walk | undefined {
  return layout.walks.find((each) => each.from_s < time_s && time_s < each.to_s);
}

/** Where they are then at an even pace; null while that is on another floor. */
export function alongWalk({ from_s, to_s, parts }: Walk, time_s: number): Point | null {
  const whole = parts.reduce((sum, each) => sum + each.length, 0);
  let rest = (whole * (time_s - from_s)) / (to_s - from_s);
  const part = parts.find(({ length }, index) => {
    // The last one takes what rounding left over.
    if (rest <= length || index === parts.length - 1) return true;
    rest -= length;
    return false;
  });
  if (!part?.here) return null;
  const share = part.length > 0 ? Math.min(1, rest / part.length) : 1;
  return onCurve(part.from, part.bend, part.to, share);
}

/** A quadratic curve's point; `share` from 0 to 1. */
export function onCurve(from: Point, bend: Point, to: Point, share: number): Point {
  const rest = 1 - share;
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

function styleOf(from: RouteLeg, to: RouteLeg, gap_s: number, skipped: boolean): LineStyle {
  if (skipped || gap_s > UNSEEN_AFTER_S) return 'dotted';
  return from.certainty === 'unsure' || to.certainty === 'unsure' ? 'dashed' : 'solid';
}

/** Control point of the curve between two places; `times` as far beside as that of a route. */
export function bendOf(from: Point, to: Point, times = 1): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const beside = BEND * times;
  return { x: (from.x + to.x) / 2 - beside * dy, y: (from.y + to.y) / 2 + beside * dx };
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}
