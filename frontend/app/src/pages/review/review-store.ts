import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  CropWritten,
  Decision,
  Edge,
  Identity,
  Page,
  Plan,
  Review,
  ReviewAnswered,
  Reviews,
  Templates,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export type Answer = 'same' | 'different' | 'unsure';

/** What was done last: a question answered, or a picture called bad. */
export interface Answered {
  review: Review;
  answer: Answer | 'bad';
  decisions: readonly string[];
  /** Who is left, or whose picture it is. */
  person: Identity;
  /** People beside the two whom the answer settled as well. */
  also: number;
}

/** What somebody else, or the service, made of the question that was shown. */
export interface Elsewhere {
  review: Review;
  outcome: Answer | 'gone';
  /** Null where nothing is known that could be taken back. */
  decision: string | null;
}

export interface ReviewState {
  phase: Phase;
  error: ApiError | null;
  queue: readonly Review[];
  open: number;
  answered: readonly Answered[];
  /** Somebody else answered the question that was shown, null while nobody did. */
  elsewhere: Elsewhere | null;
  /** Of the question's group, who is the same person as well. */
  also: ReadonlySet<string>;
  /** Those of the question's group, by identity id. */
  group: readonly Identity[];
  busy: boolean;
  /** Beyond what a day asks by itself. */
  more: boolean;
  /** Crops of people by identity id. */
  crops: ReadonlyMap<string, readonly string[]>;
  /** What was learned of the ways between cameras. */
  edges: readonly Edge[];
}

const AT_ONCE = 10;
/** Among so many the gallery finds the question that it links to. */
const MOST_AT_ONCE = 50;
/** The answers that the kinds of decisions are. */
const OUTCOMES: Record<string, Answer> = {
  merge: 'same',
  distinguish: 'different',
  unsure: 'unsure',
};
const CROPS = 6;

/** Questions one after another; each answer can be taken back. */
export class ReviewStore extends Store<ReviewState> {
  /** Answered here: a list that was asked for before must not bring them back. */
  readonly #settled = new Set<string>();
  #acting: Promise<void> = Promise.resolve();
  #wanted = '';

  constructor(private readonly api: ApiClient) {
    super({
      phase: 'loading',
      error: null,
      queue: [],
      open: 0,
      answered: [],
      elsewhere: null,
      also: new Set(),
      group: [],
      busy: false,
      more: false,
      crops: new Map(),
      edges: [],
    });
  }

  get current(): Review | null {
    return this.state.queue[0] ?? null;
  }

  /** Begin with this question, which a link led to, if it is still open. */
  async begin(questionId: string): Promise<void> {
    this.#wanted = questionId;
    await this.load();
  }

  async load(): Promise<void> {
    await this.#readQueue();
    await this.#readGroup();
    await this.#readCrops();
  }

