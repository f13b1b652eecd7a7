import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { LiveConnection } from '@frigate-reid/shared/api/live';
import type { Job } from '@frigate-reid/shared/api/models';
import { Store } from '../../core/store';

interface RescanState {
  /** A count of what would be looked at. */
  trial: Job | null;
  job: Job | null;
  error: ApiError | null;
}

/** Frigate's history, looked through once more. */
export class RescanStore extends Store<RescanState> {
  readonly #leave: () => void;

  constructor(
    private readonly api: ApiClient,
    live: LiveConnection,
  ) {
    super({ trial: null, job: null, error: null });
    this.#leave = live.subscribe((event) => {
      if (event.topic === 'jobs') this.#take(event.data as Job);
    });
  }

  stop(): void {
    this.#leave();
  }

  /** The last rescan, so that one under way is found again after a reload. */
  async load(): Promise<void> {
    try {
      const { items } = await this.api.get<{ items: Job[] }>('jobs', { kind: 'rescan', limit: 10 });
      const real = items.find((job) => job.result?.['estimate_s'] === undefined);
      if (real && isUnderWay(real)) this.set({ job: real });
    } catch {
      // Then nothing is shown to be under way.
    }
  }

  estimate(from_s: number, to_s: number): Promise<void> {
    return this.#ask(async () => {
      this.set({ trial: await this.api.post<Job>('rescans', { from_s, to_s, dry_run: true }) });
    });
  }

  start(from_s: number, to_s: number): Promise<void> {
    return this.#ask(async () => {
      const job = await this.api.post<Job>('rescans', { from_s, to_s, dry_run: false });
      this.set({ job, trial: null });
    });
  }

  cancel(): Promise<void> {
    return this.#ask(async () => {
      const { job } = this.state;
      if (job) this.set({ job: await this.api.delete<Job>(`jobs/${encodeURIComponent(job.id)}`) });
    });
  }

  #take(job: Job): void {
    if (job.id === this.state.job?.id) this.set({ job });
    if (job.id === this.state.trial?.id) this.set({ trial: job });
  }

  async #ask(act: () => Promise<void>): Promise<void> {
    try {
      this.set({ error: null });
      await act();
    } catch (error) {
      this.set({ error: asApiError(error) });
    }
  }
}

export function isUnderWay(job: Job): boolean {
  return job.state === 'waiting' || job.state === 'running';
}
