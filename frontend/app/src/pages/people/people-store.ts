import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Camera,
  Identity,
  IdentityPage,
  IdentityPatched,
  MergeAnswer,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';
import type { News } from './people-merge';
import { held, merged, paged } from './people-merge';
import type { Asked, Days } from './people-reader';
import { PeopleReader } from './people-reader';
import type { Sort } from './people-sort';

export interface Filters {
  state: 'visible' | 'named' | 'unnamed' | 'hidden';
  camera: string;
  day: string;
  q: string;
  sort: Sort;
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
  asked: ReadonlyMap<string, Asked>;
  /** Visits of the last days of those with a name. */
  days: ReadonlyMap<string, Days>;
  /** Days after which nobody without a name is kept; null where they are, or while not known. */
  keptDays: number | null;
  selecting: boolean;
  selected: ReadonlySet<string>;
}

const PAGE = 60;
/** While somebody scrolls; shown some at a time, so that the scrolling does not stop for them. */
const NEXT_PAGE = 30;
const AT_A_TIME = 10;
/** Of a list that is read anew: few enough that no page holds up the browser. */
const MOST_AT_ONCE = 100;
/** So many are read one by one; for more the whole list is. */
const FEW = 12;
const WITH_DAYS = 24;

/** The gallery: who is shown, who is selected, and what can be done with them. */
export class PeopleStore extends Store<PeopleState> {
  readonly #reader: PeopleReader;
  #turn = 0;

  constructor(
    private readonly api: ApiClient,
    sort: Sort = 'last_seen',
  ) {
    super({
      phase: 'loading',
      error: null,
      filters: { state: 'visible', camera: '', day: '', q: '', sort },
      people: [],
      cursor: null,
      loadingMore: false,
      waiting: 0,
      cameras: [],
      named: [],
      names: [],
      asked: new Map(),
      days: new Map(),
      keptDays: null,
      selecting: false,
      selected: new Set(),
    });
    this.#reader = new PeopleReader(api);
  }

  /** Read anew, as far as it was shown; with `hold` whoever is shown stays in place. */
  load({ hold = false } = {}): Promise<void> {
    return this.#read((turn) => this.#readAll(turn, hold, this.state.people.length));
  }

  /** Read what events told of: the first page, where whoever was just seen is, and others touched. */
  refresh(touched: ReadonlySet<string>, { hold = false } = {}): Promise<void> {
    return this.#read((turn) => this.#readNews(turn, touched, hold));
  }

  async more(): Promise<void> {
    const { cursor, loadingMore, filters } = this.state;
    if (cursor === null || loadingMore) return;
    this.set({ loadingMore: true });
    try {
      const page = await this.#page(cursor, NEXT_PAGE);
      for (let from = 0; from < page.items.length; from += AT_A_TIME) {
        if (from > 0) await breath();
        if (this.state.filters !== filters) return;
        const known = new Set(this.state.people.map((each) => each.id));
        const some = page.items.slice(from, from + AT_A_TIME);
        const come = some.filter((each) => !known.has(each.id));
        if (come.length > 0) this.set({ people: [...this.state.people, ...come] });
      }
      if (this.state.cursor === cursor) this.set({ cursor: page.cursor });
    } finally {
      this.set({ loadingMore: false });
    }
  }

