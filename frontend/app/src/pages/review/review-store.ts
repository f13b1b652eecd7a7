import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Review, ReviewAnswered, Reviews, Templates } from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export type Answer = 'same' | 'different' | 'unsure';

export interface Answered {
  review: Review;
  answer: Answer;
  decisions: readonly string[];
  /** Who is left, by their label. */
  label: string;
}

export interface ReviewState {
  phase: Phase;
  error: ApiError | null;
  queue: readonly Review[];
  open: number;
  answered: readonly Answered[];
  /** Somebody else answered the question that was shown. */
  conflict: boolean;
  busy: boolean;
  /** Beyond what a day asks by itself. */
  more: boolean;
  /** Crops of people by identity id. */
  crops: ReadonlyMap<string, readonly string[]>;
}

const AT_ONCE = 10;
const CROPS = 6;

/** Questions one after another; each answer can be taken back. */
export class ReviewStore extends Store<ReviewState> {
  constructor(private readonly api: ApiClient) {
    super({
      phase: 'loading',
      error: null,
      queue: [],
      open: 0,
      answered: [],
      conflict: false,
      busy: false,
      more: false,
      crops: new Map(),
    });
  }

  get current(): Review | null {
    return this.state.queue[0] ?? null;
  }

  async load(): Promise<void> {
    try {
      const { items, open } = await this.api.get<Reviews>('reviews/next', {
        count: AT_ONCE,
        more: this.state.more,
      });
      this.set({ phase: 'ready', error: null, queue: this.#inOrder(items), open });
      await this.#readCrops();
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  /** Ask on, beyond what a day asks by itself. */
  async askMore(): Promise<void> {
    this.set({ more: true, phase: 'loading' });
    await this.load();
  }

  async answer(answer: Answer): Promise<void> {
    const review = this.current;
    if (review === null || this.state.busy) return;
    this.set({ busy: true, conflict: false });
    try {
      const path = `reviews/${encodeURIComponent(review.id)}/answer`;
      const done = await this.api.post<ReviewAnswered>(path, { answer });
      this.#remember({
        review,
        answer,
        decisions: done.decision_ids,
        label: done.identity.label,
      });
      this.#drop(review);
    } catch (error) {
      const failure = asApiError(error);
      if (!failure.isNotFound && failure.code !== 'conflict') throw failure;
      this.set({ conflict: true });
      this.#drop(review);
    } finally {
      this.set({ busy: false });
    }
    await this.load();
  }

  /** Take the last answer back; it can be asked again. */
  async undo(): Promise<boolean> {
    const last = this.state.answered.findLast((each) => each.decisions.length > 0);
    if (last === undefined || this.state.busy) return false;
    this.set({ busy: true });
    try {
      for (const decision of last.decisions.toReversed()) {
        await this.api.post(`decisions/${encodeURIComponent(decision)}/undo`);
      }
      this.set({ answered: this.state.answered.filter((each) => each !== last) });
    } finally {
      this.set({ busy: false });
    }
    await this.load();
    return true;
  }

  /** The question that is shown stays first, whatever came meanwhile. */
  #inOrder(items: readonly Review[]): readonly Review[] {
    const shown = this.current;
    const still = items.find((each) => each.id === shown?.id);
    if (still === undefined) return items;
    return [still, ...items.filter((each) => each !== still)];
  }

  #drop(review: Review): void {
    const queue = this.state.queue.filter((each) => each.id !== review.id);
    this.set({ queue, open: Math.max(0, this.state.open - 1) });
  }

  #remember(answered: Answered): void {
    this.set({ answered: [...this.state.answered, answered] });
  }

  /** Pictures of the next two questions, so that none is waited for. */
  async #readCrops(): Promise<void> {
    const wanted = this.state.queue.slice(0, 2).flatMap((review) => [review.a.id, review.b.id]);
    const crops = new Map(this.state.crops);
    for (const id of new Set(wanted)) {
      if (crops.has(id)) continue;
      try {
        const path = `identities/${encodeURIComponent(id)}/templates`;
        const found = await this.api.get<Templates>(path, { limit: CROPS });
        crops.set(
          id,
          found.crops.filter((crop) => crop.has_picture).map((crop) => crop.id),
        );
      } catch {
        crops.set(id, []);
      }
    }
    this.set({ crops });
  }
}
