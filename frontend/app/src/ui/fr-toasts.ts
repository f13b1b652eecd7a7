import { mdiClose } from '@mdi/js';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { watch } from '../core/store-controller';
import { base, buttons } from './styles';
import './fr-icon';

/** Messages at the lower edge, read out as they come. */
@customElement('fr-toasts')
export class FrToasts extends ServiceElement {
  constructor() {
    super();
    watch(this, () => [this.services.toasts]);
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: fixed;
        left: 0;
        right: 0;
        bottom: calc(var(--bar-height, 0px) + 16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
        z-index: 20;
        padding: 0 12px;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 6px;
        background: #20252e;
        color: #f3f5f8;
        border-radius: 12px;
        padding: 4px 4px 4px 18px;
        box-shadow: var(--shadow-2);
        max-width: 560px;
        min-height: 48px;
        animation: rise 180ms ease-out;
      }
      .toast.error {
        background: #7c1820;
      }
      button {
        background: transparent;
        border: 0;
        color: #b9ccff;
      }
      button:hover {
        background: rgb(255 255 255 / 12%);
      }
      .toast.error button,
      button.icon {
        color: inherit;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(10px);
        }
      }
    `,
  ];

  override render() {
    const { toasts } = this.services;
    return html`<div role="status" aria-live="polite" class="stack">
      ${toasts.state.toasts.map(
        (toast) =>
          html`<div class="toast ${toast.kind}">
            <span class="grow">${toast.text}</span>
            ${
              toast.decisions.length
                ? html`<button data-act @click=${() => void toasts.undo(toast, t('undo.done'))}>
                  ${t('action.undo')} <kbd>U</kbd>
                </button>`
                : nothing
            }
            <button class="icon" aria-label=${t('action.close')} @click=${() => toasts.dismiss(toast.id)}>
              <fr-icon path=${mdiClose}></fr-icon>
            </button>
          </div>`,
      )}
    </div>`;
  }
}
