/** Where a doubted link of a route may be wrong: a thin second line beside the one that is drawn. */
import type { Branch } from '../api/models';
import type { Point } from './homography';
import type { RouteLayout } from './route-layout';
import { bendOf, onCurve } from './route-layout';

export interface BranchLine {
  branch: Branch;
  from: Point;
  to: Point;
  bend: Point;
  /** Where its probability is written. */
  middle: Point;
}

/** Lines from drawn stops to the cameras of the runners-up; none within one camera. */
export function branchLines(
  branches: readonly Branch[],
  layout: RouteLayout,
  places: ReadonlyMap<string, Point>,
): BranchLine[] {
  const stops = new Map(layout.stops.map((stop) => [stop.leg.sighting_id, stop.at]));
  return branches.flatMap((branch) => {
    const [from, to] = [stops.get(branch.after), places.get(branch.camera)];
    if (from === undefined || to === undefined || (from.x === to.x && from.y === to.y)) return [];
    // Beside the route, and beside the way back: both may lead to one camera.
    const bend = bendOf(to, from, 2.5);
    return [{ branch, from, to, bend, middle: onCurve(from, bend, to, 0.5) }];
  });
}