  /** How long ways usually take. */
  async readWays(): Promise<void> {
    try {
      this.set({ edges: (await this.api.get<Plan>('plan')).edges });
    } catch {
      // Questions are shown without it.
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
    this.set({ elsewhere: null });
    await this.#act(() => this.#send(review, answer));
  }

  /** Of the group, this one is the same person as well, or is not. */
  toggleAlso(identityId: string): void {
    const also = new Set(this.state.also);
    if (!also.delete(identityId)) also.add(identityId);
    this.set({ also });
  }

  /** All of the group, or nobody where all are chosen already. */
  toggleAll(): void {
    const { also, group } = this.state;
    this.set({ also: new Set(also.size < group.length ? group.map((each) => each.id) : []) });
  }

  /** A picture shows the person badly: nothing is weighed by it any more. */
  async callBad(person: Identity, cropId: string): Promise<void> {
    const review = this.current;
    if (review === null || this.state.busy) return;
    await this.#act(async () => {
      const path = `crops/${encodeURIComponent(cropId)}`;
      const done = await this.api.patch<CropWritten>(path, { bad: true });
      this.#remember({ review, answer: 'bad', decisions: done.decision_ids, person, also: 0 });
      this.#forgetCrops(person.id);
    });
  }

  /** Take the last answer back; it can be asked again. */
  async undo(): Promise<boolean> {
    // Pressed right after an answer, it means that answer.
    await this.#acting.catch(() => undefined);
    const last = this.state.answered.findLast((each) => each.decisions.length > 0);
    if (last === undefined || this.state.busy) return false;
    await this.#act(async () => {
      for (const decision of last.decisions.toReversed()) {
        await this.api.post(`decisions/${encodeURIComponent(decision)}/undo`);
      }
      this.set({ answered: this.state.answered.filter((each) => each !== last) });
      this.#settled.delete(last.review.id);
      this.#forgetCrops(last.person.id);
    });
    return true;
  }

  /** The question that is wanted or shown stays first, whatever came meanwhile. */
  #inOrder(items: readonly Review[], first: string | undefined): readonly Review[] {
    const still = items.find((each) => each.id === first);
    if (still === undefined) return items;
    return [still, ...items.filter((each) => each !== still)];
  }

  /** One act after the other; the next question is shown once it is known what is still open. */
  async #act(act: () => Promise<void>): Promise<void> {
    this.set({ busy: true });
    this.#acting = act().then(() => this.#readQueue());
    try {
      await this.#acting;
    } finally {
      this.set({ busy: false });
    }
    await this.#readGroup();
    await this.#readCrops();
  }

  async #send(review: Review, answer: Answer): Promise<void> {
    const also = answer === 'same' ? [...this.state.also] : [];
    try {
      const path = `reviews/${encodeURIComponent(review.id)}/answer`;
      const done = await this.api.post<ReviewAnswered>(path, { answer, also });
      const decisions = done.decision_ids;
      this.#remember({ review, answer, decisions, person: done.identity, also: also.length });
    } catch (error) {
      const failure = asApiError(error);
      if (!failure.isNotFound && failure.code !== 'conflict') throw failure;
      this.set({ elsewhere: await this.#whatBecameOf(review) });
    }
    this.#settled.add(review.id);
  }

  async #readQueue(): Promise<void> {
    const wanted = this.#wanted;
    try {
      const { items, open } = await this.api.get<Reviews>('reviews/next', {
        count: wanted ? MOST_AT_ONCE : AT_ONCE,
        more: this.state.more,
      });
      const shown = wanted ? null : this.current;
      const queue = this.#inOrder(this.#unsettled(items), wanted || shown?.id);
      if (wanted) this.#wanted = '';
      this.set({ phase: 'ready', error: null, queue, open });
      if (queue[0]?.id === shown?.id) return;
      this.set({ also: new Set(), group: [] });
      // What vanishes by an act of ours is no surprise.
      if (shown !== null && !this.state.busy) {
        this.set({ elsewhere: await this.#whatBecameOf(shown) });
      }
    } catch (error) {
      const queue = this.#unsettled(this.state.queue);
      this.set({ phase: 'error', error: asApiError(error), queue });
    }
  }

  #unsettled(items: readonly Review[]): readonly Review[] {
    return items.filter((each) => !this.#settled.has(each.id));
  }

  #remember(answered: Answered): void {
    this.set({ answered: [...this.state.answered, answered] });
  }

  /** Take back what somebody else made of the question. */
  async undoElsewhere(): Promise<void> {
    const decision = this.state.elsewhere?.decision;
    if (!decision) return;
    await this.api.post(`decisions/${encodeURIComponent(decision)}/undo`);
    this.set({ elsewhere: null });
    await this.load();
  }

  /** How many questions were answered here. */
  get answers(): number {
    return this.state.answered.filter((each) => each.answer !== 'bad').length;
  }

  async #whatBecameOf(review: Review): Promise<Elsewhere> {
    const gone: Elsewhere = { review, outcome: 'gone', decision: null };
    try {
      const path = `identities/${encodeURIComponent(review.a.id)}/history`;
      const { items } = await this.api.get<Page<Decision>>(path, { limit: 10 });
      const about = items.find((each) => !each.undone && concernsBoth(each, review));
      if (about === undefined) return gone;
      return { review, outcome: OUTCOMES[about.kind] ?? 'gone', decision: about.id };
    } catch {
      return gone;
    }
  }

  #forgetCrops(identityId: string): void {
    const crops = new Map(this.state.crops);
    crops.delete(identityId);
    this.set({ crops });
  }

  /** Those who hang together with the two by open questions, without the two. */
  async #readGroup(): Promise<void> {
    const review = this.current;
    if (review === null) return;
    const others = review.group.filter((id) => id !== review.a.id && id !== review.b.id);
    const same = others.join() === this.state.group.map((each) => each.id).join();
    if (same) return;
    const read = others.map((id) => this.api.get<Identity>(`identities/${encodeURIComponent(id)}`));
    const found = await Promise.allSettled(read);
    if (this.current?.id !== review.id) return;
    const group = found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const there = new Set(group.map((each) => each.id));
    const also = new Set([...this.state.also].filter((id) => there.has(id)));
    this.set({ group, also });
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

/** Whether an answer is about the two of a question. */
function concernsBoth(decision: Decision, { a, b }: Review): boolean {
  if (!(decision.kind in OUTCOMES)) return false;
  const about = decision.changes.flatMap((change) => [change.subject_id, change.after].flat());
  return about.includes(a.id) && about.includes(b.id);
}
