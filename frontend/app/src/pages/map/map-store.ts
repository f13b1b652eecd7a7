import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { LiveEvent } from '@frigate-reid/shared/api/live';
import type { Camera, Page, Plan, Sighting } from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface Handoff {
  identity_id: string;
  identity_label: string;
  from_camera: string;
  to_camera: string;
  gap_s: number;
  at_s: number;
}

export interface MapState {
  phase: Phase;
  error: ApiError | null;
  plan: Plan | null;
  cameras: readonly Camera[];
  /** Of the last day, oldest first. */
  sightings: readonly Sighting[];
  floorId: string | null;
  /** The time that is shown; null is now. */
  at_s: number | null;
  speed: number;
  playing: boolean;
}

export interface PersonThere {
  id: string | null;
  label: string | null;
  crop_id: string | null;
  sighting_id: string;
}

export interface Presence {
  camera: string;
  people: PersonThere[];
}

/** Whether somebody gave them a name: `Person 47` is none. */
export function isNamed({ id, label }: PersonThere): boolean {
  return id !== null && label !== null && !/^Person \d+$/.test(label);
}

const DAY_S = 86_400;
const PAGES = 10;
const AT_ONCE = 10;
const TICKER = 10;
export const SPEEDS = [1, 10, 60, 600] as const;

/** Who is where, now or at another time of the last day. */
export class MapStore extends Store<MapState> {
  readonly #changed = new Set<string>();
  #reading = false;

  constructor(
    private readonly api: ApiClient,
    private readonly now_s: () => number,
  ) {
    super({
      phase: 'loading',
      error: null,
      plan: null,
      cameras: [],
      sightings: [],
      floorId: null,
      at_s: null,
      speed: 60,
      playing: false,
    });
  }

  async load(): Promise<void> {
    try {
      const cameras = await this.api.get<{ items: Camera[] }>('cameras');
      this.set({ cameras: cameras.items, plan: await this.#plan() });
      this.set({ sightings: await this.#lastDay(), phase: 'ready', error: null });
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  showFloor(floorId: string): void {
    this.set({ floorId });
  }

  /** A sighting began, went on or ended: it is read anew, in a burst together with others. */
  async take(event: LiveEvent): Promise<void> {
    if (event.event !== 'sighting') return;
    this.#changed.add((event.data as { tracklet_id: string }).tracklet_id);
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#changed.size > 0) await this.#readChanged();
    } finally {
      this.#reading = false;
    }
  }

  async #readChanged(): Promise<void> {
    const ids = [...this.#changed].slice(0, AT_ONCE);
    for (const id of ids) this.#changed.delete(id);
    const read = ids.map((id) => this.api.get<Sighting>(`sightings/${encodeURIComponent(id)}`));
    // One that failed is told of again by the next event.
    const found = (await Promise.allSettled(read)).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value] : [],
    );
    const anew = new Set(found.map((each) => each.id));
    const others = this.state.sightings.filter((each) => !anew.has(each.id));
    this.set({ sightings: [...others, ...found].sort((a, b) => a.start_s - b.start_s) });
  }

  /** Who is in sight of each camera at the shown time. */
  get presence(): Presence[] {
    const { at_s } = this.state;
    const isThere =
      at_s === null
        ? (each: Sighting): boolean => each.state === 'open'
        : (each: Sighting): boolean => each.start_s <= at_s && at_s <= each.last_seen_s;
    const byCamera = new Map<string, Presence>();
    for (const each of this.state.sightings.filter(isThere)) {
      const there = byCamera.get(each.camera) ?? { camera: each.camera, people: [] };
      there.people.push({
        id: each.identity_id,
        label: each.identity_label,
        crop_id: each.crop_id,
        sighting_id: each.id,
      });
      byCamera.set(each.camera, there);
    }
    return [...byCamera.values()];
  }

  /** The last walks from one camera to another up to the shown time, newest first. */
  get handoffs(): Handoff[] {
    const until_s = this.state.at_s ?? Infinity;
    const last = new Map<string, Sighting>();
    const found: Handoff[] = [];
    for (const each of this.state.sightings) {
      if (each.identity_id === null || each.start_s > until_s) continue;
      const before = last.get(each.identity_id);
      if (before && before.camera !== each.camera) {
        found.push({
          identity_id: each.identity_id,
          identity_label: each.identity_label ?? '',
          from_camera: before.camera,
          to_camera: each.camera,
          gap_s: each.start_s - before.last_seen_s,
          at_s: each.start_s,
        });
      }
      last.set(each.identity_id, each);
    }
    return found.slice(-TICKER).reverse();
  }

  /** From when to when can be scrubbed. */
  get span(): [number, number] {
    const now_s = this.now_s();
    return [Math.max(now_s - DAY_S, (this.state.sightings[0]?.start_s ?? now_s - 60) - 10), now_s];
  }

  scrub(at_s: number): void {
    this.set({ at_s, playing: false });
  }

  live(): void {
    this.set({ at_s: null, playing: false });
  }

  play(playing: boolean): void {
    const [from_s] = this.span;
    this.set({ playing, at_s: this.state.at_s ?? from_s });
  }

  setSpeed(speed: number): void {
    this.set({ speed });
  }

  /** Go on by so many seconds of real time; at the end it is now again. */
  advance(elapsed_s: number): void {
    const { at_s, playing, speed } = this.state;
    if (!playing || at_s === null) return;
    const [, to_s] = this.span;
    const next_s = at_s + elapsed_s * speed;
    if (next_s >= to_s) this.live();
    else this.set({ at_s: next_s });
  }

  async #plan(): Promise<Plan | null> {
    try {
      return await this.api.get<Plan>('plan');
    } catch {
      return null;
    }
  }

  async #lastDay(): Promise<Sighting[]> {
    const from = this.now_s() - DAY_S;
    const found: Sighting[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const query = { from, limit: 200, cursor };
      const keptAs = { ...query, from: 'a day ago' };
      const answer: Page<Sighting> = await this.api.get('sightings', query, keptAs);
      found.push(...answer.items);
      cursor = answer.cursor;
      if (cursor === null) break;
    }
    return found.sort((a, b) => a.start_s - b.start_s);
  }
}
