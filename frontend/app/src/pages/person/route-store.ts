import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Camera, Edge, Leg, Plan, Route, TrailPath } from '@frigate-reid/shared/api/models';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { dayAfter, dayOf, spanOfDay } from '@frigate-reid/shared/time/zone';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface RouteState {
  phase: Phase;
  error: ApiError | null;
  day: string;
  route: Route | null;
  plan: Plan | null;
  /** Every camera of the site: those of a route keep their places on a drawing. */
  cameras: readonly string[];
  trails: ReadonlyMap<string, TrailPath>;
  chosen: string;
  /** Times between which legs are shown, null for the whole day. */
  range: readonly [number, number] | null;
  at_s: number | null;
  playing: boolean;
}

const NO_EDGES: readonly Edge[] = [];
const TRAILS_AT_ONCE = 50;
/** A gap is played as if it had lasted so long. */
const LONGEST_GAP_S = 4;
const SPEED = 8;

/** Where one person walked on one day, and the playing of it. */
export class RouteStore extends Store<RouteState> {
  constructor(
    private readonly api: ApiClient,
    private readonly identityId: string,
    private readonly zone: Zone,
  ) {
    super({
      phase: 'loading',
      error: null,
      day: '',
      route: null,
      plan: null,
      cameras: [],
      trails: new Map(),
      chosen: '',
      range: null,
      at_s: null,
      playing: false,
    });
  }

  async load(day: string): Promise<void> {
    const other = day !== this.state.day;
    if (other) this.set({ day, phase: 'loading', range: null, at_s: null, playing: false });
    const [from, to] = spanOfDay(day, this.zone);
    try {
      const path = `identities/${encodeURIComponent(this.identityId)}/route`;
      const route = await this.api.get<Route>(path, { from, to, branches: true });
      if (this.state.day !== day) return;
      this.set({ phase: 'ready', error: null, route });
      if (other) this.set({ chosen: route.legs[0]?.sighting_id ?? '' });
      await this.#readPlan(route);
    } catch (error) {
      if (this.state.day === day) this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  step(days: number): string {
    return dayAfter(this.state.day, days);
  }

  today(now_s: number): string {
    return dayOf(now_s, this.zone);
  }

  choose(sightingId: string): void {
    this.set({ chosen: sightingId });
  }

  brush(range: readonly [number, number] | null): void {
    this.set({ range });
  }

  scrub(at_s: number): void {
    this.set({ at_s, playing: false, ...this.#legAt(at_s) });
  }

  play(playing: boolean): void {
    const first = this.legs[0];
    if (first === undefined) return;
    const last = this.legs.at(-1)?.end_s ?? first.end_s;
    const { at_s } = this.state;
    const begin = at_s === null || at_s >= last ? first.start_s : at_s;
    this.set({ playing, at_s: begin });
  }

  /** Go on playing by so many seconds of real time. */
  advance(elapsed_s: number): void {
    const { at_s, playing } = this.state;
    if (!playing || at_s === null) return;
    const next = this.legs.find((leg) => leg.end_s > at_s);
    if (next === undefined) {
      this.set({ playing: false });
      return;
    }
    const gap_s = next.start_s - at_s;
    const hurry = gap_s > LONGEST_GAP_S * SPEED ? gap_s / LONGEST_GAP_S : SPEED;
    const to_s = at_s + elapsed_s * (gap_s > 0 ? hurry : SPEED);
    const landed = gap_s > 0 ? Math.min(to_s, next.start_s + 0.001) : Math.min(to_s, next.end_s);
    this.set({ at_s: landed, ...this.#legAt(landed) });
  }

  /** What was learned of the ways between cameras. */
  get edges(): readonly Edge[] {
    return this.state.plan?.edges ?? NO_EDGES;
  }

  /** Legs within the chosen range. */
  get legs(): readonly Leg[] {
    const { route, range } = this.state;
    const legs = route?.legs ?? [];
    if (range === null) return legs;
    return legs.filter((leg) => leg.end_s >= range[0] && leg.start_s <= range[1]);
  }

  #legAt(time_s: number): { chosen?: string } {
    const leg = this.legs.findLast((each) => each.start_s <= time_s);
    return leg ? { chosen: leg.sighting_id } : {};
  }

  async #readPlan(route: Route): Promise<void> {
    try {
      const { items } = await this.api.get<{ items: Camera[] }>('cameras');
      this.set({ cameras: items.map((each) => each.name) });
      const plan = await this.api.get<Plan>('plan');
      this.set({ plan });
      const ids = route.legs.slice(-TRAILS_AT_ONCE).map((leg) => leg.sighting_id);
      if (plan.placements.length === 0 || ids.length === 0) return;
      const trails = await this.api.get<{ items: TrailPath[] }>('plan/trail', { sighting_id: ids });
      this.set({ trails: new Map(trails.items.map((each) => [each.sighting_id, each])) });
    } catch {
      // The route is shown without the plan.
    }
  }
}
