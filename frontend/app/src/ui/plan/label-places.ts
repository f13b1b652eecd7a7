import type { Point } from '@frigate-reid/shared/plan/homography';

/** Of a letter, by the size of the type. */
const LETTER = 0.62;

/** Names that are written above their camera: below it they would run into another name.
 *
 * `size` is that of the type, in units of the plan.
 */
export function writtenAbove(at: ReadonlyMap<string, Point>, size: number): ReadonlySet<string> {
  const below: [string, Point][] = [];
  const above = new Set<string>();
  for (const [name, point] of [...at].sort(([, a], [, b]) => a.y - b.y || a.x - b.x)) {
    const runsInto = below.some(([other, there]) => {
      const room = ((name.length + other.length) / 2) * LETTER * size;
      return Math.abs(there.x - point.x) < room && Math.abs(there.y - point.y) < 1.1 * size;
    });
    if (runsInto) above.add(name);
    else below.push([name, point]);
  }
  return above;
}
