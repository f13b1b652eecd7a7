/** Every page of the app with every tab and step, by name. */
import { call } from './browser.mjs';

export async function allPlaces() {
  const places = {
    people: 'people',
    review: 'review',
    search: 'search',
    map: 'map',
    cameras: 'cameras',
    plan: 'cameras?tab=plan',
    ways: 'cameras?tab=ways',
    settings: 'settings',
    privacy: 'settings?tab=privacy',
    audit: 'settings?tab=audit',
  };
  const { items } = (await call('GET', 'identities?limit=50')).json;
  const person = items.reduce((most, each) => (each.sightings > most.sightings ? each : most));
  for (const tab of ['route', 'sightings', 'looks', 'history']) {
    places[`person-${tab}`] = `people/${person.id}?tab=${tab}`;
  }
  const { json: sightings } = await call('GET', `identities/${person.id}/sightings?limit=2`);
  const seed = { sighting_id: sightings.items[0].id, window_s: 600 };
  const search = await call('POST', 'searches', { body: seed });
  if (search.status !== 200) return places;
  for (const step of ['cameras', 'candidates', 'result']) {
    places[`search-${step}`] = `search/${search.json.id}?step=${step}`;
  }
  return places;
}
