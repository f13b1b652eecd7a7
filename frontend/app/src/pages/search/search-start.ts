import {
  mdiAccountSearch,
  mdiChevronLeft,
  mdiChevronRight,
  mdiClose,
  mdiImageSearchOutline,
} from '@mdi/js';
import type { Search } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { LANGUAGE, t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones } from '../../ui/skeleton';
import { cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import '../../ui/fr-notice';
import './frame-people';
import './seed-picture';
import { searchStartStyles } from './search-start-styles';
import { StartStore } from './start-store';

/** Begin a search, or go on with one. */
@customElement('search-start')
export class SearchStart extends ServiceElement {
  #store: StartStore | null = null;
  @query('input[type=file]') private chooser!: HTMLInputElement;

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      ArrowLeft: () => void this.#try(() => this.store.step('previous')),
      ArrowRight: () => void this.#try(() => this.store.step('next')),
    }));
  }

  static override styles = searchStartStyles;

  get store(): StartStore {
    this.#store ??= new StartStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.load();
  }

  override render() {
    const { phase, error } = this.store.state;
    return html`<div>
        <h1>${t('search.startTitle')}</h1>
        <p class="muted">${t('search.startText')}</p>
      </div>
      ${phase === 'loading' ? bones(1, 'tall') : nothing}
      ${
        phase === 'error'
          ? html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`
          : nothing
      }
      ${phase === 'ready' ? html`<div class="two">${this.#frame()} ${this.#others()}</div>` : nothing}`;
  }

  #frame() {
    const { cameras, camera, frame } = this.store.state;
    return html`<section class="card">
      <div class="row wrap">
        <h2 class="grow">${t('search.fromFrame')}</h2>
        <select
          aria-label=${t('people.camera')}
          @change=${(event: Event) =>
            void this.#try(() => this.store.showCamera((event.target as HTMLSelectElement).value))}
        >
          ${cameras.map(
            ({ name }) =>
              html`<option value=${name} ?selected=${name === camera}>${cameraName(name)}</option>`,
          )}
        </select>
      </div>
      ${
        frame
          ? html`<frame-people
              .frame=${frame}
              @picked=${(event: CustomEvent<string>) => void this.#begin(() => this.store.begin(event.detail))}
            ></frame-people>
            <div class="row steps">
              <button @click=${() => void this.#try(() => this.store.step('previous'))}>
                <fr-icon path=${mdiChevronLeft}></fr-icon>${t('search.previousPerson')}
              </button>
              <span class="grow numbers muted">${this.#when(frame.time_s)}</span>
              <button @click=${() => void this.#try(() => this.store.step('next'))}>
                ${t('search.nextPerson')}<fr-icon path=${mdiChevronRight}></fr-icon>
              </button>
            </div>`
          : html`<fr-notice .icon=${mdiAccountSearch} heading=${t('search.noFrame')} text=${t('people.empty.text')}></fr-notice>`
      }
    </section>`;
  }

  #others() {
    const { searches } = this.store.state;
    return html`<div class="stack">
      <section class="card">
        <h2>${t('search.fromEvent')}</h2>
        <form class="row" @submit=${(event: SubmitEvent) => void this.#event(event)}>
          <input
            name="event"
            required
            class="grow"
            placeholder=${t('search.eventHint')}
            aria-label=${t('search.eventHint')}
          />
          <button class="primary">${t('search.go')}</button>
        </form>
      </section>
      <section class="card">
        <h2>${t('search.fromPhoto')}</h2>
        <p class="muted small">${t('search.photoWhy')}</p>
        <button data-act @click=${() => this.chooser.click()}>
          <fr-icon path=${mdiImageSearchOutline}></fr-icon>${t('search.choosePhoto')}
        </button>
        <input
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp"
          @change=${() => void this.#photo()}
        />
      </section>
      ${
        searches.length
          ? html`<section class="card">
            <h2>${t('search.recent')}</h2>
            <ul>${searches.map((each) => this.#recent(each))}</ul>
          </section>`
          : nothing
      }
    </div>`;
  }

  #recent(search: Search) {
    return html`<li>
      <a href="#/search/${encodeURIComponent(search.id)}">
        <seed-picture .seed=${search.seed}></seed-picture>
        <span class="grow">
          <strong>${this.#when(search.seed.time_s ?? search.created_s)}</strong>
          <span class="muted small"
            ><br />${search.seed.camera ? `${cameraName(search.seed.camera)} · ` : nothing}${tn(
              'search.confirmed',
              search.ticked,
            )}</span
          >
        </span>
      </a>
      <button data-act class="quiet icon" aria-label=${t('search.remove')} @click=${() => void this.#try(() => this.store.remove(search.id))}>
        <fr-icon path=${mdiClose}></fr-icon>
      </button>
    </li>`;
  }

  #when(time_s: number): string {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = dayName(dayOf(time_s, site.zone), site.now_s(), site.zone, LANGUAGE, words);
    return `${day}, ${clockTime(time_s, site.zone, true)}`;
  }

  #event(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('event') ?? '');
    return this.#begin(() => this.store.beginWithEvent(text));
  }

  async #photo(): Promise<void> {
    const [photo] = this.chooser.files ?? [];
    this.chooser.value = '';
    if (!photo) return;
    await this.#begin(() => this.store.beginWithPhoto(photo, this.services.site.now_s()));
  }

  #begin(act: () => Promise<Search>): Promise<void> {
    return this.#try(async () => this.services.router.go(['search', (await act()).id]));
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
