import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Camera, FramePeople, Page, Search } from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface StartState {
  phase: Phase;
  error: ApiError | null;
  searches: readonly Search[];
  cameras: readonly Camera[];
  camera: string;
  frame: FramePeople | null;
}

const DAY_S = 86_400;

/** Where a search begins: a frame with people in it, an event of Frigate, a photo. */
export class StartStore extends Store<StartState> {
  constructor(private readonly api: ApiClient) {
    super({ phase: 'loading', error: null, searches: [], cameras: [], camera: '', frame: null });
  }

  async load(): Promise<void> {
    try {
      const [searches, cameras] = await Promise.all([
        this.api.get<Page<Search>>('searches', { limit: 20 }),
        this.api.get<{ items: Camera[] }>('cameras'),
      ]);
      this.set({ phase: 'ready', error: null, searches: searches.items, cameras: cameras.items });
      const latest = [...cameras.items].sort((a, b) => b.last_seen_s - a.last_seen_s)[0];
      if (latest && this.state.camera === '') await this.showCamera(latest.name);
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  /** The last frame of a camera that has somebody in it. */
  async showCamera(name: string): Promise<void> {
    const camera = this.state.cameras.find((each) => each.name === name);
    if (camera === undefined) return;
    this.set({ camera: name });
    await this.#frame(camera.last_seen_s + 1, 'previous');
  }

  async step(direction: 'next' | 'previous'): Promise<void> {
    const { frame } = this.state;
    if (frame) await this.#frame(frame.time_s, direction);
  }

  begin(sightingId: string): Promise<Search> {
    return this.api.post<Search>('searches', { sighting_id: sightingId });
  }

  /** `text` is an event's id, or an address of Frigate's with one in it. */
  beginWithEvent(text: string): Promise<Search> {
    return this.api.post<Search>('searches', { event_id: eventIdIn(text) });
  }

  beginWithPhoto(photo: Blob, now_s: number): Promise<Search> {
    const window = { from_s: now_s - DAY_S, to_s: now_s };
    return this.api.upload<Search>('POST', 'searches/photo', photo, window);
  }

  async remove(id: string): Promise<void> {
    await this.api.delete(`searches/${encodeURIComponent(id)}`);
    this.set({ searches: this.state.searches.filter((each) => each.id !== id) });
  }

  async #frame(time_s: number, direction: 'next' | 'previous'): Promise<void> {
    const { camera } = this.state;
    try {
      const frame = await this.api.get<FramePeople>('frames/people', { camera, time_s, direction });
      if (this.state.camera === camera) this.set({ frame });
    } catch (error) {
      // There is none in that direction: what is shown stays.
      if (!asApiError(error).isNotFound) throw error;
    }
  }
}

/** Frigate's ids are a time, a hyphen and six letters or digits. */
export function eventIdIn(text: string): string {
  return /\d{9,11}\.\d+-[a-z0-9]{4,8}/.exec(text)?.[0] ?? text.trim();
}
