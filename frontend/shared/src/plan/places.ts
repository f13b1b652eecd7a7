/** Where cameras are drawn: where somebody put them, else where their walking times suggest. */
import type { Floor, Placement, Plan } from '../api/models';
import type { Point } from './homography';

export interface Places {
  /** The drawing's size in its own units. */
  width: number;
  height: number;
  floor: Floor | null;
  at: ReadonlyMap<string, Point>;
  placements: readonly Placement[];
  /** Nobody placed the cameras: what is near is near in time only. */
  schematic: boolean;
}

const WIDTH = 1000;
const HEIGHT = 640;
const MARGIN = 0.16;

/** Places on one floor of the plan. Without a placement on it, a drawing of all cameras. */
export function placesOf(
  plan: Plan | null,
  cameras: readonly string[],
  floorId: string | null = null,
): Places {
  const placements = plan?.placements ?? [];
  const floors = (plan?.floors ?? []).filter((floor) => floorId === null || floor.id === floorId);
  const floor = mostUsed(floors, placements, cameras);
  const here = placements.filter((each) => each.floor_id === floor?.id);
  if (floor !== null && here.length > 0) {
    const at = new Map(here.map((each) => [each.camera, { x: each.x, y: each.y }]));
    return {
      width: floor.width,
      height: floor.height,
      floor,
      at,
      placements: here,
      schematic: false,
    };
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    floor: null,
    at: schematic(plan, cameras),
    placements: [],
    schematic: true,
  };
}

/** The floor that has most of the cameras. */
function mostUsed(
  floors: readonly Floor[],
  placements: readonly Placement[],
  cameras: readonly string[],
): Floor | null {
  const wanted = new Set(cameras);
  const count = (floor: Floor): number =>
    placements.filter((each) => each.floor_id === floor.id && wanted.has(each.camera)).length;
  const [first = null] = [...floors].sort((a, b) => count(b) - count(a) || a.level - b.level);
  return first;
}

function schematic(plan: Plan | null, cameras: readonly string[]): Map<string, Point> {
  const suggested = new Map(
    (plan?.cameras ?? []).flatMap((each) =>
      each.suggested ? [[each.name, each.suggested] as const] : [],
    ),
  );
  const known = cameras.every((camera) => suggested.has(camera));
  const names = [...new Set(cameras)];
  return new Map(
    names.map((camera, index) => {
      const at = (known ? suggested.get(camera) : null) ?? onCircle(index, names.length);
      return [camera, { x: inside(at.x) * WIDTH, y: inside(at.y) * HEIGHT }];
    }),
  );
}

function onCircle(index: number, count: number): Point {
  const angle = (2 * Math.PI * index) / Math.max(1, count) - Math.PI;
  const radius = count > 1 ? 0.5 : 0;
  return { x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
}

/** From the unit square into the part of it that leaves room for names. */
function inside(share: number): number {
  return MARGIN + (1 - 2 * MARGIN) * share;
}
