import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Floor,
  Passage,
  PassageEnd,
  Placement,
  Plan,
  PlanCamera,
  Rule,
} from '@frigate-reid/shared/api/models';
import { headingTo } from '@frigate-reid/shared/plan/cone';
import type { Point } from '@frigate-reid/shared/plan/homography';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export type Handle = { kind: 'body' | 'heading'; camera: string };

export interface PlanState {
  phase: Phase;
  error: ApiError | null;
  plan: Plan | null;
  floorId: string | null;
  selected: string | null;
  /** The placement that is being changed by hand, not yet sent. */
  draft: Placement | null;
  /** A door or stairs that is being made, with its first end. */
  joining: { kind: Passage['kind']; from: PassageEnd | null } | null;
}

const VIEW_DEG = 80;
/** How near the pointer must be to a handle, in units of what is drawn. */
const REACH = 3;

/** The floor plan while it is edited: floors, cameras on them, and the ways between. */
export class PlanStore extends Store<PlanState> {
  constructor(private readonly api: ApiClient) {
    super({
      phase: 'loading',
      error: null,
      plan: null,
      floorId: null,
      selected: null,
      draft: null,
      joining: null,
    });
  }

  async load(): Promise<void> {
    try {
      const plan = await this.api.get<Plan>('plan');
      const known = plan.floors.some((floor) => floor.id === this.state.floorId);
      const floorId = known ? this.state.floorId : (plan.floors[0]?.id ?? null);
      this.set({ phase: 'ready', error: null, plan, floorId, draft: null });
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  get floor(): Floor | null {
    return this.state.plan?.floors.find((each) => each.id === this.state.floorId) ?? null;
  }

  get cameras(): readonly PlanCamera[] {
    return this.state.plan?.cameras ?? [];
  }

  /** Placements of the shown floor, with the one under the pointer as it is now. */
  get placements(): readonly Placement[] {
    const { plan, draft, floorId } = this.state;
    const here = (plan?.placements ?? []).filter((each) => each.floor_id === floorId);
    if (draft === null) return here;
    return [...here.filter((each) => each.camera !== draft.camera), draft];
  }

  get placement(): Placement | null {
    return this.placements.find((each) => each.camera === this.state.selected) ?? null;
  }

  showFloor(floorId: string): void {
    this.set({ floorId, selected: null, draft: null });
  }

  select(camera: string | null): void {
    this.set({ selected: camera, draft: null });
  }

  /** What lies under a point: a camera, or the end of its view. */
  handleAt(point: Point, unit: number): Handle | null {
    const { placement } = this;
    if (placement && near(tipOf(placement), point, REACH * unit)) {
      return { kind: 'heading', camera: placement.camera };
    }
    const found = this.placements.find((each) => near(each, point, REACH * unit));
    return found ? { kind: 'body', camera: found.camera } : null;
  }

  drag(handle: Handle, point: Point): void {
    const before = this.placements.find((each) => each.camera === handle.camera);
    if (before === undefined) return;
    const change =
      handle.kind === 'body'
        ? inside(point, this.floor)
        : { heading_deg: headingTo(before, point), range_units: distance(before, point) };
    this.set({ selected: handle.camera, draft: { ...before, ...change } });
  }

  adjust(change: Partial<Placement>): void {
    const { placement } = this;
    if (placement) this.set({ draft: { ...placement, ...change } });
  }

  /** Put a camera where somebody pressed. */
  async place(camera: string, point: Point): Promise<void> {
    const { floor } = this;
    const known = this.cameras.find((each) => each.name === camera);
    if (floor === null || known === undefined) return;
    this.set({
      selected: camera,
      draft: {
        camera,
        frigate_instance: known.frigate_instance,
        floor_id: floor.id,
        ...inside(point, floor),
        heading_deg: headingTo(point, { x: floor.width / 2, y: floor.height / 2 }),
        view_deg: VIEW_DEG,
        range_units: Math.max(floor.width, floor.height) / 5,
      },
    });
    await this.save();
  }

  /** Send what was changed by hand. */
  async save(): Promise<void> {
    const { draft } = this.state;
    if (draft === null) return;
    const { camera, frigate_instance, ...placement } = draft;
    const rounded = {
      ...placement,
      heading_deg: (Math.round(placement.heading_deg * 10) % 3600) / 10,
    };
    await this.#write(() => this.api.put(path(camera), rounded, { frigate_instance }));
  }

  async remove(camera: string): Promise<void> {
    const instance = this.cameras.find((each) => each.name === camera)?.frigate_instance;
    await this.#write(() => this.api.delete(path(camera), { frigate_instance: instance }));
    this.select(null);
  }

  async addFloor(name: string): Promise<void> {
    const level = Math.max(-1, ...(this.state.plan?.floors.map((each) => each.level) ?? [])) + 1;
    const floor = await this.api.post<Floor>('floors', { name, level });
    await this.load();
    this.showFloor(floor.id);
  }

  async changeFloor(change: Partial<Pick<Floor, 'name' | 'metres_per_unit' | 'north_deg'>>) {
    const { floor } = this;
    if (floor) await this.#write(() => this.api.patch(floorPath(floor.id), change));
  }

  async removeFloor(): Promise<void> {
    const { floor } = this;
    if (floor) await this.#write(() => this.api.delete(floorPath(floor.id)));
  }

  async upload(file: Blob): Promise<void> {
    const { floor } = this;
    if (floor === null) return;
    await this.#write(() => this.api.upload('PUT', `${floorPath(floor.id)}/picture`, file));
  }

  /** Doors and stairs with an end on the shown floor. */
  get passages(): readonly Passage[] {
    const { plan, floorId } = this.state;
    return (plan?.passages ?? []).filter((each) =>
      each.ends.some((end) => end.floor_id === floorId),
    );
  }

  /** Begin to join this floor with another: both ends are pressed, one on each. */
  join(kind: Passage['kind'] | null): void {
    this.set({ joining: kind === null ? null : { kind, from: null }, selected: null });
  }

  /** One end, where somebody pressed; the second one makes the passage. */
  async markEnd(point: Point): Promise<void> {
    const { joining } = this.state;
    const { floor } = this;
    if (joining === null || floor === null) return;
    const end = { floor_id: floor.id, ...inside(point, floor) };
    if (joining.from === null || joining.from.floor_id === floor.id) {
      const others = (this.state.plan?.floors ?? []).filter((each) => each.id !== floor.id);
      this.set({ joining: { ...joining, from: end } });
      // With two floors it is clear where the other end is.
      if (others.length === 1 && others[0]) this.showFloor(others[0].id);
      return;
    }
    const body = { kind: joining.kind, ends: [joining.from, end] };
    this.set({ joining: null });
    await this.#write(() => this.api.post('passages', body));
  }

  async removePassage(id: string): Promise<void> {
    await this.#write(() => this.api.delete(`passages/${encodeURIComponent(id)}`));
  }

  /** Only from here to there: the way back is impossible. */
  async setOneWay(from: string, to: string): Promise<void> {
    await this.setRule(from, to, 'forced');
    await this.setRule(to, from, 'forbidden');
  }

  async setRule(from: string, to: string, rule: Rule): Promise<void> {
    const given = rule === 'learned' ? null : rule;
    const edge = `topology/${encodeURIComponent(from)}/${encodeURIComponent(to)}`;
    await this.#write(() => this.api.put(edge, { rule: given }));
  }

  async #write(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } finally {
      await this.load();
    }
  }
}

/** The end of what a camera sees, straight ahead. */
export function tipOf(placement: Placement): Point {
  const angle = (placement.heading_deg * Math.PI) / 180;
  return {
    x: placement.x + placement.range_units * Math.sin(angle),
    y: placement.y - placement.range_units * Math.cos(angle),
  };
}

function path(camera: string): string {
  return `cameras/${encodeURIComponent(camera)}/placement`;
}

function floorPath(id: string): string {
  return `floors/${encodeURIComponent(id)}`;
}

function inside(point: Point, floor: Floor | null): Point {
  const { width, height } = floor ?? { width: Infinity, height: Infinity };
  return {
    x: Math.min(width, Math.max(0, point.x)),
    y: Math.min(height, Math.max(0, point.y)),
  };
}

function near(a: Point, b: Point, reach: number): boolean {
  return distance(a, b) <= reach;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
