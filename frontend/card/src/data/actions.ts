/** What can be done from the card; Home Assistant decides whether this user may. */
import type { Hass } from '../ha';

const DOMAIN = 'frigate_reid';

export interface Found {
  search_id: string;
  candidates: { sighting_id: string; camera: string; start_s: number; band: string }[];
}

/** Look for the person of a leg on other cameras. */
export async function search(hass: Hass, event_id: string): Promise<Found> {
  const { response } = await hass.callService(
    DOMAIN,
    'search',
    { event_id },
    undefined,
    false,
    true,
  );
  return response as Found;
}

export async function rename(hass: Hass, identity_id: string, name: string): Promise<void> {
  await hass.callService(DOMAIN, 'rename_person', { person: identity_id, name }, undefined, false);
}

/** Say that a sighting is this person; null says that it is somebody else. */
export async function assign(
  hass: Hass,
  sighting_id: string,
  identity_id: string | null,
): Promise<void> {
  const person = identity_id === null ? {} : { person: identity_id };
  await hass.callService(DOMAIN, 'assign_sighting', { sighting_id, ...person }, undefined, false);
}
