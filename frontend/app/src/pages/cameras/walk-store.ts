import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { LiveConnection } from '@frigate-reid/shared/api/live';
import type { WalkStep, WalkTest } from '@frigate-reid/shared/api/models';
import { Store } from '../../core/store';

interface WalkState {
  error: ApiError | null;
  walk: WalkTest | null;
}

/** A walk through the site, timed by the service. */
export class WalkStore extends Store<WalkState> {
  readonly #leave: () => void;
  #turn = 0;

  constructor(
    private readonly api: ApiClient,
    live: LiveConnection,
  ) {
    super({ error: null, walk: null });
    this.#leave = live.subscribe((event) => {
      if (event.event === 'sighting' && this.isUnderWay) void this.load();
    });
  }

  /** Whether somebody walks; the last walk of the service may be over. */
  get isUnderWay(): boolean {
    const { walk } = this.state;
    return walk !== null && walk.started_s !== null && walk.ended_s === null;
  }

  stop(): void {
    this.#leave();
  }

  load(): Promise<void> {
    return this.#take(() => this.api.get<WalkTest>('walk-test'));
  }

  start(): Promise<void> {
    return this.#take(() => this.api.post<WalkTest>('walk-test'));
  }

  end(): Promise<void> {
    return this.#take(() => this.api.post<WalkTest>('walk-test/stop'));
  }

  async #take(act: () => Promise<WalkTest>): Promise<void> {
    const turn = ++this.#turn;
    try {
      const walk = await act();
      // A later question may have been answered first.
      if (turn === this.#turn) this.set({ walk, error: null });
    } catch (error) {
      this.set({ error: asApiError(error) });
    }
  }
}

/** Whether a walk took as long as was learned: most people's time, quicker, or slower. */
export function verdict({ walked_s, learned }: WalkStep): 'new' | 'fits' | 'quick' | 'slow' {
  if (learned.p5_s === null || learned.p95_s === null) return 'new';
  if (walked_s < learned.p5_s) return 'quick';
  return walked_s > learned.p95_s ? 'slow' : 'fits';
}
