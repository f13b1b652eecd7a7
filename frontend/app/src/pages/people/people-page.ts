import { mdiAccountGroup, mdiArrowUp } from '@mdi/js';
import type { Identity, Statistics } from '@frigate-reid/shared/api/models';
import { roughly } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones } from '../../ui/skeleton';
import '../../ui/fr-notice';
import type { PeopleFilters } from './people-filters';
import './people-filters';
import { PeopleChanges } from './people-changes';
import { peoplePageStyles } from './people-page-styles';
import { keepSort, keptSort } from './people-sort';
import type { Filters } from './people-store';
import { PeopleStore } from './people-store';
import './naming-guide';
import './person-tile';
import type { PersonTile } from './person-tile';
import './people-dialogs';
import './selection-bar';
import type { PeopleDialogs } from './people-dialogs';
import type { Section } from './sections';
import { sectionsOf } from './sections';
import '../../shell/first-run';

const SCROLLED_PX = 240;
const NO_DAYS: Statistics['days'] = [];

/** Everybody whom the cameras saw. */
@customElement('people-page')
export class PeoplePage extends ServiceElement {
  #store: PeopleStore | null = null;
  #leave: (() => void)[] = [];
  readonly #changes = new PeopleChanges({
    isBusy: () => this.naming !== '',
    refresh: (touched) => this.#refresh(touched),
    readAsked: () => this.store.readAsked(),
  });
  #end: IntersectionObserver | null = null;
  @state() private naming = '';
  /** Nothing can be changed while the service is not there; the banner says so. */
  @state() private away = false;
  @query('people-filters') private filtersBar!: PeopleFilters;
  @query('people-dialogs') private dialogs!: PeopleDialogs;
  @queryAll('person-tile') private tiles!: NodeListOf<PersonTile>;

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      '/': () => this.filtersBar.focusSearch(),
      n: () => this.#onFocused((person) => this.#startNaming(person)),
      x: () => this.#onFocused((person) => this.store.toggle(person.id)),
      h: () => this.#unlessAway(() => void this.dialogs.hide(this.#chosen())),
      m: () => this.#unlessAway(() => this.dialogs.startMerge(this.#chosen())),
      u: () => void this.services.toasts.undoLast(t('undo.done')),
      Escape: () => this.store.clearSelection(),
      ArrowRight: () => this.#move(1),
      ArrowLeft: () => this.#move(-1),
      ArrowDown: () => this.#move(this.#columns()),
      ArrowUp: () => this.#move(-this.#columns()),
    }));
  }

  static override styles = peoplePageStyles;

  get store(): PeopleStore {
    this.#store ??= new PeopleStore(this.services.api, keptSort(localStorage));
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live, toasts, site, router } = this.services;
    this.away = !site.state.live;
    this.#leave = [
      site.subscribe(() => (this.away = !site.state.live)),
      router.subscribe(() => this.requestUpdate()),
      live.subscribe((event) => this.#changes.take(event)),
      live.onState((connected) => connected && void this.store.load()),
      toasts.onUndone(() => void this.store.load()),
    ];
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#changes.stop();
    this.#end?.disconnect();
    for (const leave of this.#leave) leave();
  }

  override render() {
    const { state } = this.store;
    const { site } = this.services;
    return html`<div class="head">
        <h1>${t('people.title')}</h1>
        <p class="muted">${this.#count()}</p>
      </div>
      <first-run></first-run>
      <people-filters
        .filters=${state.filters}
        .cameras=${state.cameras}
        .latest=${dayOf(site.now_s(), site.zone)}
        .selecting=${state.selecting}
        @filter=${(event: CustomEvent<Partial<Filters>>) => this.#filter(event.detail)}
        @select-mode=${() => this.store.selectMode(!state.selecting)}
      ></people-filters>
      ${this.#newcomers()} ${this.#content()}
      <selection-bar
        .count=${state.selected.size}
        .hidden_=${state.filters.state === 'hidden'}
        .away=${this.away}
        @merge=${() => this.dialogs.startMerge(this.#chosen())}
        @hide=${() => void this.dialogs.hide(this.#chosen())}
        @forget=${() => this.dialogs.startForget(this.#chosen())}
        @clear=${() => this.store.clearSelection()}
      ></selection-bar>
      <people-dialogs .store=${this.store}></people-dialogs>
      ${
        site.state.gate === 'open' && this.#isGuiding
          ? html`<naming-guide
            .store=${this.store}
            .dialogs=${this.dialogs}
            @closed=${() => this.services.router.refine({ guide: null })}
          ></naming-guide>`
          : nothing
      }`;
  }

  #filter(change: Partial<Filters>): void {
    if (change.sort) keepSort(localStorage, change.sort);
    void this.store.filter(change);
  }

  get #isGuiding(): boolean {
    return this.services.router.state.place.params.get('guide') === 'names';
  }

  #unlessAway(act: () => void): void {
    if (!this.away) act();
  }

  #startNaming(person: Identity): void {
    this.#unlessAway(() => (this.naming = person.id));
  }

  /** Somebody who reads further down is not pushed away by those who come. */
  #newcomers() {
    const { waiting } = this.store.state;
    if (waiting === 0) return nothing;
    return html`<p class="newcomers">
      <button class="primary" @click=${() => this.#showNewcomers()}>
        <fr-icon path=${mdiArrowUp}></fr-icon>${tn('people.newcomers', waiting)}
      </button>
    </p>`;
  }

  async #showNewcomers(): Promise<void> {
    await this.store.load();
    window.scrollTo({ top: 0 });
  }

  #count(): string {
    const { phase, people, cursor } = this.store.state;
    if (phase !== 'ready') return '';
    return cursor === null
      ? tn('people.count', people.length)
      : t('people.many', { n: people.length });
  }

  #content() {
    const { phase, error, people, filters } = this.store.state;
    if (phase === 'loading') {
      return html`<div class="tiles" aria-busy="true">${bones(12, 'tile')}</div>`;
    }
    if (phase === 'error' && people.length === 0) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    if (people.length === 0) return this.#nobody(filters);
    const list = guard(this.#shownOfAll(), () => this.#list(people, filters));
    return html`${list} ${this.#more()}`;
  }

  #list(people: readonly Identity[], filters: Filters) {
    if (filters.state !== 'visible' || filters.q) return this.#tiles(people);
    // By name: a section that comes or goes must not make the tiles of those below it anew.
    return repeat(
      sectionsOf(people, filters.sort),
      ({ name }) => name,
      (section) => this.#section(section),
    );
  }

  /** All that the list depends on: of thousands, looking through them is work as well. */
  #shownOfAll(): unknown[] {
    const { people, filters, selected, selecting, names, asked, days, keptDays } = this.store.state;
    const second = Math.floor(this.services.site.now_s());
    return [
      ...[people, filters, selected, selecting, names, asked, days],
      ...[keptDays, this.naming, this.away, second],
    ];
  }

  #nobody(filters: Filters): TemplateResult {
    const filtered = filters.q || filters.camera || filters.day || filters.state !== 'visible';
    const kind = filtered ? 'filtered' : 'empty';
    return html`<fr-notice
      .icon=${mdiAccountGroup}
      heading=${t(`people.${kind}.title`)}
      text=${t(`people.${kind}.text`)}
    >
      ${
        filtered
          ? html`<button class="action" @click=${() => void this.store.filter(NO_FILTER)}>
            ${t('people.filtered.clear')}
          </button>`
          : html`<a class="action" href="#/settings">${t('people.empty.action')}</a>`
      }
    </fr-notice>`;
  }

  #section({ name, people }: Section): TemplateResult {
    const title = html`<h2>
      ${t(`people.section.${name}`)} <span class="muted numbers">${people.length}</span>
    </h2>`;
    if (name !== 'once') return html`<section>${title}${this.#tiles(people)}</section>`;
    return html`<details>
      <summary>${title}</summary>
      <p class="muted small">${this.#expires()}</p>
      ${this.#tiles(people)}
    </details>`;
  }

  #expires(): string {
    const { keptDays } = this.store.state;
    return keptDays === null ? '' : tn('people.onceExpires', keptDays);
  }

  #tiles(people: readonly Identity[]): TemplateResult {
    return html`<div class="tiles">
      ${repeat(
        people,
        (person) => person.id,
        (person) => guard(this.#shownOf(person), () => this.#tile(person)),
      )}
    </div>`;
  }

  /** All that a tile depends on: of hundreds, only those of which it changed are drawn anew. */
  #shownOf(person: Identity): unknown[] {
    const { selected, selecting, names, asked, days } = this.store.state;
    const { id, on_site, last_seen_s } = person;
    const isNaming = this.naming === id;
    const age = on_site ? null : roughly(this.services.site.now_s() - (last_seen_s ?? 0));
    return [
      ...[person, isNaming && names, selecting, this.away, age?.value, age?.unit],
      ...[selected.has(id), asked.get(id)?.review, asked.get(id)?.like, days.get(id)],
    ];
  }

  #tile(person: Identity): TemplateResult {
    const { selected, selecting, names, asked, days } = this.store.state;
    return html`<person-tile
      .person=${person}
      .now_s=${this.services.site.now_s()}
      .names=${names}
      .selected=${selected.has(person.id)}
      .selecting=${selecting}
      .asked=${asked.get(person.id) ?? null}
      .days=${days.get(person.id) ?? NO_DAYS}
      .naming=${this.naming === person.id}
      @toggle=${() => this.store.toggle(person.id)}
      .away=${this.away}
      @name=${() => this.#startNaming(person)}
      @cancel-name=${() => this.#endNaming(person)}
      @renamed=${(event: CustomEvent<string>) => {
        this.#endNaming(person);
        void this.dialogs.rename(person, event.detail);
      }}
    ></person-tile>`;
  }

  #more() {
    const { cursor, loadingMore } = this.store.state;
    if (cursor === null) return nothing;
    return html`<p class="more" ${ref((element) => this.#watchEnd(element))}>
      <button class="action" ?disabled=${loadingMore} @click=${() => void this.store.more()}>
        ${t('action.more')}
      </button>
    </p>`;
  }

  #endNaming(person: Identity): void {
    this.naming = '';
    void this.updateComplete.then(() => this.#tileOf(person.id)?.focus());
  }

  /** The next page comes by itself when the end of the list comes into sight. */
  #watchEnd(element: Element | undefined): void {
    this.#end?.disconnect();
    if (element === undefined) return;
    this.#end = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.store.more();
      },
      { rootMargin: '600px' },
    );
    this.#end.observe(element);
  }

  #refresh(touched: ReadonlySet<string>): Promise<void> {
    const hold = window.scrollY > SCROLLED_PX || this.store.state.selected.size > 0;
    return this.store.refresh(touched, { hold });
  }

  /** Those selected, else the one that has the focus. */
  #chosen(): Identity[] {
    const { people, selected } = this.store.state;
    if (selected.size > 0) return people.filter((each) => selected.has(each.id));
    const focused = this.#focused();
    return focused ? [focused.person] : [];
  }

  #focused(): PersonTile | null {
    return this.renderRoot.querySelector<PersonTile>('person-tile:focus-within');
  }

  #onFocused(action: (person: Identity) => void): void {
    const tile = this.#focused();
    if (tile) action(tile.person);
  }

  #tileOf(id: string): PersonTile | undefined {
    return [...this.tiles].find((tile) => tile.person.id === id);
  }

  #move(step: number): void {
    const all = [...this.tiles].filter((tile) => tile.checkVisibility());
    const focused = this.#focused();
    const at = focused ? all.indexOf(focused) + step : 0;
    all[Math.max(0, Math.min(all.length - 1, at))]?.focus();
  }

  #columns(): number {
    const [first] = this.tiles;
    if (first === undefined) return 1;
    const width = first.parentElement?.clientWidth ?? 1;
    return Math.max(1, Math.round(width / (first.offsetWidth + 16)));
  }
}

const NO_FILTER: Omit<Filters, 'sort'> = { state: 'visible', camera: '', day: '', q: '' };
