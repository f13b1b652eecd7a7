import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Matching, MatchingRates, Thresholds } from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

interface MatchingState {
  phase: Phase;
  error: ApiError | null;
  matching: Matching | null;
  /** What the bands would have made of what was answered. */
  rates: MatchingRates | null;
  /** The numbers behind the bands; none while they are not known. */
  thresholds: readonly Thresholds[];
}

/** How daring links are made, and whether the service rests. */
export class MatchingStore extends Store<MatchingState> {
  constructor(private readonly api: ApiClient) {
    super({ phase: 'loading', error: null, matching: null, rates: null, thresholds: [] });
  }

  async load(): Promise<void> {
    try {
      const matching = await this.api.get<Matching>('settings/matching');
      this.set({ phase: 'ready', error: null, matching });
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  async measure(): Promise<void> {
    try {
      this.set({ rates: await this.api.get<MatchingRates>('settings/matching/rates') });
    } catch {
      // The bands can be chosen without them.
    }
  }

  async readThresholds(): Promise<void> {
    try {
      const { items } = await this.api.get<{ items: Thresholds[] }>('settings/matching/bands');
      this.set({ thresholds: items });
    } catch {
      // Each band says in words what it does.
    }
  }

  async change(change: Partial<Matching>): Promise<void> {
    this.set({ matching: await this.api.patch<Matching>('settings/matching', change) });
  }
}
