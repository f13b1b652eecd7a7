import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { Expectation } from '@frigate-reid/shared/api/models';
import { Store } from '../../core/store';

/** Cameras shown; less likely ones are no news. */
const MOST = 2;
/** A way that fewer took is a guess, not a habit. */
const LEAST_WALKS = 3;

/** Where one person is expected next; nothing while that is not known. */
export class ExpectedStore extends Store<{ expected: Expectation | null }> {
  constructor(
    private readonly api: ApiClient,
    private readonly identityId: string,
  ) {
    super({ expected: null });
  }

  /** Without an answer nothing is said: the page has no need of it. */
  async load(): Promise<void> {
    const path = `identities/${encodeURIComponent(this.identityId)}/expected`;
    try {
      this.set({ expected: await this.api.get<Expectation>(path) });
    } catch {
      this.set({ expected: null });
    }
  }

  get cameras() {
    const { expected } = this.state;
    return (expected?.cameras ?? []).filter((each) => each.walks >= LEAST_WALKS).slice(0, MOST);
  }
}
