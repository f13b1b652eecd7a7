import type { SightingFound, Term } from '@frigate-reid/shared/api/models';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { cropPath } from './fr-picture';
import './term-bars';
import { base } from './styles';
import { cameraName } from './words';

const SHOWN = 4;

/** The pictures of two sightings side by side, and what speaks for and against one person. */
@customElement('evidence-view')
export class EvidenceView extends LitElement {
  @property({ attribute: false }) first: SightingFound | null = null;
  @property({ attribute: false }) second: SightingFound | null = null;
  @property({ attribute: false }) terms: readonly Term[] = [];
  @property() conclusion = '';

  static override styles = [
    base,
    css`
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 20px;
        margin-bottom: 16px;
      }
      .crops {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .conclusion {
        margin-bottom: 12px;
      }
    `,
  ];

  override render() {
    return html`<div class="sides">
        ${[this.first, this.second].map((each) => (each ? this.#side(each) : nothing))}
      </div>
      ${this.conclusion ? html`<p class="conclusion">${this.conclusion}</p>` : nothing}
      ${this.terms.length ? html`<term-bars .terms=${this.terms}></term-bars>` : nothing}`;
  }

  #side(sighting: SightingFound) {
    const crops = sighting.crops.filter((crop) => crop.has_picture).slice(0, SHOWN);
    return html`<div>
      <h3>${cameraName(sighting.camera)}</h3>
      <div class="crops">
        ${crops.map((crop) => html`<fr-picture .src=${cropPath(crop.id)} alt=${sighting.camera}></fr-picture>`)}
        ${crops.length === 0 ? html`<fr-picture alt=${t('picture.expired')}></fr-picture>` : nothing}
      </div>
    </div>`;
  }
}
