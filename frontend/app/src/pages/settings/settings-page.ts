import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons } from '../../ui/styles';
import { saveBlob } from '../../ui/save';
import '../../ui/fr-tabs';
import './audit-card';
import './connections-card';
import './data-card';
import './matching-card';
import './privacy-card';
import './rescan-card';
import './why-card';

const TABS = ['service', 'privacy', 'audit'] as const;
type Tab = (typeof TABS)[number];

/** How the service does, and what can be set while it runs. */
@customElement('settings-page')
export class SettingsPage extends ServiceElement {
  constructor() {
    super();
    watch(this, () => [this.services.site, this.services.router]);
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
      }
      .panel {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        gap: 20px;
        align-items: start;
      }
      .card {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  override render() {
    const tab = this.#tab();
    return html`<h1>${t('settings.title')}</h1>
      <fr-tabs
        .tabs=${TABS.map((name) => ({ name, label: t(`settings.tab.${name}`) }))}
        .current=${tab}
        @chosen=${(event: CustomEvent<string>) =>
          this.services.router.refine({
            tab: event.detail === 'service' ? null : event.detail,
            why: null,
          })}
      ></fr-tabs>
      <div role="tabpanel" class="panel" aria-label=${t(`settings.tab.${tab}`)}>
        ${this.#panel(tab)}
      </div>`;
  }

  #panel(tab: Tab) {
    if (tab === 'audit') return html`<audit-card></audit-card>`;
    if (tab === 'privacy') {
      return html`<div class="two">
        <privacy-card></privacy-card>
        <data-card></data-card>
      </div>`;
    }
    return this.#service();
  }

  #tab(): Tab {
    const asked = this.services.router.state.place.params.get('tab');
    return TABS.find((name) => name === asked) ?? 'service';
  }

  #service() {
    const { site, router } = this.services;
    const why = router.state.place.params.get('why') ?? '';
    return html`${why ? html`<why-card .asked=${why.split(',')}></why-card>` : nothing}
      <connections-card .health=${site.state.health}></connections-card>
      <div class="two">
        <matching-card></matching-card>
        <rescan-card></rescan-card>
      </div>
      ${why ? nothing : html`<why-card></why-card>`}
      <div class="two">
        <section class="card">
          <h2>${t('settings.diagnostics')}</h2>
          <p class="muted">${t('settings.diagnosticsWhy')}</p>
          <div class="row wrap">
            <button @click=${() => void this.#diagnostics()}>${t('settings.download')}</button>
          </div>
        </section>
        ${this.#about()}
      </div>`;
  }

  #about() {
    const { info, session } = this.services.site.state;
    return html`<section class="card">
      <h2>${t('settings.about')}</h2>
      <p class="muted">
        ${t('settings.version', { version: info?.service_version ?? '?' })}<br />
        ${t('settings.zone', { zone: session?.time_zone ?? t('settings.zoneOfBrowser') })}<br />
        ${t('settings.privacy')}
      </p>
      ${
        session?.needs_token
          ? html`<div class="row">
            <button @click=${() => this.services.signOut()}>${t('settings.signOut')}</button>
          </div>`
          : nothing
      }
    </section>`;
  }

  async #diagnostics(): Promise<void> {
    try {
      saveBlob(await this.services.api.blob('diagnostics'), 'frigate-reid-diagnostics.json');
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
