import type { LiveEvent } from '@frigate-reid/shared/api/live';

const SETTLE_MS = 1000;

interface Parts {
  /** Whether what is shown must stay as it is for now. */
  isBusy: () => boolean;
  refresh: (touched: ReadonlySet<string>) => Promise<void>;
  readAsked: () => Promise<void>;
}

/** Gathers what events tell of, so that a burst asks now and then, and only about whom it touched. */
export class PeopleChanges {
  #touched = new Set<string>();
  #asked = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly parts: Parts) {}

  take({ topic, data }: LiveEvent): void {
    if (topic === 'reviews') this.#asked = true;
    else if (topic === 'identities' || topic === 'sightings') {
      const { identity_id, other_identity_id } = data as Record<string, string | null | undefined>;
      for (const id of [identity_id, other_identity_id]) if (id) this.#touched.add(id);
    } else return;
    if (this.#timer === null) this.#later();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #later(): void {
    this.#timer = setTimeout(() => void this.#ask(), SETTLE_MS);
  }

  /** The next questions wait for the answers: a slow service is not asked over and over. */
  async #ask(): Promise<void> {
    if (this.parts.isBusy()) return this.#later();
    const [touched, asked] = [this.#touched, this.#asked];
    this.#touched = new Set();
    this.#asked = false;
    if (touched.size > 0) await this.parts.refresh(touched);
    if (asked) await this.parts.readAsked();
    if (this.#timer === null) return;
    this.#timer = null;
    if (this.#touched.size > 0 || this.#asked) this.#later();
  }
}
