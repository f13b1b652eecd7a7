import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Excluded,
  PrivateCamera,
  PrivateCameras,
  Retention,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

interface PrivacyState {
  phase: Phase;
  error: ApiError | null;
  cameras: readonly PrivateCamera[];
  retention: Retention | null;
  /** The camera whose change is under way. */
  busy: string | null;
}

/** Cameras of which nobody is kept. */
export class PrivacyStore extends Store<PrivacyState> {
  constructor(private readonly api: ApiClient) {
    super({ phase: 'loading', error: null, cameras: [], retention: null, busy: null });
  }

  async load(): Promise<void> {
    try {
      const { items, retention } = await this.api.get<PrivateCameras>('settings/privacy');
      this.set({ phase: 'ready', error: null, cameras: items, retention });
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  /** Leave a camera out or take it in; how many sightings were deleted. */
  async exclude(camera: PrivateCamera, excluded: boolean, deleteStored: boolean): Promise<number> {
    this.set({ busy: camera.camera });
    try {
      const done = await this.api.put<Excluded>(
        `cameras/${encodeURIComponent(camera.camera)}/exclusion`,
        { excluded, delete_stored: deleteStored },
        { frigate_instance: camera.frigate_instance },
      );
      return done.deleted;
    } finally {
      this.set({ busy: null });
      await this.load();
    }
  }
}
