import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { Page, Sighting } from '@frigate-reid/shared/api/models';

/** Address of the whole frame of the last sighting on a camera, which Frigate keeps longest. */
export async function lastFrame(api: ApiClient, camera: string): Promise<string | null> {
  try {
    const { items } = await api.get<Page<Sighting>>('sightings', { camera, limit: 1 });
    const [last] = items;
    return last ? `sightings/${encodeURIComponent(last.id)}/frame.jpg` : null;
  } catch {
    return null;
  }
}
