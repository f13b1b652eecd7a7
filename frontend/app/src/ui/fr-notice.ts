import { mdiAlertCircleOutline, mdiContentCopy } from '@mdi/js';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { base, buttons } from './styles';
import './fr-icon';

/** Nothing here yet, or something failed: what is missing, and one thing to do about it. */
@customElement('fr-notice')
export class FrNotice extends LitElement {
  @property() icon = mdiAlertCircleOutline;
  @property() heading = '';
  @property() text = '';
  @property({ attribute: false }) error: ApiError | null = null;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .notice {
        display: grid;
        justify-items: center;
        gap: 10px;
        text-align: center;
        padding: 48px 20px;
        color: var(--ink-2);
      }
      fr-icon {
        --icon-size: 40px;
        color: var(--ink-3);
        margin-bottom: 4px;
      }
      h2 {
        color: var(--ink);
      }
      p {
        max-width: 52ch;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 10px;
        margin-top: 8px;
      }
    `,
  ];

  override render() {
    const { error } = this;
    return html`<div class="notice" role=${error ? 'alert' : nothing}>
      <fr-icon path=${this.icon}></fr-icon>
      <h2>${this.heading || t('error.title')}</h2>
      <p>${error ? error.message : this.text}</p>
      <div class="actions">
        ${
          error
            ? html`<button @click=${() => this.dispatchEvent(new CustomEvent('again'))}>
                ${t('action.again')}</button
              ><button class="quiet" @click=${() => void this.#copy()}>
                <fr-icon path=${mdiContentCopy}></fr-icon>${t('error.copy')}
              </button>`
            : nothing
        }
        <slot></slot>
      </div>
    </div>`;
  }

  async #copy(): Promise<void> {
    const { error } = this;
    if (error)
      await navigator.clipboard?.writeText(`${error.code} (${error.status}): ${error.message}`);
  }
}
