import type { ApiClient } from '@frigate-reid/shared/api/client';
import type {
  Calibration,
  Page,
  Pair,
  Sighting,
  SightingFound,
} from '@frigate-reid/shared/api/models';
import type { Assessment } from '@frigate-reid/shared/plan/calibration';
import { assess } from '@frigate-reid/shared/plan/calibration';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { project } from '@frigate-reid/shared/plan/homography';
import { Store } from '../../core/store';

const MOST_PATHS = 30;

interface CalibrationState {
  pairs: readonly Pair[];
  /** A point of the frame that waits for its place on the plan. */
  pending: Point | null;
  saved: Calibration | null;
  changed: boolean;
  /** Ways of feet in the frame, to be looked at on the plan. */
  paths: readonly (readonly Point[])[];
}

/** Point pairs of one camera, and how well they agree while they are made. */
export class CalibrationStore extends Store<CalibrationState> {
  constructor(
    private readonly api: ApiClient,
    private readonly camera: string,
    private readonly frigate_instance: string,
  ) {
    super({ pairs: [], pending: null, saved: null, changed: false, paths: [] });
  }

  async load(): Promise<void> {
    const saved = await this.api.get<Calibration>(this.#path(), this.#query());
    this.set({ saved, pairs: saved.pairs, changed: false });
  }

  markFrame(point: Point): void {
    this.set({ pending: point });
  }

  markPlan(point: Point): void {
    const { pending, pairs } = this.state;
    if (pending === null) return;
    this.set({ pairs: [...pairs, { image: pending, plan: point }], pending: null, changed: true });
  }

  remove(index: number): void {
    this.set({ pairs: this.state.pairs.filter((_, at) => at !== index), changed: true });
  }

  async save(): Promise<Calibration> {
    const { pairs } = this.state;
    const saved = await this.api.put<Calibration>(this.#path(), { pairs }, this.#query());
    this.set({ saved, pairs: saved.pairs, changed: false });
    return saved;
  }

  /** Where people walked in the frame within the last day: their feet, in fractions of it. */
  async readPaths(from_s: number): Promise<void> {
    const query = { camera: this.camera, from: from_s, limit: MOST_PATHS };
    const keptAs = { ...query, from: 'lately' };
    const { items } = await this.api.get<Page<Sighting>>('sightings', query, keptAs);
    const mine = items.filter((each) => each.frigate_instance === this.frigate_instance);
    const found = await Promise.all(
      mine.map((each) => this.api.get<SightingFound>(`sightings/${encodeURIComponent(each.id)}`)),
    );
    this.set({ paths: found.map((each) => each.path).filter((path) => path.length > 1) });
  }

  /** Those paths on the plan, by the pairs as they are now; empty while they are not usable. */
  landedPaths(width: number, height: number): Point[][] {
    const { homography, usable } = this.assess(null);
    if (!homography || !usable) return [];
    const inside = ({ x, y }: Point): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
    return this.state.paths
      .map((path) => path.flatMap((point) => project(homography, point) ?? []).filter(inside))
      .filter((path) => path.length > 1);
  }

  /** What the pairs are worth, as the service will see it. */
  assess(metresPerUnit: number | null): Assessment {
    return assess(this.state.pairs, metresPerUnit);
  }

  /** Where a pair's point of the frame comes to lie, to be compared with the one on the plan. */
  landing(pair: Pair): Point | null {
    const { homography } = this.assess(null);
    return homography ? project(homography, pair.image) : null;
  }

  #path(): string {
    return `cameras/${encodeURIComponent(this.camera)}/calibration`;
  }

  #query(): { frigate_instance: string } {
    return { frigate_instance: this.frigate_instance };
  }
}
