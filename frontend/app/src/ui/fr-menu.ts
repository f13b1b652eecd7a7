import { mdiDotsVertical } from '@mdi/js';
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ServiceElement } from '../core/page';
import { base, buttons } from './styles';
import './fr-icon';

export interface MenuItem {
  label: string;
  icon?: string;
  danger?: boolean;
  action: () => void;
}

/** A button with a list of things to do; all of them change something. */
@customElement('fr-menu')
export class FrMenu extends ServiceElement {
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property() label = '';
  @query('.list') private list!: HTMLElement;
  @query('button') private opener!: HTMLElement;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-block;
      }
      .list {
        position: fixed;
        margin: 0;
        inset: auto;
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 6px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-2);
        min-width: 190px;
      }
      .list button {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        font-weight: 480;
      }
    `,
  ];

  override render() {
    return html`<button
        class="quiet icon"
        aria-label=${this.label}
        aria-haspopup="menu"
        @click=${(event: Event) => this.#open(event)}
      >
        <fr-icon path=${mdiDotsVertical}></fr-icon>
      </button>
      <div class="list" popover role="menu" @keydown=${(event: KeyboardEvent) => this.#move(event)}>
        ${this.items.map(
          (item) =>
            html`<button
              role="menuitem"
              data-act
              class="quiet ${item.danger ? 'danger' : ''}"
              @click=${(event: Event) => {
                event.stopPropagation();
                this.list.hidePopover();
                item.action();
              }}
            >
              ${item.icon ? html`<fr-icon path=${item.icon}></fr-icon>` : ''}${item.label}
            </button>`,
        )}
      </div>`;
  }

  #open(event: Event): void {
    event.stopPropagation();
    event.preventDefault();
    this.list.togglePopover();
    const opener = this.opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.list;
    const left = Math.max(8, Math.min(opener.right - width, innerWidth - width - 8));
    const below = opener.bottom + 4 + height < innerHeight;
    this.list.style.left = `${left}px`;
    this.list.style.top = `${below ? opener.bottom + 4 : Math.max(8, opener.top - height - 4)}px`;
    this.list.querySelector('button')?.focus();
  }

  #move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...this.list.querySelectorAll('button')];
    const at = all.indexOf(this.renderRoot.querySelector('button:focus') as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
  }
}
