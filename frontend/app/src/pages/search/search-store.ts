import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Camera,
  Candidate,
  Candidates,
  Mark,
  Page,
  Plan,
  Refined,
  Route,
  Search,
  SearchFinished,
  Sighting,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export type Order = 'likeness' | 'time';

export interface SearchState {
  phase: Phase;
  error: ApiError | null;
  search: Search | null;
  cameras: readonly Camera[];
  plan: Plan | null;
  /** Searches, this one among them, changed last first. */
  recent: readonly Search[];
  candidates: readonly Candidate[];
  total: number;
  order: Order;
  /** Being read; what is shown stays meanwhile. */
  looking: boolean;
  /** How many the last refinement brought up; null before one. */
  newcomers: number | null;
  route: Route | null;
  /** Confirmed sightings that somebody left out of the result. */
  dropped: readonly Sighting[];
}

const SHOWN = 100;

/** One search across the cameras; its state lives in the service. */
export class SearchStore extends Store<SearchState> {
  #reading = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly id: string,
  ) {
    super({
      phase: 'loading',
      error: null,
      search: null,
      cameras: [],
      plan: null,
      recent: [],
      candidates: [],
      total: 0,
      order: 'likeness',
      looking: false,
      newcomers: null,
      route: null,
      dropped: [],
    });
  }

  async load(): Promise<void> {
    try {
      const [search, cameras] = await Promise.all([
        this.api.get<Search>(this.#path()),
        this.api.get<{ items: Camera[] }>('cameras'),
      ]);
      this.set({ phase: 'ready', error: null, search, cameras: cameras.items });
      await this.look();
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
      return;
    }
    await Promise.all([this.#readPlan(), this.#readRecent()]);
  }

  async #readPlan(): Promise<void> {
    try {
      this.set({ plan: await this.api.get<Plan>('plan') });
    } catch {
      // Cameras are chosen from the list alone.
    }
  }

  async #readRecent(): Promise<void> {
    try {
      const { items } = await this.api.get<Page<Search>>('searches', { limit: 20 });
      this.set({ recent: items });
    } catch {
      // Only the choice of the cameras used last is missing.
    }
  }

  /** Read the candidates anew. */
  async look(): Promise<void> {
    const turn = ++this.#reading;
    this.set({ looking: true });
    try {
      const { order } = this.state;
      const path = `${this.#path()}/candidates`;
      const found = await this.api.get<Candidates>(path, { order, limit: SHOWN });
      if (turn === this.#reading) this.set({ candidates: found.items, total: found.total });
    } finally {
      if (turn === this.#reading) this.set({ looking: false });
    }
  }

  async sort(order: Order): Promise<void> {
    this.set({ order });
    await this.look();
  }

  /** It was saved as somebody: what was ticked stays as it is. */
  get isFinished(): boolean {
    return this.state.search?.state === 'finished';
  }

  /** Names of the cameras that are searched. */
  get searched(): ReadonlySet<string> {
    const { search, cameras } = this.state;
    return new Set(search?.cameras ?? cameras.map((each) => each.name));
  }

  async choose(cameras: readonly string[]): Promise<void> {
    const all = this.state.cameras.every((each) => cameras.includes(each.name));
    await this.#patch({ cameras: all ? null : cameras });
  }

  async toggleCamera(camera: string): Promise<void> {
    const chosen = new Set(this.searched);
    if (!chosen.delete(camera)) chosen.add(camera);
    if (chosen.size > 0) await this.choose([...chosen]);
  }

  /** Move the window by shares of itself; -1 is one window back. */
  async shift(windows: number): Promise<void> {
    const { search } = this.state;
    if (search === null) return;
    const by_s = windows * (search.to_s - search.from_s);
    await this.#patch({ from_s: search.from_s + by_s, to_s: search.to_s + by_s });
  }

  /** Twice as wide around its middle. */
  async widen(): Promise<void> {
    const { search } = this.state;
    if (search === null) return;
    const by_s = (search.to_s - search.from_s) / 2;
    await this.#patch({ from_s: search.from_s - by_s, to_s: search.to_s + by_s });
  }

  async label(sightingId: string, label: Mark | null): Promise<void> {
    const before = this.state.candidates;
    const change = (each: Candidate): Candidate =>
      each.sighting.id === sightingId ? { ...each, label } : each;
    // Shown at once: ticking many must not wait for the service each time.
    this.set({ candidates: before.map(change) });
    const body = {
      ticks: label === 'tick' ? [sightingId] : [],
      crosses: label === 'cross' ? [sightingId] : [],
      unsure: label === 'unsure' ? [sightingId] : [],
      clear: label === null ? [sightingId] : [],
    };
    try {
      this.set({ search: await this.api.post<Search>(`${this.#path()}/labels`, body) });
    } catch (error) {
      this.set({ candidates: before });
      throw error;
    }
  }

  async refine(): Promise<void> {
    this.set({ looking: true });
    try {
      const found = await this.api.post<Refined>(`${this.#path()}/refine`);
      this.set({
        candidates: found.items,
        total: found.total,
        newcomers: found.newcomers,
        order: 'likeness',
      });
    } finally {
      this.set({ looking: false });
    }
  }

  async readRoute(): Promise<void> {
    const route = await this.api.get<Route>(`${this.#path()}/route`);
    const read = (this.state.search?.dropped ?? []).map((id) =>
      this.api.get<Sighting>(`sightings/${encodeURIComponent(id)}`),
    );
    this.set({ route, dropped: await Promise.all(read) });
  }

  /** Put a leg at another place of the result. */
  async placeLeg(id: string, at: number): Promise<void> {
    const legs = this.#legs().filter((each) => each !== id);
    legs.splice(Math.max(0, at), 0, id);
    await this.#arrange(legs);
  }

  /** A leg of which somebody is not sure is no longer confirmed; the next time it is again. */
  async doubtLeg(id: string): Promise<void> {
    await this.label(id, this.state.search?.unsure.includes(id) ? 'tick' : 'unsure');
    await this.readRoute();
  }

  /** Leave a leg out of the result; it stays confirmed. */
  async dropLeg(id: string): Promise<void> {
    await this.#arrange(this.#legs().filter((each) => each !== id));
  }

  /** Take a leg in again, where its time puts it. */
  async restoreLeg(id: string): Promise<void> {
    const start_s = this.state.dropped.find((each) => each.id === id)?.start_s ?? 0;
    const later = this.state.route?.legs.findIndex((leg) => leg.start_s > start_s) ?? -1;
    const legs = this.#legs();
    legs.splice(later < 0 ? legs.length : later, 0, id);
    await this.#arrange(legs);
  }

  /** All legs again, by time. */
  async resetLegs(): Promise<void> {
    await this.#arrange(null);
  }

  async finish(whom: { identity_id?: string; name?: string }): Promise<SearchFinished> {
    const done = await this.api.post<SearchFinished>(`${this.#path()}/finish`, whom);
    this.set({ search: done.search });
    return done;
  }

  #legs(): string[] {
    return (this.state.route?.legs ?? []).map((leg) => leg.sighting_id);
  }

  async #arrange(legs: readonly string[] | null): Promise<void> {
    this.set({ search: await this.api.put<Search>(`${this.#path()}/legs`, { legs }) });
    await this.readRoute();
  }

  async #patch(change: Record<string, unknown>): Promise<void> {
    this.set({ search: await this.api.patch<Search>(this.#path(), change), newcomers: null });
    await this.look();
  }

  #path(): string {
    return `searches/${encodeURIComponent(this.id)}`;
  }
}

/** Candidates by camera, in the order in which cameras first appear. */
export function byCamera(candidates: readonly Candidate[]): [string, Candidate[]][] {
  const groups = new Map<string, Candidate[]>();
  for (const each of candidates) {
    const { camera } = each.sighting;
    groups.set(camera, [...(groups.get(camera) ?? []), each]);
  }
  return [...groups];
}
