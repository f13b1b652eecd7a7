import type { Identity } from '@frigate-reid/shared/api/models';
import { mdiCheck } from '@mdi/js';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-icon';

/** Others who look alike: all are confirmed with one answer, but for the wrong ones. Fires `toggle` and `all`. */
@customElement('review-group')
export class ReviewGroup extends LitElement {
  @property({ attribute: false }) people: readonly Identity[] = [];
  @property({ attribute: false }) also: ReadonlySet<string> = new Set();
  @property() name = '';

  static override styles = [
    base,
    buttons,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        margin-bottom: 12px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(104px, 132px));
        gap: 14px;
      }
      .one {
        all: unset;
        cursor: pointer;
        position: relative;
        border-radius: 10px;
        font-size: 13.5px;
        min-width: 0;
      }
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .one[aria-checked='true'] fr-picture {
        outline: 3px solid var(--good);
      }
      .mark {
        position: absolute;
        top: 6px;
        right: 6px;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: rgb(20 26 38 / 45%);
        border: 2px solid #fff;
        color: transparent;
        --icon-size: 17px;
      }
      .one[aria-checked='true'] .mark {
        background: var(--good);
        color: var(--surface);
      }
      .name {
        display: flex;
        align-items: center;
        gap: 6px;
        padding-top: 5px;
      }
    `,
  ];

  override render() {
    if (this.people.length === 0) return nothing;
    const all = this.also.size === this.people.length;
    return html`<section class="card" aria-label=${t('review.group')}>
      <div class="head">
        <h3 class="grow">${tn('review.alike', this.people.length, { name: this.name })}</h3>
        <button aria-pressed=${all} @click=${() => this.#fire('all')}>
          ${t(all ? 'review.nobodyElse' : 'review.all')} <kbd>A</kbd>
        </button>
      </div>
      <div class="all">${this.people.map((person, at) => this.#one(person, at))}</div>
    </section>`;
  }

  #one(person: Identity, at: number) {
    return html`<button
      class="one"
      role="checkbox"
      aria-checked=${this.also.has(person.id)}
      aria-label=${person.label}
      @click=${() => this.#fire('toggle', person.id)}
    >
      <fr-picture .src=${cropPath(person.crop_id)}></fr-picture>
      <span class="mark"><fr-icon path=${mdiCheck}></fr-icon></span>
      <span class="name"><kbd>${at + 1}</kbd><span class="cut">${person.label}</span></span>
      <span class="muted small">${tn('people.sightings', person.sightings)}</span>
    </button>`;
  }

  #fire(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
