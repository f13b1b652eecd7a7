import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { base, fields } from '../../ui/styles';

/** A name being written, with completion. Fires `named` with the text, or `cancelled`. */
@customElement('name-editor')
export class NameEditor extends LitElement {
  @property() value = '';
  @property() label = '';
  @property() placeholder = t('people.name');
  @property({ type: Number }) longest = 100;
  @property({ attribute: false }) names: readonly string[] = [];
  @query('input') private input!: HTMLInputElement;
  #left = false;

  static override styles = [
    base,
    fields,
    css`
      :host {
        display: block;
      }
      input {
        width: 100%;
        min-height: 36px;
        padding: 0 9px;
        margin: -4px 0 0 -8px;
        width: calc(100% + 16px);
        font-weight: 600;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.input.focus();
    this.input.select();
  }

  override render() {
    return html`<input
        list="names"
        maxlength=${this.longest}
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${this.placeholder}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
        @blur=${() => this.#leave(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map((name) => html`<option value=${name}></option>`)}
      </datalist>`;
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // A dialog that opens now would take the same key for a press of its first button.
    event.preventDefault();
    this.#leave(event.key === 'Enter' ? this.input.value : this.value);
  }

  #leave(text: string): void {
    if (this.#left) return;
    this.#left = true;
    const name = text.trim();
    const changed = name !== this.value;
    this.dispatchEvent(new CustomEvent(changed ? 'named' : 'cancelled', { detail: name }));
  }
}
