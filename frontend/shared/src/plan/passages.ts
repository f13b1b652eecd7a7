/** Doors and stairs: the shortest way from a camera on one floor to one on another. */
import type { Passage } from '../api/models';
import type { Point } from './homography';

/** What of a plan says where doors lead; the service's and the card's plans have more. */
export interface Joined {
  floors: readonly {
    id: string;
    name: string;
    width: number;
    height: number;
    metres_per_unit?: number | null;
  }[];
  placements: readonly (Spot & { camera: string })[];
  passages?: readonly Passage[];
}

/** Where somebody leaves the shown floor, or comes to it, between leg `index` and the next. */
export interface Crossing {
  index: number;
  at: Point;
  kind: Passage['kind'];
  /** The floor on the other side. */
  floor: string;
}

/** A straight part of a way on one floor. */
export interface Stretch {
  floor_id: string;
  from: Point;
  to: Point;
  metres: number;
}

/** The way between leg `index` and the next by doors and stairs, on whichever floors. */
export interface Hop {
  index: number;
  stretches: (Stretch & { here: boolean })[];
  crossings: Crossing[];
}

interface Spot extends Point {
  floor_id: string;
}

/** A place on the way; `passage` led to it, from the other side. */
interface Step extends Spot {
  passage: Passage | null;
}

interface Way {
  steps: readonly Step[];
  metres: number;
}

/** A floor without a scale is taken to be so large, from corner to corner. */
const FLOOR_M = 25;
/** Stairs are as good as so many metres on the flat: a door without a detour is taken first. */
const PASSAGE_M = 6;

/** Hops of a route as one floor sees them; none where no passage joins the cameras' floors. */
export function hopsOf(
  plan: Joined | null,
  floorId: string | null,
  legs: readonly { camera: string }[],
): Hop[] {
  if (plan === null || floorId === null || !plan.passages?.length) return [];
  const places = new Map(plan.placements.map((each) => [each.camera, each]));
  const known = new Map<string, readonly Step[] | null>();
  return legs.slice(1).flatMap((next, index) => {
    const [here, there] = [places.get(legs[index]?.camera ?? ''), places.get(next.camera)];
    if (here === undefined || there === undefined || here.floor_id === there.floor_id) return [];
    const pair = JSON.stringify([here.camera, there.camera]);
    if (!known.has(pair)) known.set(pair, shortestWay(plan, here, there));
    const steps = known.get(pair) ?? null;
    return steps === null ? [] : [hopOf(plan, floorId, index, steps)];
  });
}

/** From one spot to the other by as many passages as it takes (Dijkstra 1959). */
function shortestWay(plan: Joined, from: Spot, to: Spot): readonly Step[] | null {
  const passages = plan.passages ?? [];
  const open = new Map<Spot, Way>([[from, { steps: [{ ...from, passage: null }], metres: 0 }]]);
  const done = new Set<Spot>();
  for (;;) {
    const nearest = [...open].reduce<[Spot, Way] | null>(
      (best, each) => (best === null || each[1].metres < best[1].metres ? each : best),
      null,
    );
    if (nearest === null) return null;
    const [spot, way] = nearest;
    if (spot === to) return way.steps;
    open.delete(spot);
    done.add(spot);
    const reach = (next: Spot, steps: readonly Step[], metres: number): void => {
      if (done.has(next) || metres >= (open.get(next)?.metres ?? Infinity)) return;
      open.set(next, { steps: [...way.steps, ...steps], metres });
    };
    if (spot.floor_id === to.floor_id) {
      reach(to, [{ ...to, passage: null }], way.metres + metresOf(plan, spot, to));
    }
    for (const passage of passages) {
      const [one, other] = passage.ends;
      if (one === undefined || other === undefined) continue;
      const sides = [
        [one, other],
        [other, one],
      ] as const;
      for (const [near, far] of sides.filter(([near]) => near.floor_id === spot.floor_id)) {
        const steps = [
          { ...near, passage: null },
          { ...far, passage },
        ];
        reach(far, steps, way.metres + metresOf(plan, spot, near) + PASSAGE_M);
      }
    }
  }
}

function hopOf(plan: Joined, floorId: string, index: number, steps: readonly Step[]): Hop {
  const stretches: Hop['stretches'] = [];
  const crossings: Crossing[] = [];
  const nameOf = (id: string): string => plan.floors.find((each) => each.id === id)?.name ?? '';
  steps.slice(1).forEach((to, at) => {
    const from = steps[at] ?? to;
    if (to.passage === null) {
      const ends = { from: pointOf(from), to: pointOf(to) };
      const metres = metresOf(plan, from, to);
      const { floor_id } = to;
      stretches.push({ floor_id, ...ends, metres, here: floor_id === floorId });
      return;
    }
    const { kind } = to.passage;
    for (const [near, far] of [
      [from, to],
      [to, from],
    ] as const) {
      if (near.floor_id !== floorId) continue;
      crossings.push({ index, at: pointOf(near), kind, floor: nameOf(far.floor_id) });
    }
  });
  return { index, stretches, crossings };
}

function pointOf({ x, y }: Point): Point {
  return { x, y };
}

/** Between two spots of one floor. */
function metresOf(plan: Joined, from: Spot, to: Spot): number {
  const floor = plan.floors.find((each) => each.id === from.floor_id);
  const size = Math.hypot(floor?.width ?? 0, floor?.height ?? 0) || FLOOR_M;
  const scale = floor?.metres_per_unit ?? FLOOR_M / size;
  return scale * Math.hypot(to.x - from.x, to.y - from.y);
}
