import type { Identity } from '@frigate-reid/shared/api/models';
import { mdiImageOffOutline } from '@mdi/js';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';
import '../../ui/fr-icon';

/** One of the two: a large picture, others that differ, and when they were seen. Fires `bad`. */
@customElement('review-side')
export class ReviewSide extends ServiceElement {
  @property({ attribute: false }) person!: Identity;
  @property({ attribute: false }) crops: readonly string[] = [];
  @property({ type: Number }) now_s = 0;
  @state() private chosen = '';

  static override styles = [
    base,
    buttons,
    chips,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .card {
        padding: 14px;
        display: grid;
        gap: 12px;
      }
      .pictures {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 1fr);
        gap: 10px;
        --picture-radius: 10px;
      }
      .pictures.single {
        grid-template-columns: minmax(0, 1fr);
      }
      .large {
        --picture-ratio: auto;
        height: var(--side-height, min(54vh, 520px));
      }
      .more {
        display: grid;
        gap: 10px;
        align-content: start;
      }
      .more button {
        all: unset;
        cursor: pointer;
        border-radius: 10px;
      }
      .more button:focus-visible,
      .more button[aria-pressed='true'] {
        outline: 3px solid var(--accent);
      }
      .foot {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      .who {
        flex: 1;
        min-width: 0;
        padding: 0 4px 2px;
      }
      @media (max-width: 700px) {
        .card {
          padding: 8px;
        }
        .pictures {
          grid-template-columns: minmax(0, 1fr);
          gap: 6px;
        }
        .large {
          height: var(--side-height, min(36vh, 320px));
        }
        .more {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
        }
      }
    `,
  ];

  override render() {
    const { person, shown } = this;
    const others = this.crops.filter((id) => id !== this.crops[0]);
    const age_s = this.now_s - (person.last_seen_s ?? this.now_s);
    return html`<section class="card" aria-label=${person.label}>
      <div class="pictures ${others.length ? '' : 'single'}">
        <fr-picture class="large" fit="whole" .src=${cropPath(shown)} alt=${person.label}></fr-picture>
        <div class="more">
          ${(others.length ? this.crops.slice(0, 4) : []).map((id) => this.#thumb(id))}
        </div>
      </div>
      <div class="foot">
        <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(person.id)}">${person.label}</a></h2>
        <p class="muted">
          ${person.last_camera ? cameraName(person.last_camera) : t('people.never')} · ${agoWords(age_s)}
        </p>
        <p class="muted">
          ${tn('people.sightings', person.sightings)}${person.words ? ` · ${person.words}` : nothing}
        </p>
        </div>
        <button data-act
          class="quiet icon"
          ?disabled=${shown === null}
          title=${t('review.bad')}
          aria-label=${t('review.badOf', { name: person.label })}
          @click=${() => this.dispatchEvent(new CustomEvent('bad', { detail: shown }))}
        >
          <fr-icon path=${mdiImageOffOutline}></fr-icon>
        </button>
      </div>
    </section>`;
  }

  /** The crop that is shown large. */
  get shown(): string | null {
    if (this.crops.includes(this.chosen)) return this.chosen;
    return this.crops[0] ?? this.person.crop_id;
  }

  #thumb(id: string) {
    return html`<button
      aria-label=${t('review.showLarge')}
      aria-pressed=${id === this.shown}
      @click=${() => (this.chosen = id)}
    >
      <fr-picture .src=${cropPath(id)}></fr-picture>
    </button>`;
  }
}
