/** What the integration answers over Home Assistant's WebSocket. Times are epoch seconds. */
import type { Passage } from '@frigate-reid/shared/api/models';
import type { RouteGap, RouteLeg } from '@frigate-reid/shared/plan/route-layout';

/** Paths of pictures and clips are signed and lie within Home Assistant. */
type SignedPath = string;

export interface Floor {
  id: string;
  name: string;
  /** 0 is the ground floor. */
  level: number;
  width: number;
  height: number;
  metres_per_unit?: number | null;
}

export interface Camera {
  name: string;
  /** Null while the camera has no place on a floor. */
  placement: Placement | null;
  /** Where it would lie by the learned walking times, both in [0, 1]. */
  suggested: { x: number; y: number } | null;
}

export interface Placement {
  floor_id: string;
  x: number;
  y: number;
  heading_deg: number | null;
  view_deg: number | null;
  range_units: number | null;
}

export interface Plan {
  floors: Floor[];
  cameras: Camera[];
  /** Doors and stairs; older services have none. */
  passages?: Passage[];
}

/** `plan/get`; the plan is null where the service has none. */
export interface PlanAnswer {
  plan: Plan | null;
  /** By floor. */
  pictures: Record<string, SignedPath>;
}

export interface Leg extends RouteLeg {
  sighting_id: string;
  event_id: string;
  picture: SignedPath | null;
  clip: SignedPath;
}

/** Where somebody walked in the picture of one camera, projected on its floor. */
export interface Trail {
  sighting_id: string;
  floor_id: string;
  points: { x: number; y: number; time_s: number }[];
}

/** `route/subscribe` of one person. */
export interface Route {
  identity_id: string;
  name: string;
  from_s: number;
  to_s: number;
  legs: Leg[];
  gaps: RouteGap[];
  trail?: Trail[];
}

export interface Present {
  identity_id: string;
  name: string;
  camera: string | null;
  picture: SignedPath | null;
}

/** `live/subscribe`. */
export interface Live {
  /** Whether Home Assistant reaches the service. */
  connected: boolean;
  people: Present[];
  unknown: Present[];
}
