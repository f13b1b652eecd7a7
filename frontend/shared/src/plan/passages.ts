/** Doors and stairs: where somebody leaves a floor, and where they come out. */
import type { Passage, Plan } from '../api/models';
import type { Point } from './homography';

/** Where a way leaves the shown floor, or comes to it, between leg `index` and the next. */
export interface Crossing {
  index: number;
  at: Point;
  kind: Passage['kind'];
  /** The floor on the other side. */
  floor: string;
}

interface Leg {
  camera: string;
}

type Placed = Pick<Plan, 'floors' | 'placements'> & { passages?: Plan['passages'] };

/** Crossings of a route on one floor; none where no passage leads to the other camera's floor. */
export function crossingsOf(
  plan: Placed | null,
  floorId: string | null,
  legs: readonly Leg[],
): Crossing[] {
  if (plan === null || floorId === null) return [];
  const places = new Map(plan.placements.map((each) => [each.camera, each]));
  const passages = plan.passages ?? [];
  return legs.slice(1).flatMap((next, index) => {
    const pair = [places.get(legs[index]?.camera ?? ''), places.get(next.camera)];
    const here = pair.find((each) => each?.floor_id === floorId);
    const there = pair.find((each) => each !== undefined && each.floor_id !== floorId);
    if (here === undefined || there === undefined) return [];
    const beyond = nextFloor(passages, floorId, there.floor_id);
    const nearest = beyond === null ? null : nearestEnd(passages, floorId, beyond, here);
    if (nearest === null) return [];
    const floor = plan.floors.find((each) => each.id === beyond)?.name ?? '';
    return [{ index, at: nearest.at, kind: nearest.kind, floor }];
  });
}

/** The first floor on the way that passes fewest floors; null where there is none. */
function nextFloor(passages: readonly Passage[], from: string, to: string): string | null {
  const reached = new Map<string, string>([[from, from]]);
  let edge = [from];
  while (edge.length > 0 && !reached.has(to)) {
    const further: string[] = [];
    for (const floor of edge) {
      for (const other of neighbours(passages, floor)) {
        if (reached.has(other)) continue;
        reached.set(other, floor === from ? other : (reached.get(floor) ?? other));
        further.push(other);
      }
    }
    edge = further;
  }
  return reached.get(to) ?? null;
}

function neighbours(passages: readonly Passage[], floor: string): string[] {
  return passages.flatMap(({ ends }) => {
    const ids = ends.map((end) => end.floor_id);
    return ids.includes(floor) ? ids.filter((id) => id !== floor) : [];
  });
}

function nearestEnd(
  passages: readonly Passage[],
  floor: string,
  beyond: string,
  from: Point,
): { at: Point; kind: Passage['kind'] } | null {
  let best: { at: Point; kind: Passage['kind']; away: number } | null = null;
  for (const { ends, kind } of passages) {
    const end = ends.find((each) => each.floor_id === floor);
    if (end === undefined || !ends.some((each) => each.floor_id === beyond)) continue;
    const away = Math.hypot(end.x - from.x, end.y - from.y);
    if (best === null || away < best.away) best = { at: { x: end.x, y: end.y }, kind, away };
  }
  return best;
}
