import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { Calibration, Pair } from '@frigate-reid/shared/api/models';
import type { Assessment } from '@frigate-reid/shared/plan/calibration';
import { assess } from '@frigate-reid/shared/plan/calibration';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { project } from '@frigate-reid/shared/plan/homography';
import { Store } from '../../core/store';

interface CalibrationState {
  pairs: readonly Pair[];
  /** A point of the frame that waits for its place on the plan. */
  pending: Point | null;
  saved: Calibration | null;
  changed: boolean;
}

/** Point pairs of one camera, and how well they agree while they are made. */
export class CalibrationStore extends Store<CalibrationState> {
  constructor(
    private readonly api: ApiClient,
    private readonly camera: string,
    private readonly frigate_instance: string,
  ) {
    super({ pairs: [], pending: null, saved: null, changed: false });
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
