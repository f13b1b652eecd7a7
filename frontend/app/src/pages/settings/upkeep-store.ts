import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Backup, UpkeepOutcome, UpkeepState } from '@frigate-reid/shared/api/models';
import { Store } from '../../core/store';

type Doing = 'backup' | 'check' | 'restore' | 'erase';

interface State {
  doing: Doing | null;
  /** A backup that was looked at and could be restored. */
  found: Backup | null;
  outcome: UpkeepOutcome | null;
  error: ApiError | null;
}

const LOOK_EVERY_S = 1;
const GIVE_UP_S = 300;

/** Everything in one file, back from it, or gone. */
export class UpkeepStore extends Store<State> {
  constructor(
    private readonly api: ApiClient,
    private readonly wait: (seconds: number) => Promise<void>,
  ) {
    super({ doing: null, found: null, outcome: null, error: null });
  }

  /** A file with everything; null if that failed. */
  backUp(): Promise<Blob | null> {
    return this.#do('backup', () => this.api.blob('backup'));
  }

  async check(file: Blob): Promise<void> {
    this.set({ found: null });
    const zip = file.slice(0, file.size, 'application/zip');
    const found = await this.#do('check', () => this.api.upload<Backup>('POST', 'backups', zip));
    this.set({ found });
  }

  leave(): void {
    this.set({ found: null, error: null });
  }

  async restore(): Promise<void> {
    const { found } = this.state;
    if (found === null) return;
    const path = `backups/${encodeURIComponent(found.id)}/restore`;
    await this.#restart('restore', path, { confirm: 'replace everything' });
    this.set({ found: null });
  }

  erase(keepPlan: boolean): Promise<void> {
    return this.#restart('erase', 'erase', { confirm: 'delete everything', keep_plan: keepPlan });
  }

  /** Ask for it, then wait until the service is back and tells how it went. */
  async #restart(doing: Doing, path: string, body: object): Promise<void> {
    await this.#do(doing, async () => {
      const before = await this.#last();
      await this.api.post(path, body);
      this.set({ outcome: await this.#next(before) });
    });
  }

  async #next(before: UpkeepOutcome | null): Promise<UpkeepOutcome | null> {
    for (let waited_s = 0; waited_s < GIVE_UP_S; waited_s += LOOK_EVERY_S) {
      await this.wait(LOOK_EVERY_S);
      try {
        const last = await this.#last();
        if (last !== null && last.at_s !== before?.at_s) return last;
      } catch {
        // It is about to start anew.
      }
    }
    return null;
  }

  async #last(): Promise<UpkeepOutcome | null> {
    return (await this.api.get<UpkeepState>('upkeep')).last;
  }

  async #do<T>(doing: Doing, act: () => Promise<T>): Promise<T | null> {
    this.set({ doing, error: null, outcome: null });
    try {
      return await act();
    } catch (error) {
      this.set({ error: asApiError(error) });
      return null;
    } finally {
      this.set({ doing: null });
    }
  }
}
