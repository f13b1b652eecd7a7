import type { Edge, Search } from '@frigate-reid/shared/api/models';

/** The camera itself and those that people reach without passing another. */
export function nextDoor(edges: readonly Edge[], camera: string): string[] {
  return [...new Set([camera, ...neighbours(edges, camera).keys()])];
}

/** Those that can be reached within so many seconds, by the quickest walks that were seen. */
export function reachable(edges: readonly Edge[], camera: string, within_s: number): string[] {
  const quickest = new Map([[camera, 0]]);
  const waiting = [camera];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const [next, walk_s] of neighbours(edges, at)) {
      const time_s = (quickest.get(at) ?? 0) + walk_s;
      if (time_s > within_s || time_s >= (quickest.get(next) ?? Infinity)) continue;
      quickest.set(next, time_s);
      waiting.push(next);
    }
  }
  return [...quickest.keys()];
}

/** Those of the search that somebody left last with cameras of its own, as far as they are still there. */
export function lastUsed(
  searches: readonly Search[],
  searchId: string,
  cameras: readonly string[],
): string[] {
  const last = searches.find((each) => each.id !== searchId && each.cameras !== null);
  return (last?.cameras ?? []).filter((name) => cameras.includes(name));
}

/** Either way, for a search looks back as well as ahead. */
function neighbours(edges: readonly Edge[], camera: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const edge of edges) {
    if (edge.rule === 'forbidden') continue;
    const walk_s = Math.max(0, edge.p5_s ?? 0);
    const other =
      edge.from_camera === camera ? edge.to_camera : edge.to_camera === camera && edge.from_camera;
    if (other) found.set(other, Math.min(walk_s, found.get(other) ?? Infinity));
  }
  return found;
}
