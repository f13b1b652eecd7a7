/** Answers of calls that the generated types do not have yet, written by hand.
 *
 * Once the service describes a call itself, its types come from `api-types.ts` and go from here.
 */
import type { Sighting, Identity } from './api/models';

export type SearchSeedKind = 'sighting' | 'crop' | 'identity' | 'photo';

export interface Seed {
  kind: SearchSeedKind;
  sighting_id: string | null;
  identity_id: string | null;
  crop_id: string | null;
  camera: string | null;
  time_s: number | null;
}

export interface Search {
  id: string;
  created_s: number;
  updated_s: number;
  state: 'open' | 'finished';
  seed: Seed;
  cameras: string[] | null;
  from_s: number;
  to_s: number;
  ticked: number;
  crossed: number;
  refined: number;
  identity_id: string | null;
}

export type Band = 'likely' | 'unsure' | 'weak';
export type Label = 'tick' | 'cross';

export interface Candidate {
  sighting: Sighting;
  likeness: number;
  band: Band;
  /** Null for a photo, which has no time. */
  offset_s: number | null;
  label: Label | null;
  is_new: boolean;
  probability: number | null;
  on_plan: boolean;
}

export interface Candidates {
  items: Candidate[];
  total: number;
  newcomers?: number;
}

export interface SearchFinished {
  search: Search;
  identity: Identity;
  decision_ids: string[];
}

export interface FramePerson {
  sighting_id: string;
  identity_id: string | null;
  label: string | null;
  box: { x_min: number; y_min: number; x_max: number; y_max: number };
  crop_id: string | null;
}

export interface FramePeople {
  camera: string;
  time_s: number;
  people: FramePerson[];
}

export interface Floor {
  id: string;
  name: string;
  level: number;
  width: number;
  height: number;
  has_picture: boolean;
  metres_per_unit: number | null;
  north_deg: number | null;
}

export interface Placement {
  camera: string;
  frigate_instance: string;
  floor_id: string;
  x: number;
  y: number;
  heading_deg: number;
  view_deg: number;
  range_units: number;
}

export interface CalibrationPair {
  image: { x: number; y: number };
  plan: { x: number; y: number };
}

export interface Calibration {
  camera: string;
  pairs: CalibrationPair[];
  residual_units: number | null;
  residual_m: number | null;
  problems: { code: string; message: string }[];
  usable: boolean;
}

export type EdgeRule = 'learned' | 'forbidden' | 'forced' | 'overlap';

export interface TopologyEdge {
  from_camera: string;
  to_camera: string;
  count: number;
  p5_s: number | null;
  p50_s: number | null;
  p95_s: number | null;
  rule: EdgeRule;
}

export interface PlanCamera {
  name: string;
  frigate_instance: string;
  placement: Placement | null;
  calibrated: boolean;
  suggested: { x: number; y: number } | null;
}

export interface Plan {
  floors: Floor[];
  placements: Placement[];
  cameras: PlanCamera[];
  edges: TopologyEdge[];
}

export interface Trail {
  sighting_id: string;
  floor_id: string | null;
  calibrated: boolean;
  points: { x: number; y: number; time_s: number }[];
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Job {
  id: string;
  kind: 'export' | 'rescan';
  state: JobState;
  progress: number;
  created_s: number;
  finished_s: number | null;
  message: string | null;
  result: Record<string, unknown> | null;
}

export type MatchingBand = 'careful' | 'balanced' | 'eager';

export interface Matching {
  band: MatchingBand;
  paused: boolean;
}

export interface Statistics {
  days: { date: string; visits: number; sightings: number; dwell_s: number }[];
  cameras: { camera: string; sightings: number; dwell_s: number }[];
  last_camera: string | null;
  people_seen: number;
  unknown_seen: number;
}

export interface Suitability {
  camera: string;
  tracklets: number;
  usable_crops: number;
  median_height_px: number | null;
  rating: 'good' | 'limited' | 'poor';
  reason: string;
  advice: string;
}
