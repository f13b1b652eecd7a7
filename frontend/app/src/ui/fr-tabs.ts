import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from './styles';

/** Tabs, moved through by arrow keys. Fires `chosen` with the name. */
@customElement('fr-tabs')
export class FrTabs extends LitElement {
  @property({ attribute: false }) tabs: readonly { name: string; label: string }[] = [];
  @property() current = '';

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        gap: 26px;
        border-bottom: 1px solid var(--line);
        overflow-x: auto;
        scrollbar-width: none;
      }
      button {
        all: unset;
        font-weight: 580;
        color: var(--ink-3);
        padding: 10px 1px 11px;
        margin-bottom: -1px;
        border-bottom: 3px solid transparent;
        cursor: pointer;
        white-space: nowrap;
      }
      button:hover {
        color: var(--ink);
      }
      button[aria-selected='true'] {
        color: var(--ink);
        border-color: var(--accent);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
    `,
  ];

  override render() {
    return html`<div role="tablist" @keydown=${(event: KeyboardEvent) => this.#onKey(event)}>
      ${this.tabs.map(
        ({ name, label }) =>
          html`<button
            role="tab"
            aria-selected=${name === this.current}
            tabindex=${name === this.current ? 0 : -1}
            @click=${() => this.#choose(name)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const count = this.tabs.length;
    const at = this.tabs.findIndex(({ name }) => name === this.current);
    const next = (at + step + count) % count;
    this.#choose(this.tabs[next]?.name ?? '');
    this.renderRoot.querySelectorAll('button')[next]?.focus();
  }

  #choose(name: string): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: name }));
  }
}
