import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Camera,
  Identity,
  IdentityPage,
  IdentityPatched,
  MergeAnswer,
  Reviews,
  Statistics,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface Filters {
  state: 'visible' | 'named' | 'unnamed' | 'hidden';
  camera: string;
  day: string;
  q: string;
}

export interface PeopleState {
  phase: Phase;
  error: ApiError | null;
  filters: Filters;
  people: readonly Identity[];
  cursor: string | null;
  loadingMore: boolean;
  /** How many came meanwhile who are held back, so that nothing moves under a reader's eyes. */
  waiting: number;
  cameras: readonly Camera[];
  /** Everybody with a name, for completion and to find namesakes. */
  named: readonly Identity[];
  names: readonly string[];
  /** Who is asked about in an open question. */
  asked: ReadonlySet<string>;
  /** Visits of the last days of those with a name. */
  days: ReadonlyMap<string, Statistics['days']>;
  selecting: boolean;
  selected: ReadonlySet<string>;
}

const PAGE = 60;
const MOST_AT_ONCE = 200;
const WITH_DAYS = 24;

/** The gallery: who is shown, who is selected, and what can be done with them. */
export class PeopleStore extends Store<PeopleState> {
  #reading = 0;

  constructor(private readonly api: ApiClient) {
    super({
      phase: 'loading',
      error: null,
      filters: { state: 'visible', camera: '', day: '', q: '' },
      people: [],
      cursor: null,
      loadingMore: false,
      waiting: 0,
      cameras: [],
      named: [],
      names: [],
      asked: new Set(),
      days: new Map(),
      selecting: false,
      selected: new Set(),
    });
  }

