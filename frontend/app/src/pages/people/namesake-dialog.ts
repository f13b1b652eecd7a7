import type { Identity } from '@frigate-reid/shared/api/models';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-dialog';

/** Somebody bears this name already: the same person, or another one? Fires `choice`. */
@customElement('namesake-dialog')
export class NamesakeDialog extends LitElement {
  @property({ attribute: false }) person!: Identity;
  @property({ attribute: false }) namesake!: Identity;
  @property() name = '';

  static override styles = [
    base,
    buttons,
    css`
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin-top: 14px;
      }
      figcaption {
        text-align: center;
        padding-top: 6px;
      }
    `,
  ];

  override render() {
    return html`<fr-dialog
      heading=${t('namesake.title', { name: this.name })}
      @closed=${() => this.#choose('cancel')}
    >
      <p>${t('namesake.text', { name: this.name })}</p>
      <div class="two">${[this.person, this.namesake].map((each) => this.#one(each))}</div>
      <button slot="actions" class="quiet" @click=${() => this.#choose('cancel')}>
        ${t('action.cancel')}
      </button>
      <button slot="actions" @click=${() => this.#choose('other')}>${t('namesake.other')}</button>
      <button slot="actions" class="primary" @click=${() => this.#choose('merge')}>
        ${t('namesake.merge')}
      </button>
    </fr-dialog>`;
  }

  #one(person: Identity) {
    return html`<figure>
      <fr-picture src=${cropPath(person.crop_id) ?? nothing} alt=${person.label}></fr-picture>
      <figcaption>
        <strong>${person.label}</strong><br /><span class="muted small"
          >${tn('people.sightings', person.sightings)}</span
        >
      </figcaption>
    </figure>`;
  }

  #choose(choice: 'merge' | 'other' | 'cancel'): void {
    this.dispatchEvent(new CustomEvent('choice', { detail: choice }));
  }
}
