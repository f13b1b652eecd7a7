import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './styles';

/** On or off. Fires `changed`; what is shown follows the property alone. */
@customElement('fr-switch')
export class FrSwitch extends LitElement {
  @property({ type: Boolean }) checked = false;
  @property({ type: Boolean }) disabled = false;
  @property() label = '';
  /** Whose switch it is, for who cannot see what stands beside it. */
  @property() described = '';

  static override styles = [
    base,
    css`
      label {
        display: inline-flex;
        align-items: center;
        gap: 11px;
        min-height: 36px;
        cursor: pointer;
      }
      input {
        appearance: none;
        width: 40px;
        height: 24px;
        margin: 0;
        border-radius: 12px;
        background: var(--line-strong);
        position: relative;
        cursor: pointer;
        flex: none;
        transition: background var(--quick);
      }
      input::after {
        content: '';
        position: absolute;
        left: 3px;
        top: 3px;
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: var(--surface);
        transition: transform var(--quick);
      }
      input:checked {
        background: var(--accent);
      }
      input:checked::after {
        transform: translateX(16px);
      }
      input:disabled {
        opacity: 0.5;
      }
    `,
  ];

  override render() {
    return html`<label
      ><input
        type="checkbox"
        role="switch"
        .checked=${this.checked}
        ?disabled=${this.disabled}
        @change=${(event: Event) => this.#changed(event.target as HTMLInputElement)}
      />${this.label}${this.described ? html`<span class="unseen"> ${this.described}</span>` : nothing}</label
    >`;
  }

  #changed(input: HTMLInputElement): void {
    const wanted = input.checked;
    input.checked = this.checked;
    this.dispatchEvent(new CustomEvent('changed', { detail: wanted }));
  }
}
