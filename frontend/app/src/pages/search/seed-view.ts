import type { Search } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGE, t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import './seed-picture';

/** Whom the search is for, and when. */
@customElement('seed-view')
export class SeedView extends ServiceElement {
  @property({ attribute: false }) search!: Search;

  static override styles = [
    base,
    css`
      .seed {
        display: flex;
        gap: 20px;
        align-items: center;
      }
      seed-picture {
        width: 92px;
        flex: none;
      }
    `,
  ];

  override render() {
    const { seed } = this.search;
    return html`<div class="seed">
      <seed-picture .seed=${seed}></seed-picture>
      <div>
        <h1>${t('search.title')}</h1>
        <p class="muted">${this.#where()}</p>
        <p class="muted numbers">${this.#window()}</p>
        ${this.search.identity_id === null ? nothing : this.#saved(this.search.identity_id)}
      </div>
    </div>`;
  }

  #saved(identityId: string) {
    return html`<p>
      <a href="#/people/${encodeURIComponent(identityId)}">${t('search.savedAs')}</a>
    </p>`;
  }

  #where(): string {
    const { camera, time_s, kind } = this.search.seed;
    if (camera === null || time_s === null) return t(`search.kind.${kind}`);
    const time = clockTime(time_s, this.services.site.zone, true);
    return t('search.from', { camera: cameraName(camera), time });
  }

  #window(): string {
    const { site } = this.services;
    const { from_s, to_s } = this.search;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = dayName(dayOf(from_s, site.zone), site.now_s(), site.zone, LANGUAGE, words);
    const from = clockTime(from_s, site.zone, true);
    return t('search.window', { day, from, to: clockTime(to_s, site.zone, true) });
  }
}
