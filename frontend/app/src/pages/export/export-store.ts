import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { LiveConnection } from '@frigate-reid/shared/api/live';
import type { Job } from '@frigate-reid/shared/api/models';
import { Store } from '../../core/store';

interface ExportState {
  job: Job | null;
  error: ApiError | null;
}

/** One export from its beginning to the file. */
export class ExportStore extends Store<ExportState> {
  readonly #leave: () => void;

  constructor(
    private readonly api: ApiClient,
    live: LiveConnection,
  ) {
    super({ job: null, error: null });
    this.#leave = live.subscribe((event) => {
      const job = event.data as Job;
      if (event.topic === 'jobs' && job.id === this.state.job?.id) this.set({ job });
    });
  }

  async start(request: Record<string, unknown>): Promise<void> {
    await this.#ask(() => this.api.post<Job>('exports', request));
  }

  async cancel(): Promise<void> {
    const { job } = this.state;
    if (job)
      await this.#ask(() => this.api.delete<Job | null>(`jobs/${encodeURIComponent(job.id)}`));
  }

  stop(): void {
    this.#leave();
  }

  async #ask(call: () => Promise<Job | null>): Promise<void> {
    try {
      this.set({ job: await call(), error: null });
    } catch (error) {
      this.set({ error: asApiError(error) });
    }
  }
}
