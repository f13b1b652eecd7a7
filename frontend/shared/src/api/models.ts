/** Short names for what the API answers; the types themselves are generated from the service. */
import type { components } from '../api-types';

type Schemas = components['schemas'];

export type Camera = Schemas['Camera'];
export type Crop = Schemas['Crop'];
export type Decision = Schemas['Decision'];
export type Explanation = Schemas['Explanation'];
export type Gap = Schemas['Gap'];
export type HealthReport = Schemas['HealthReport'];
export type Identity = Schemas['Identity'];
export type IdentityFound = Schemas['IdentityFound'];
export type IdentityPage = Schemas['IdentityPage'];
export type IdentityPatched = Schemas['IdentityPatched'];
export type IdentityWritten = Schemas['IdentityWritten'];
export type Info = Schemas['Info'];
export type Leg = Schemas['Leg'];
export type MergeAnswer = Schemas['MergeAnswer'];
export type Overlap = Schemas['Overlap'];
export type Review = Schemas['Review'];
export type Reviews = Schemas['Reviews'];
export type ReviewAnswered = Schemas['ReviewAnswered'];
export type Route = Schemas['Route'];
export type Session = Schemas['Session'];
export type Sighting = Schemas['Sighting'];
export type SightingFound = Schemas['SightingFound'];
export type SightingWritten = Schemas['SightingWritten'];
export type TemplateCrop = Schemas['TemplateCrop'];
export type Templates = Schemas['Templates'];
export type Term = Schemas['Term'];

export interface Page<T> {
  items: T[];
  cursor: string | null;
}
