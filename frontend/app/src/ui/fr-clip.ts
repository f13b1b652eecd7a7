import { asApiError } from '@frigate-reid/shared/api/errors';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { base } from './styles';

/** The recording of one sighting. Fires `ended`. */
@customElement('fr-clip')
export class FrClip extends ServiceElement {
  @property() sightingId = '';
  @state() private url = '';
  @state() private problem = '';

  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin-bottom: 14px;
      }
      video {
        width: 100%;
        height: var(--clip-height, auto);
        max-height: 60vh;
        border-radius: var(--clip-radius, 12px);
        background: #000;
        display: block;
      }
      .none {
        display: grid;
        place-content: center;
        min-height: 160px;
        height: var(--clip-height, auto);
        border-radius: var(--clip-radius, 12px);
        background: var(--surface-2);
        color: var(--ink-2);
        text-align: center;
        padding: 20px;
        overflow: auto;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('sightingId')) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  override render() {
    if (this.problem) return html`<p class="none" role="status">${this.problem}</p>`;
    if (!this.url) return html`<p class="none" role="status">${t('clip.loading')}</p>`;
    return html`<video
      src=${this.url}
      controls
      autoplay
      muted
      playsinline
      @ended=${() => this.dispatchEvent(new CustomEvent('ended'))}
      @error=${() => (this.problem = t('clip.broken'))}
    ></video>${nothing}`;
  }

  async #load(): Promise<void> {
    this.#letGo();
    this.problem = '';
    const id = this.sightingId;
    if (id === '') return;
    try {
      const blob = await this.services.api.blob(`sightings/${encodeURIComponent(id)}/clip.mp4`);
      if (this.sightingId === id && this.isConnected) this.url = URL.createObjectURL(blob);
    } catch (error) {
      if (this.sightingId === id) this.problem = asApiError(error).message;
    }
  }

  #letGo(): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = '';
  }
}
