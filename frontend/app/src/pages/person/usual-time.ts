import type { Edge } from '@frigate-reid/shared/api/models';
import { duration } from '@frigate-reid/shared/time/format';
import { t } from '../../core/i18n';

/** How long a way takes one in twenty at most, one in two, and all but one in twenty. */
export interface UsualTime {
  p5_s: number;
  p50_s: number;
  p95_s: number;
  walks: number;
}

/** A camera, which another Frigate may call the same. */
export interface Place {
  camera: string;
  frigate_instance: string;
}

/** Below so many walks the times are what is believed of any way. */
const LEAST_WALKS = 3;

/** What was learned of the way between two cameras; null where too few took it. */
export function usualTime(edges: readonly Edge[], before: Place, after: Place): UsualTime | null {
  const edge = edges.find(
    (each) =>
      each.from_camera === before.camera &&
      each.from_instance === before.frigate_instance &&
      each.to_camera === after.camera &&
      each.to_instance === after.frigate_instance,
  );
  if (edge === undefined || edge.count < LEAST_WALKS) return null;
  const { p5_s, p50_s, p95_s, count } = edge;
  return p5_s === null || p50_s === null || p95_s === null
    ? null
    : { p5_s, p50_s, p95_s, walks: count };
}

/** `usually 0:40 to 1:10`. */
export function usualWords({ p5_s, p95_s }: UsualTime): string {
  return t('route.usually', { from: duration(p5_s), to: duration(p95_s) });
}
