import { mdiCallMerge, mdiClose, mdiDeleteOutline, mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-icon';

/** What can be done with those selected. Fires `merge`, `hide`, `forget`, `clear`. */
@customElement('selection-bar')
export class SelectionBar extends LitElement {
  @property({ type: Number }) count = 0;
  /** Those shown are hidden already. */
  @property({ type: Boolean }) hidden_ = false;
  /** The service is not there: nothing can be changed. */
  @property({ type: Boolean }) away = false;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: sticky;
        bottom: calc(16px + var(--bar-height, 0px));
        display: grid;
        justify-content: center;
        z-index: 5;
        pointer-events: none;
      }
      .bar {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 4px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 16px;
        box-shadow: var(--shadow-2);
        padding: 7px;
      }
      strong {
        padding: 0 12px;
        white-space: nowrap;
      }
      @media (max-width: 700px) {
        button span,
        kbd {
          display: none;
        }
      }
    `,
  ];

  override render() {
    if (this.count === 0) return nothing;
    return html`<div class="bar" role="toolbar" aria-label=${t('people.selection')}>
      <strong>${tn('people.selected', this.count)}</strong>
      ${this.#button('merge', mdiCallMerge, t('people.merge'), 'M', this.count < 2)}
      ${this.#button(
        'hide',
        this.hidden_ ? mdiEyeOutline : mdiEyeOffOutline,
        this.hidden_ ? t('people.show') : t('people.hide'),
        'H',
      )}
      ${this.#button('forget', mdiDeleteOutline, t('people.delete'), '')}
      ${this.#button('clear', mdiClose, t('people.clear'), '')}
    </div>`;
  }

  #button(event: string, icon: string, label: string, key: string, disabled = false) {
    return html`<button
      class="quiet ${event === 'forget' ? 'danger' : ''}"
      aria-label=${label}
      ?disabled=${disabled || (this.away && event !== 'clear')}
      title=${this.away ? t('offline.why') : nothing}
      @click=${() => this.dispatchEvent(new CustomEvent(event))}
    >
      <fr-icon path=${icon}></fr-icon><span>${label}</span>${key ? html`<kbd>${key}</kbd>` : nothing}
    </button>`;
  }
}
