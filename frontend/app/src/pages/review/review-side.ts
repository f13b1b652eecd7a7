import type { Identity } from '@frigate-reid/shared/api/models';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, chips } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';

/** One of the two: a large picture, others that differ, and when they were seen. */
@customElement('review-side')
export class ReviewSide extends LitElement {
  @property({ attribute: false }) person!: Identity;
  @property({ attribute: false }) crops: readonly string[] = [];
  @property({ type: Number }) now_s = 0;

  static override styles = [
    base,
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
        height: min(54vh, 520px);
      }
      .more {
        display: grid;
        gap: 10px;
        align-content: start;
      }
      .who {
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
          height: min(36vh, 320px);
        }
        .more {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
        }
      }
    `,
  ];

  override render() {
    const { person } = this;
    const [first = person.crop_id, ...others] = this.crops;
    const age_s = this.now_s - (person.last_seen_s ?? this.now_s);
    return html`<section class="card" aria-label=${person.label}>
      <div class="pictures ${others.length ? '' : 'single'}">
        <fr-picture class="large" fit="whole" .src=${cropPath(first)} alt=${person.label}></fr-picture>
        <div class="more">
          ${others.slice(0, 3).map((id) => html`<fr-picture .src=${cropPath(id)}></fr-picture>`)}
        </div>
      </div>
      <div class="who">
        <h2 class="cut"><a href="#/people/${encodeURIComponent(person.id)}">${person.label}</a></h2>
        <p class="muted">
          ${person.last_camera ? cameraName(person.last_camera) : t('people.never')} · ${agoWords(age_s)}
        </p>
        <p class="muted">
          ${tn('people.sightings', person.sightings)}${person.words ? ` · ${person.words}` : nothing}
        </p>
      </div>
    </section>`;
  }
}
