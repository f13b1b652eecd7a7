import type { Identity } from '@frigate-reid/shared/api/models';
import type { Sort } from './people-sort';

export type SectionName = 'now' | 'named' | 'often' | 'once';

export interface Section {
  name: SectionName;
  people: Identity[];
}

/** People by how interesting they are, in each as they are sorted; nobody is in two sections. */
export function sectionsOf(people: readonly Identity[], sort: Sort): Section[] {
  const of: Record<SectionName, Identity[]> = { now: [], named: [], often: [], once: [] };
  for (const each of people) of[sectionOf(each)].push(each);
  // Unless somebody wants another order: who comes often is worth a name.
  if (sort === 'last_seen') of.often.sort((a, b) => b.sightings - a.sightings);
  const order: SectionName[] = ['now', 'named', 'often', 'once'];
  return order.map((name) => ({ name, people: of[name] })).filter((each) => each.people.length);
}

/** The household most likely is who was seen most often. */
export function mostSeen(people: readonly Identity[], count: number): Identity[] {
  return [...people]
    .sort((a, b) => b.sightings - a.sightings || a.number - b.number)
    .slice(0, count);
}

function sectionOf(person: Identity): SectionName {
  if (person.on_site) return 'now';
  if (person.name !== null) return 'named';
  return person.sightings > 1 ? 'often' : 'once';
}