  /** Read anew; with `hold` whoever is shown stays in place, and newcomers wait. */
  async load({ hold = false } = {}): Promise<void> {
    const turn = ++this.#reading;
    try {
      const [page, cameras, named] = await Promise.all([
        this.#first(this.state.people.length),
        this.api.get<{ items: Camera[] }>('cameras'),
        this.api.get<IdentityPage>('identities', { state: 'named', limit: 200 }),
      ]);
      // A later question may have been answered first.
      if (turn !== this.#reading) return;
      const items = unchangedKept(this.state.people, page.items);
      this.set({
        phase: 'ready',
        error: null,
        ...(hold ? held(this.state.people, items) : { people: items, waiting: 0 }),
        cursor: page.cursor,
        cameras: cameras.items,
        named: named.items,
        ...changedNames(this.state.names, named.items),
      });
      this.set({ selected: kept(this.state.selected, this.state.people) });
      await this.#readAsked(turn);
      await this.#readDays(turn);
    } catch (error) {
      if (turn === this.#reading) this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  async more(): Promise<void> {
    const { cursor, loadingMore } = this.state;
    if (cursor === null || loadingMore) return;
    this.set({ loadingMore: true });
    try {
      const page = await this.#page(cursor, PAGE);
      this.set({ people: [...this.state.people, ...page.items], cursor: page.cursor });
    } finally {
      this.set({ loadingMore: false });
    }
  }

  filter(change: Partial<Filters>): Promise<void> {
    this.set({ filters: { ...this.state.filters, ...change } });
    return this.load();
  }

  find(id: string): Identity | undefined {
    return this.state.people.find((each) => each.id === id);
  }

  /** Others who bear the name already. */
  namesakes(id: string, name: string): Identity[] {
    const wanted = name.trim().toLocaleLowerCase();
    return this.state.named.filter(
      (each) => each.id !== id && each.name?.toLocaleLowerCase() === wanted,
    );
  }

  /** Returns the decisions to undo. */
  async rename(id: string, name: string | null): Promise<readonly string[]> {
    const done = await this.api.patch<IdentityPatched>(person(id), { name });
    this.#replace(done.identity);
    void this.load();
    return done.decision_ids;
  }

  async setHidden(ids: readonly string[], hidden: boolean): Promise<readonly string[]> {
    const decisions: string[] = [];
    for (const id of ids) {
      const done = await this.api.patch<IdentityPatched>(person(id), { hidden });
      decisions.push(...done.decision_ids);
    }
    this.clearSelection();
    void this.load();
    return decisions;
  }

  async forget(ids: readonly string[]): Promise<void> {
    try {
      for (const id of ids) await this.api.delete(person(id));
    } finally {
      this.clearSelection();
      void this.load();
    }
  }

  async merge(primary: string, others: readonly string[]): Promise<MergeAnswer> {
    const done = await this.api.post<MergeAnswer>(`${person(primary)}/merge`, { others });
    this.clearSelection();
    void this.load();
    return done;
  }

  selectMode(selecting: boolean): void {
    this.set({ selecting, selected: selecting ? this.state.selected : new Set() });
  }

  toggle(id: string): void {
    const selected = new Set(this.state.selected);
    if (!selected.delete(id)) selected.add(id);
    this.set({ selected, selecting: selected.size > 0 || this.state.selecting });
  }

  clearSelection(): void {
    this.set({ selected: new Set(), selecting: false });
  }

  /** At least so many from the start, as far as there are. */
  async #first(count: number): Promise<IdentityPage> {
    const page = await this.#page(null, Math.max(PAGE, Math.min(MOST_AT_ONCE, count)));
    const items = [...page.items];
    let { cursor } = page;
    while (cursor !== null && items.length < count) {
      const next = await this.#page(cursor, Math.min(MOST_AT_ONCE, count - items.length));
      items.push(...next.items);
      cursor = next.cursor;
    }
    return { items, cursor };
  }

  #page(cursor: string | null, limit: number): Promise<IdentityPage> {
    const { state, camera, day, q } = this.state.filters;
    return this.api.get<IdentityPage>('identities', { state, camera, day, q, cursor, limit });
  }

  async #readAsked(turn: number): Promise<void> {
    try {
      const { items } = await this.api.get<Reviews>('reviews/next', { count: 50 });
      if (turn !== this.#reading) return;
      this.set({ asked: new Set(items.flatMap((review) => [review.a.id, review.b.id])) });
    } catch {
      // Only the marks of open questions are missing.
    }
  }

  async #readDays(turn: number): Promise<void> {
    const days = new Map<string, Statistics['days']>();
    const named = this.state.people.filter((each) => each.name !== null).slice(0, WITH_DAYS);
    try {
      for (const { id } of named) {
        const query = { identity_id: id, days: 7 };
        days.set(id, (await this.api.get<Statistics>('statistics', query)).days);
        if (turn !== this.#reading) return;
      }
      this.set({ days });
    } catch {
      // Tiles go without their week.
    }
  }

  #replace(identity: Identity): void {
    const people = this.state.people.map((each) => (each.id === identity.id ? identity : each));
    this.set({ people });
  }
}

function person(id: string): string {
  return `identities/${encodeURIComponent(id)}`;
}

function kept(selected: ReadonlySet<string>, people: readonly Identity[]): ReadonlySet<string> {
  const there = new Set(people.map((each) => each.id));
  return new Set([...selected].filter((id) => there.has(id)));
}

/** Those shown, as they are now and where they were; and how many would come before or between. */
function held(
  shown: readonly Identity[],
  found: readonly Identity[],
): Pick<PeopleState, 'people' | 'waiting'> {
  const now = new Map(found.map((each) => [each.id, each]));
  const people = shown.map((each) => now.get(each.id) ?? each);
  const known = new Set(shown.map((each) => each.id));
  return { people, waiting: found.filter((each) => !known.has(each.id)).length };
}

/** Whoever is as before stays the same object: their tiles have nothing to draw anew. */
function unchangedKept(shown: readonly Identity[], found: readonly Identity[]): Identity[] {
  const before = new Map(shown.map((each) => [each.id, each]));
  return found.map((each) => {
    const old = before.get(each.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(each) ? old : each;
  });
}

function changedNames(
  before: readonly string[],
  named: readonly Identity[],
): { names?: readonly string[] } {
  const names = named.map((each) => each.name ?? '');
  return names.join('\n') === before.join('\n') ? {} : { names };
}
