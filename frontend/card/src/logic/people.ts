/** Which entities of Home Assistant are people of ours. */
import type { Hass } from '../ha';

const PLATFORM = 'frigate_reid';
const SEEN_BY = 'seen_by';
const LAST_SEEN = 'last_seen';

function isOurs(hass: Hass, entity_id: string, key: string): boolean {
  const entry = hass.entities[entity_id];
  return entry?.platform === PLATFORM && entry.translation_key === key;
}

/** Whether an entity is the sensor that tells which camera sees a person. */
export function isPersonSensor(hass: Hass, entity_id: string): boolean {
  return isOurs(hass, entity_id, SEEN_BY);
}

/** All person sensors, by id. */
export function personSensors(hass: Hass): string[] {
  return Object.keys(hass.entities)
    .filter((entity_id) => isPersonSensor(hass, entity_id))
    .sort();
}

/** Ids of the people behind person sensors; sensors that are gone are left out. */
export function identityIds(hass: Hass, entity_ids: readonly string[]): string[] {
  return entity_ids
    .map((entity_id) => hass.states[entity_id]?.attributes['identity_id'])
    .filter((id): id is string => typeof id === 'string');
}

/** The sensor of whoever was seen last, as the sensors of the same devices tell. */
export function lastSeen(hass: Hass): string | null {
  const times = new Map<string, string>();
  for (const entity_id of Object.keys(hass.entities)) {
    const device = hass.entities[entity_id]?.device_id;
    if (device === undefined || !isOurs(hass, entity_id, LAST_SEEN)) continue;
    times.set(device, hass.states[entity_id]?.state ?? '');
  }
  // Times of one site are text of one form: the greatest is the latest. Words as "unknown" are
  // no times.
  const timeOf = (entity_id: string): string => {
    const time = times.get(hass.entities[entity_id]?.device_id ?? '') ?? '';
    return /^\d/.test(time) ? time : '';
  };
  const sensors = personSensors(hass);
  return sensors.toSorted((a, b) => timeOf(b).localeCompare(timeOf(a)))[0] ?? null;
}
