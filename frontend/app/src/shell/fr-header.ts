import { mdiCloudOffOutline, mdiPause, mdiPlay } from '@mdi/js';
import type { Matching } from '@frigate-reid/shared/api/models';
import { clockTime } from '@frigate-reid/shared/time/format';
import type { TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { watch } from '../core/store-controller';
import { ageWords } from '../ui/words';
import { base, buttons, chips } from '../ui/styles';
import '../ui/fr-icon';

/** The site, its clock, and whether all parts are well. */
@customElement('fr-header')
export class FrHeader extends ServiceElement {
  #timer = 0;

  constructor() {
    super();
    watch(this, () => [this.services.site]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 14px 32px 0;
        max-width: 1480px;
        margin-inline: auto;
        min-height: 44px;
        color: var(--ink-3);
        font-size: 14px;
        justify-content: flex-end;
      }
      .site {
        margin-right: auto;
        display: flex;
        gap: 8px;
        min-width: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: inherit;
        text-decoration: none;
        border-radius: 8px;
        padding: 4px 8px;
        margin-right: -8px;
      }
      a:hover {
        background: var(--surface-2);
      }
      .pause {
        min-height: 32px;
        padding: 0 10px;
        font-weight: 500;
        color: var(--ink-3);
        --icon-size: 18px;
      }
      .pause[aria-pressed='true'] {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--ink-3);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.degraded,
      .dot.starting {
        background: var(--warn);
      }
      .dot.offline {
        background: var(--bad);
      }
      .banner {
        display: flex;
        gap: 10px;
        align-items: center;
        margin: 12px 32px 0;
        padding: 10px 14px;
        background: var(--warn-soft);
        color: var(--warn);
        border-radius: 11px;
      }
      @media (max-width: 700px) {
        header {
          padding: 10px 16px 0;
        }
        .banner {
          margin: 10px 16px 0;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), 10_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    const { site } = this.services;
    const { live, session, info } = site.state;
    return html`<header>
        <span class="site cut">${info?.instance === 'main' ? nothing : info?.instance}</span>
        ${session?.user ? html`<span class="cut">${session.user}</span>` : nothing}
        <time class="numbers" title=${site.zone ?? ''}>${clockTime(site.now_s(), site.zone)}</time>
        ${this.#pause()} ${this.#dot()}
      </header>
      ${live ? this.#problem() : this.#away()}`;
  }

  #dot(): TemplateResult {
    const { health, live } = this.services.site.state;
    const status = live ? (health?.status ?? 'starting') : 'offline';
    const word = t(`health.${status}`);
    return html`<a href="#/settings" aria-label=${`${t('nav.settings')}: ${word}`}
      ><span class="dot ${status}"></span>${word}</a
    >`;
  }

  /** Only where the service says whether it rests. */
  #pause() {
    const { health, live } = this.services.site.state;
    const paused = (health as { paused?: boolean } | null)?.paused;
    if (paused === undefined) return nothing;
    return html`<button
      class="quiet pause"
      aria-pressed=${paused}
      ?disabled=${!live}
      @click=${() => void this.#setPaused(!paused)}
    >
      <fr-icon path=${paused ? mdiPlay : mdiPause}></fr-icon
      ><span>${paused ? t('pause.resume') : t('pause.pause')}</span>
    </button>`;
  }

  async #setPaused(paused: boolean): Promise<void> {
    const { api, site, toasts } = this.services;
    try {
      await api.patch<Matching>('settings/matching', { paused });
      await site.refresh();
      toasts.done(t(paused ? 'pause.paused' : 'pause.resumed'));
    } catch (error) {
      toasts.failed(error);
    }
  }

  #away(): TemplateResult {
    const { heard_ms } = this.services.site.state;
    return html`<div class="banner" role="status">
      <fr-icon path=${mdiCloudOffOutline}></fr-icon>
      <span>${t('offline.banner', { age: ageWords((Date.now() - heard_ms) / 1000) })}</span>
    </div>`;
  }

  #problem() {
    const { health } = this.services.site.state;
    const parts = [...(health?.mqtt ?? []), ...(health?.frigate ?? [])];
    const problem = parts.find((each) => each.problem)?.problem;
    if (!problem) return nothing;
    return html`<div class="banner" role="status"><span>${problem}</span></div>`;
  }
}
