/** Which floor is shown, and where the cameras are on it. */
import type { Point } from '@frigate-reid/shared/plan/homography';
import type { Joined } from '@frigate-reid/shared/plan/passages';
import type { Camera, Floor, Plan, Route } from '../data/protocol';

/** The drawing surface: a floor of the plan, or the cameras alone when none is placed. */
export interface Surface {
  floor: Floor | null;
  /** Signed path of the floor's picture. */
  picture: string | null;
  width: number;
  height: number;
  places: ReadonlyMap<string, Point>;
  cameras: readonly Camera[];
  /** Where its doors and stairs lead; null without a floor. */
  joined: Joined | null;
}

/** Where cameras without a plan are laid out. */
const LAYOUT = { width: 1000, height: 620, margin: 110 };

/** No surface at all: nothing has a place. */
export const NOWHERE: Surface = {
  floor: null,
  picture: null,
  width: 1,
  height: 1,
  places: new Map(),
  cameras: [],
  joined: null,
};

/** Floors that have at least one camera, the lowest first. */
export function usedFloors(plan: Plan): Floor[] {
  const used = new Set(plan.cameras.map((camera) => camera.placement?.floor_id));
  return plan.floors.filter((floor) => used.has(floor.id)).sort((a, b) => a.level - b.level);
}

/** The floor called `wanted`, by id or name, in whatever case. */
export function namedFloor(floors: readonly Floor[], wanted: string): Floor | null {
  const name = wanted.trim().toLowerCase();
  return floors.find(({ id, name: of }) => id === wanted || of.toLowerCase() === name) ?? null;
}

/** The floor on which somebody was last at or before `time_s`; the lowest while nobody was. */
export function floorAt(plan: Plan, routes: readonly Route[], time_s: number): Floor | null {
  const floors = usedFloors(plan);
  const placed = new Map(plan.cameras.map((each) => [each.name, each.placement?.floor_id]));
  let latest = -Infinity;
  let found: string | undefined;
  for (const leg of routes.flatMap((route) => route.legs)) {
    const floor_id = placed.get(leg.camera);
    if (floor_id !== undefined && leg.start_s <= time_s && leg.start_s > latest) {
      latest = leg.start_s;
      found = floor_id;
    }
  }
  return floors.find((floor) => floor.id === found) ?? floors[0] ?? null;
}

/** Where everything is drawn. Without a floor the learned layout serves. */
export function surfaceOf(
  plan: Plan,
  floor: Floor | null,
  pictures: Record<string, string> = {},
): Surface {
  const places = new Map<string, Point>();
  if (floor === null) {
    for (const camera of plan.cameras) {
      if (camera.suggested !== null) places.set(camera.name, spread(camera.suggested));
    }
    const cameras = plan.cameras.filter((camera) => places.has(camera.name));
    const { width, height } = LAYOUT;
    return { floor, picture: null, width, height, places, cameras, joined: null };
  }
  const cameras = plan.cameras.filter((camera) => camera.placement?.floor_id === floor.id);
  for (const { name, placement } of cameras) {
    if (placement !== null) places.set(name, { x: placement.x, y: placement.y });
  }
  const picture = pictures[floor.id] ?? null;
  const { width, height } = floor;
  return { floor, picture, width, height, places, cameras, joined: joinedBy(plan) };
}

function joinedBy({ floors, cameras, passages = [] }: Plan): Joined {
  const placements = cameras.flatMap(({ name, placement }) =>
    placement === null ? [] : [{ ...placement, camera: name }],
  );
  return { floors, placements, passages };
}

function spread({ x, y }: Point): Point {
  const { width, height, margin } = LAYOUT;
  return { x: margin + x * (width - 2 * margin), y: margin + y * (height - 2 * margin) };
}
