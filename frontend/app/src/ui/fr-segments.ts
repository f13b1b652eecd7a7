import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './styles';

export interface Segment {
  value: string;
  label: string;
}

/** One of a few: a row of radio buttons that look like a switch. Fires `chosen`. */
@customElement('fr-segments')
export class FrSegments extends LitElement {
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property() value = '';
  @property() label = '';

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
      .all {
        display: flex;
        background: var(--surface-2);
        border-radius: 10px;
        padding: 3px;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      label {
        position: relative;
        padding: 0 13px;
        line-height: 34px;
        border-radius: 8px;
        font-weight: 560;
        font-size: 14px;
        color: var(--ink-2);
        cursor: pointer;
        white-space: nowrap;
        flex: 1;
        text-align: center;
      }
      label:has(:checked) {
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-1);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
      }
      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }
    `,
  ];

  override render() {
    return html`<div class="all" role="radiogroup" aria-label=${this.label}>
      ${this.segments.map(
        ({ value, label }) =>
          html`<label
            ><input
              type="radio"
              name="segment"
              .checked=${value === this.value}
              value=${value}
              @change=${() => this.#choose(value)}
            />${label}</label
          >`,
      )}
    </div>`;
  }

  #choose(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('chosen', { detail: value }));
  }
}