  /** Another list, from its start. */
  filter(change: Partial<Filters>): Promise<void> {
    this.set({ filters: { ...this.state.filters, ...change } });
    return this.#read((turn) => this.#readAll(turn, false, 0));
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

  /** Mark who is in an open question. */
  async readAsked(): Promise<void> {
    try {
      this.set({ asked: await this.#reader.asked() });
    } catch {
      // Only the marks of open questions are missing.
    }
  }

  /** Returns the decisions to undo. */
  async rename(id: string, name: string | null): Promise<readonly string[]> {
    const done = await this.api.patch<IdentityPatched>(person(id), { name });
    this.#replace(done.identity);
    void this.refresh(new Set([id])).then(() => this.readAsked());
    return done.decision_ids;
  }

  async setHidden(ids: readonly string[], hidden: boolean): Promise<readonly string[]> {
    const decisions: string[] = [];
    for (const id of ids) {
      const done = await this.api.patch<IdentityPatched>(person(id), { hidden });
      decisions.push(...done.decision_ids);
    }
    this.clearSelection();
    void this.refresh(new Set(ids));
    return decisions;
  }

  async forget(ids: readonly string[]): Promise<void> {
    try {
      for (const id of ids) await this.api.delete(person(id));
    } finally {
      this.clearSelection();
      void this.refresh(new Set(ids));
    }
  }

  async merge(primary: string, others: readonly string[]): Promise<MergeAnswer> {
    const done = await this.api.post<MergeAnswer>(`${person(primary)}/merge`, { others });
    this.clearSelection();
    void this.refresh(new Set([primary, ...others]));
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

  async #read(how: (turn: number) => Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    try {
      await how(turn);
    } catch (error) {
      if (turn === this.#turn) this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  /** In pages, each shown by itself: thousands at once would hold up whoever scrolls or writes. */
  async #readAll(turn: number, hold: boolean, wanted: number): Promise<void> {
    const [first, named, cameras] = await Promise.all([
      this.#page(null),
      this.#reader.named(),
      this.#reader.cameras(),
    ]);
    // A later question may have been answered first.
    if (turn !== this.#turn) return;
    this.set({ named, names: namesOf(this.state.names, named), cameras });
    const found = [...first.items];
    let { cursor } = first;
    while (cursor !== null && found.length < wanted) {
      this.#show(found, hold, false);
      const page = await this.#page(cursor, Math.min(MOST_AT_ONCE, wanted - found.length));
      if (turn !== this.#turn) return;
      found.push(...page.items);
      cursor = page.cursor;
    }
    this.#show(found, hold, true);
    this.set({ cursor, selected: kept(this.state.selected, this.state.people) });
    await this.readAsked();
    await this.#readKeptDays();
    await this.#readDays(turn);
  }

  async #readNews(turn: number, touched: ReadonlySet<string>, hold: boolean): Promise<void> {
    const [first, named] = await Promise.all([this.#page(null), this.#reader.named()]);
    const shown = this.state.people.length;
    const read = new Set(first.items.map((each) => each.id));
    const missing =
      shown > PAGE ? [...touched].filter((id) => !read.has(id) && this.#mayBeIn(id)) : [];
    if (missing.length > FEW) return this.#readAll(turn, hold, shown);
    const others = await this.#reader.each(missing, this.state.filters);
    if (turn !== this.#turn) return;
    this.set({ named, names: namesOf(this.state.names, named) });
    if (shown <= PAGE) {
      this.#show(first.items, hold, true);
      this.set({ cursor: first.cursor });
    } else {
      this.#merge({ ...others, found: [...first.items, ...others.found] }, hold);
    }
    this.set({ selected: kept(this.state.selected, this.state.people) });
    if (first.items.some((each) => this.#isElsewhere(each))) {
      this.set({ cameras: await this.#reader.cameras() });
    }
    await this.#readDays(turn, touched);
  }

  #merge(news: News, hold: boolean): void {
    const { people, cursor, filters } = this.state;
    if (hold) this.set(held(people, news.found));
    else this.set({ people: merged(people, news, cursor === null, filters.sort), waiting: 0 });
  }

  /** Whether somebody new was seen there and then, only the service's own list says. */
  #mayBeIn(id: string): boolean {
    const { camera, day } = this.state.filters;
    return (camera === '' && day === '') || this.find(id) !== undefined;
  }

  /** At a camera that nobody was seen at before. */
  #isElsewhere({ last_camera }: Identity): boolean {
    return last_camera !== null && this.state.cameras.every((each) => each.name !== last_camera);
  }

  #show(found: readonly Identity[], hold: boolean, isWhole: boolean): void {
    const { people } = this.state;
    const shown = hold
      ? held(people, found)
      : { people: paged(people, found, isWhole), waiting: 0 };
    this.set({ phase: 'ready', error: null, ...shown });
  }

  #page(cursor: string | null, limit = PAGE): Promise<IdentityPage> {
    return this.#reader.page(this.state.filters, cursor, limit);
  }

  async #readKeptDays(): Promise<void> {
    try {
      this.set({ keptDays: await this.#reader.keptDays() });
    } catch {
      // The settings say it, too.
    }
  }

  /** The weeks of the first with a name; of those known already only whoever was touched. */
  async #readDays(turn: number, touched?: ReadonlySet<string>): Promise<void> {
    const days = new Map(touched ? this.state.days : []);
    const first = this.state.people.filter((each) => each.name !== null).slice(0, WITH_DAYS);
    const wanted = first.filter(({ id }) => !days.has(id) || touched?.has(id));
    try {
      for (const { id } of wanted) {
        days.set(id, await this.#reader.days(id));
        if (turn !== this.#turn) return;
      }
      if (wanted.length > 0) this.set({ days });
    } catch {
      // Tiles go without their week.
    }
  }

  #replace(identity: Identity): void {
    const people = this.state.people.map((each) => (each.id === identity.id ? identity : each));
    this.set({ people });
  }
}

/** Lets the browser draw and hear in between. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

function person(id: string): string {
  return `identities/${encodeURIComponent(id)}`;
}

function kept(selected: ReadonlySet<string>, people: readonly Identity[]): ReadonlySet<string> {
  const there = new Set(people.map((each) => each.id));
  return new Set([...selected].filter((id) => there.has(id)));
}

/** In an order that does not hang on who was seen last; the same list while nobody is renamed. */
function namesOf(before: readonly string[], named: readonly Identity[]): readonly string[] {
  const names = named.map((each) => each.name ?? '').sort((a, b) => a.localeCompare(b));
  return names.join('\n') === before.join('\n') ? before : names;
}
