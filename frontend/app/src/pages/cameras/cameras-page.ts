import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base } from '../../ui/styles';
import '../../ui/fr-tabs';
import './camera-list';
import './plan-editor';
import './topology-tab';
import { PlanStore } from './plan-store';

const TABS = ['list', 'plan', 'ways'] as const;
type Tab = (typeof TABS)[number];

/** The site's cameras: how well they suit, where they are, how people walk between them. */
@customElement('cameras-page')
export class CamerasPage extends ServiceElement {
  #store: PlanStore | null = null;
  #leave: (() => void)[] = [];

  constructor() {
    super();
    watch(this, () => [this.services.router]);
  }

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 18px;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];

  get store(): PlanStore {
    this.#store ??= new PlanStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live } = this.services;
    this.#leave = [
      live.subscribe(({ topic }) => topic === 'plan' && void this.store.load()),
      live.onState((connected) => connected && void this.store.load()),
    ];
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
  }

  override render() {
    const tab = this.#tab();
    return html`<h1>${t('nav.cameras')}</h1>
      <fr-tabs
        .tabs=${TABS.map((name) => ({ name, label: t(`cameras.tab.${name}`) }))}
        .current=${tab}
        @chosen=${(event: CustomEvent<string>) =>
          this.services.router.refine({ tab: event.detail === 'list' ? null : event.detail })}
      ></fr-tabs>
      <div role="tabpanel" aria-label=${t(`cameras.tab.${tab}`)}>${this.#panel(tab)}</div>`;
  }

  #panel(tab: Tab) {
    if (tab === 'plan') return html`<plan-editor .store=${this.store}></plan-editor>`;
    if (tab === 'ways') return html`<topology-tab .store=${this.store}></topology-tab>`;
    return html`<camera-list></camera-list>`;
  }

  #tab(): Tab {
    const asked = this.services.router.state.place.params.get('tab');
    return TABS.find((name) => name === asked) ?? 'list';
  }
}
