import { mdiArrowLeft } from '@mdi/js';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-notice';
import '../../ui/fr-tabs';
import './candidates-step';
import './cameras-step';
import './result-step';
import './seed-view';
import { SearchStore } from './search-store';

const STEPS = ['cameras', 'candidates', 'result'] as const;
type Step = (typeof STEPS)[number];

/** One search: which cameras, which candidates, what came of it. */
@customElement('search-session')
export class SearchSession extends ServiceElement {
  @property() searchId = '';
  @state() private store: SearchStore | null = null;
  #leave: (() => void)[] = [];

  constructor() {
    super();
    watch(this, () => [this.services.router]);
  }

  static override styles = [
    base,
    buttons,
    skeletonStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 18px;
        min-width: 0;
      }
      .back {
        justify-self: start;
        margin: 0 0 -8px -12px;
      }
      .tall {
        height: 60vh;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('searchId')) return;
    this.#unfollow();
    const store = new SearchStore(this.services.api, this.searchId);
    const { live } = this.services;
    this.#leave = [
      store.subscribe(() => this.requestUpdate()),
      live.onState((connected) => connected && void store.load()),
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
    return html`<a class="button quiet back" href="#/search">
        <fr-icon path=${mdiArrowLeft}></fr-icon>${t('search.all')}
      </a>
      ${this.#content(store)}`;
  }

  #content(store: SearchStore) {
    const { phase, search, error } = store.state;
    if (phase === 'loading') return bones(1, 'tall');
    if (search === null) {
      return html`<fr-notice .error=${error} @again=${() => void store.load()}></fr-notice>`;
    }
    const step = this.#step();
    return html`<seed-view .search=${search}></seed-view>
      <fr-tabs
        .tabs=${STEPS.map((name) => ({ name, label: t(`search.step.${name}`) }))}
        .current=${step}
        @chosen=${(event: CustomEvent<Step>) => this.#go(event.detail)}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${t(`search.step.${step}`)} @step=${(event: CustomEvent<Step>) => this.#go(event.detail)}>
        ${this.#panel(step, store)}
      </div>`;
  }

  #panel(step: Step, store: SearchStore) {
    if (step === 'cameras') return html`<cameras-step .store=${store}></cameras-step>`;
    if (step === 'result') return html`<result-step .store=${store}></result-step>`;
    return html`<candidates-step .store=${store}></candidates-step>`;
  }

  #step(): Step {
    const asked = this.services.router.state.place.params.get('step');
    return STEPS.find((name) => name === asked) ?? 'candidates';
  }

  #go(step: Step): void {
    this.services.router.refine({ step: step === 'candidates' ? null : step });
  }

  #unfollow(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }
}
