/** Short names for what the API answers; the types themselves are generated from the service. */
import type { components } from '../api-types';

type Schemas = components['schemas'];

export type Calibration = Schemas['Calibration'];
export type Camera = Schemas['Camera'];
export type Candidate = Schemas['Candidate'];
export type Candidates = Schemas['Candidates'];
export type Crop = Schemas['Crop'];
export type CropWritten = Schemas['CropWritten'];
export type Decision = Schemas['Decision'];
export type Edge = Schemas['Edge'];
export type Explanation = Schemas['Explanation'];
export type Floor = Schemas['Floor'];
export type FramePeople = Schemas['FramePeople'];
export type Gap = Schemas['Gap'];
export type HealthReport = Schemas['HealthReport'];
export type Identity = Schemas['Identity'];
export type IdentityFound = Schemas['IdentityFound'];
export type IdentityPage = Schemas['IdentityPage'];
export type IdentityPatched = Schemas['IdentityPatched'];
export type IdentityWritten = Schemas['IdentityWritten'];
export type Info = Schemas['Info'];
export type Job = Schemas['Job'];
export type Leg = Schemas['Leg'];
export type Mark = Schemas['Mark'];
export type Matching = Schemas['Matching'];
export type MergeAnswer = Schemas['MergeAnswer'];
export type Overlap = Schemas['Overlap'];
export type Pair = Schemas['Pair'];
export type PersonInFrame = Schemas['PersonInFrame'];
export type Placement = Schemas['Placement'];
export type Plan = Schemas['Plan'];
export type PlanCamera = Schemas['PlanCamera'];
export type Refined = Schemas['Refined'];
export type Review = Schemas['Review'];
export type ReviewAnswered = Schemas['ReviewAnswered'];
export type Reviews = Schemas['Reviews'];
export type Route = Schemas['Route'];
export type Rule = Schemas['Rule'];
export type Search = Schemas['Search'];
export type SearchFinished = Schemas['SearchFinished'];
export type Seed = Schemas['Seed'];
export type Session = Schemas['Session'];
export type Sighting = Schemas['Sighting'];
export type SightingFound = Schemas['SightingFound'];
export type SightingWritten = Schemas['SightingWritten'];
export type Statistics = Schemas['Statistics'];
export type SuitableCamera = Schemas['SuitableCamera'];
export type TemplateCrop = Schemas['TemplateCrop'];
export type Templates = Schemas['Templates'];
export type Term = Schemas['Term'];
export type TrailPath = Schemas['TrailPath'];
export type MatchingBand = Matching['band'];

export interface Page<T> {
  items: T[];
  cursor: string | null;
}
