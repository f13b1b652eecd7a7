import { mdiClose } from '@mdi/js';
import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { base, buttons } from './styles';
import './fr-icon';

/** A native dialog: a sheet on phones. It is open as long as it is there; `closed` asks to go. */
@customElement('fr-dialog')
export class FrDialog extends LitElement {
  @property() heading = '';
  @property({ type: Boolean, reflect: true }) wide = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    buttons,
    css`
      dialog {
        border: 1px solid var(--line);
        border-radius: 18px;
        padding: 0;
        width: min(480px, calc(100vw - 32px));
        max-height: min(86dvh, 900px);
        color: var(--ink);
        background: var(--surface);
        box-shadow: var(--shadow-2);
        overflow: auto;
      }
      :host([wide]) dialog {
        width: min(var(--dialog-width, 820px), calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 50%);
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 16px 12px 6px 24px;
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
      }
      header h2 {
        flex: 1;
      }
      .body {
        padding: 6px 24px 20px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 10px;
        padding: 14px 24px 20px;
        position: sticky;
        bottom: 0;
        background: var(--surface);
      }
      @media (max-width: 600px) {
        dialog,
        :host([wide]) dialog {
          width: 100vw;
          max-width: 100vw;
          margin: auto 0 0;
          border-radius: 18px 18px 0 0;
          max-height: 92dvh;
        }
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#close();
      }}
      @close=${() => this.#close()}
      @click=${(event: MouseEvent) => {
        if (event.target === this.dialog) this.#close();
      }}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet icon" aria-label=${t('action.close')} @click=${() => this.#close()}>
          <fr-icon path=${mdiClose}></fr-icon>
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}
