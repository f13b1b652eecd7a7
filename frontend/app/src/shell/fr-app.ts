import { ContextProvider } from '@lit/context';
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import type { Services } from '../core/services';
import { servicesContext } from '../core/services';
import { watch } from '../core/store-controller';
import { pageOf } from './pages';
import { base, buttons } from '../ui/styles';
import '../ui/fr-notice';
import '../ui/fr-toasts';
import './fr-header';
import './fr-nav';
import './fr-sign-in';

/** The frame around every page. */
@customElement('fr-app')
export class FrApp extends LitElement {
  readonly #provider = new ContextProvider(this, { context: servicesContext });
  @state() private services: Services | null = null;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .frame {
        display: grid;
        grid-template-columns: 224px minmax(0, 1fr);
        min-height: 100dvh;
      }
      main {
        padding: 20px 32px 64px;
        max-width: 1480px;
        width: 100%;
        margin-inline: auto;
        outline: none;
      }
      .skip {
        position: fixed;
        left: 12px;
        top: -60px;
        z-index: 30;
      }
      .skip:focus {
        top: 12px;
      }
      .waiting {
        min-height: 100dvh;
        display: grid;
        place-content: center;
      }
      @media (max-width: 1000px) {
        .frame {
          grid-template-columns: 76px minmax(0, 1fr);
        }
      }
      @media (max-width: 700px) {
        :host {
          --bar-height: 64px;
        }
        .frame {
          display: block;
        }
        main {
          padding: 8px 16px calc(88px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  start(services: Services): void {
    this.#provider.setValue(services);
    this.services = services;
    watch(this, () => [services.site, services.router]);
    this.#follow(services);
    services.router.start();
    services.router.subscribe(() => this.#onPlace());
    void services.site.enter();
    setInterval(() => this.requestUpdate(), 30_000);
  }

  override render() {
    if (this.services === null) return nothing;
    const { gate } = this.services.site.state;
    if (gate === 'open') return this.#frame();
    if (gate === 'starting') return html`<div class="waiting" role="status">${t('app.name')}</div>`;
    if (gate === 'unreachable') {
      return html`<main class="waiting">
        <fr-notice heading=${t('offline.title')} text=${t('offline.never')}>
          <button class="primary" @click=${() => void this.services?.site.enter()}>
            ${t('action.again')}
          </button>
        </fr-notice>
      </main>`;
    }
    return html`<fr-sign-in .wrong=${gate === 'wrong-token'}></fr-sign-in><fr-toasts></fr-toasts>`;
  }

  #frame(): TemplateResult {
    const place = this.services?.router.state.place ?? { path: [], params: new URLSearchParams() };
    const page = pageOf(place);
    return html`<a class="button skip" href="#main" @click=${(event: Event) => this.#skip(event)}
        >${t('app.skip')}</a
      >
      <div class="frame">
        <fr-nav .current=${page.tab}></fr-nav>
        <div>
          <fr-header></fr-header>
          <main id="main" tabindex="-1">${page.render(place)}</main>
        </div>
      </div>
      <fr-toasts></fr-toasts>`;
  }

  /** Stores that came with the services: the controller was added after we were connected. */
  #follow(services: Services): void {
    services.site.subscribe(() => this.requestUpdate());
  }

  #onPlace(): void {
    this.requestUpdate();
    window.scrollTo({ top: 0 });
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}
