import { mdiAccountOffOutline, mdiArrowLeft } from '@mdi/js';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-notice';
import './expected-line';
import './person-header';
import './route-tab';
import './sightings-tab';
import './looks-tab';
import './history-tab';
import '../../ui/fr-tabs';
import { PersonStore } from './person-store';

const TABS = ['route', 'sightings', 'looks', 'history'] as const;
type Tab = (typeof TABS)[number];

/** One person: where they walked, when they were seen, how they look, what was decided. */
@customElement('person-page')
export class PersonPage extends ServiceElement {
  @property() identityId = '';
  @state() private store: PersonStore | null = null;
  #leave: (() => void)[] = [];
  #refresh = 0;

  constructor() {
    super();
    watch(this, () => [this.services.router]);
    new KeysController(this, () => ({
      u: () => void this.services.toasts.undoLast(t('undo.done')),
      Escape: () => this.services.router.go(['people']),
    }));
  }

  static override styles = [
    base,
    buttons,
    skeletonStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 22px;
        min-width: 0;
      }
      .back {
        justify-self: start;
        margin: 0 0 -12px -12px;
      }
      .head {
        height: 190px;
      }
      .body {
        height: 420px;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('identityId')) return;
    this.#unfollow();
    const store = new PersonStore(this.services.api, this.identityId);
    const { live, toasts } = this.services;
    this.#leave = [
      store.subscribe(() => this.requestUpdate()),
      live.subscribe(({ topic }) => topic !== 'health' && this.#refreshSoon()),
      live.onState((connected) => connected && void store.load()),
      toasts.onUndone(() => void store.load()),
    ];
    this.store = store;
    void store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
  }

  override render() {
    const { store } = this;
    if (store === null) return html``;
    return html`<a class="button quiet back" href="#/people">
        <fr-icon path=${mdiArrowLeft}></fr-icon>${t('people.title')}
      </a>
      ${this.#content(store)}`;
  }

  #content(store: PersonStore) {
    const { phase, person, error } = store.state;
    if (phase === 'loading') return bones(1, 'head').concat(bones(1, 'body'));
    if (person === null) {
      if (error?.isNotFound) {
        return html`<fr-notice
          .icon=${mdiAccountOffOutline}
          heading=${t('person.gone')}
          text=${error.message}
        ></fr-notice>`;
      }
      return html`<fr-notice .error=${error} @again=${() => void store.load()}></fr-notice>`;
    }
    const tab = this.#tab();
    return html`<person-header .store=${store}></person-header>
      <expected-line
        .identityId=${person.id}
        .last_seen_s=${person.last_seen_s ?? 0}
      ></expected-line>
      <fr-tabs
        .tabs=${TABS.map((name) => ({ name, label: t(`person.tab.${name}`) }))}
        .current=${tab}
        @chosen=${(event: CustomEvent<string>) =>
          this.services.router.refine({ tab: event.detail === 'route' ? null : event.detail })}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${t(`person.tab.${tab}`)}>${this.#panel(tab, store)}</div>`;
  }

  #panel(tab: Tab, store: PersonStore) {
    const { router } = this.services;
    switch (tab) {
      case 'route':
        return html`<route-tab
          .person=${store.state.person}
          .day=${router.state.place.params.get('day') ?? ''}
        ></route-tab>`;
      case 'sightings':
        return html`<sightings-tab .store=${store}></sightings-tab>`;
      case 'looks':
        return html`<looks-tab .store=${store}></looks-tab>`;
      case 'history':
        return html`<history-tab .store=${store}></history-tab>`;
    }
  }

  #tab(): Tab {
    const asked = this.services.router.state.place.params.get('tab');
    return TABS.find((name) => name === asked) ?? 'route';
  }

  #refreshSoon(): void {
    clearTimeout(this.#refresh);
    this.#refresh = window.setTimeout(() => void this.store?.load(), 600);
  }

  #unfollow(): void {
    clearTimeout(this.#refresh);
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }
}
