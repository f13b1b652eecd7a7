import type { Identity } from '@frigate-reid/shared/api/models';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, fields } from '../../ui/styles';
import '../../ui/fr-dialog';

/** To whom sightings belong. Fires `picked` with the person, or `closed`. */
@customElement('move-dialog')
export class MoveDialog extends LitElement {
  @property({ attribute: false }) people: readonly Identity[] = [];
  @property({ type: Number }) count = 1;
  @state() private wanted = '';

  static override styles = [
    base,
    buttons,
    fields,
    css`
      input {
        width: 100%;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
        gap: 14px;
        padding: 16px 0 8px;
        min-height: 220px;
        align-content: start;
      }
      .one {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
        text-align: center;
        font-weight: 560;
      }
      .one:hover fr-picture,
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `,
  ];

  override render() {
    const wanted = this.wanted.toLocaleLowerCase();
    const shown = this.people.filter((each) => each.label.toLocaleLowerCase().includes(wanted));
    return html`<fr-dialog wide heading=${tn('sightings.moveTitle', this.count)} @closed=${() => this.#fire('closed')}>
      <input
        type="search"
        autofocus
        placeholder=${t('people.search')}
        aria-label=${t('people.search')}
        @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
      />
      <div class="all">
        ${shown.map(
          (each) =>
            html`<button class="one" @click=${() => this.#fire('picked', each)}>
              <fr-picture .src=${cropPath(each.crop_id)}></fr-picture>${each.label}
            </button>`,
        )}
      </div>
    </fr-dialog>`;
  }

  #fire(name: string, detail?: Identity): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
