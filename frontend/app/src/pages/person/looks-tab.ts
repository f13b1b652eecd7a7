import { mdiHanger } from '@mdi/js';
import type { TemplateCrop } from '@frigate-reid/shared/api/models';
import { dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGE, t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import '../../ui/fr-menu';
import '../../ui/fr-notice';
import type { PersonStore } from './person-store';

/** Pictures that stand for the person, by day: clothes change from one to the next. */
@customElement('looks-tab')
export class LooksTab extends ServiceElement {
  @property({ attribute: false }) store!: PersonStore;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    css`
      section {
        margin-bottom: 28px;
      }
      .pictures {
        white-space: nowrap;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      figcaption {
        display: flex;
        align-items: center;
        padding-top: 4px;
        font-size: 13.5px;
        color: var(--ink-2);
      }
    `,
  ];

  override render() {
    const days = byDay(this.store.state.looks, (crop) =>
      dayOf(crop.frame_time_s, this.services.site.zone),
    );
    if (days.length === 0) {
      return html`<fr-notice
        .icon=${mdiHanger}
        heading=${t('looks.none.title')}
        text=${t('looks.none.text')}
      ></fr-notice>`;
    }
    return days.map(
      ([day, crops]) =>
        html`<section>
          <div class="row wrap">
            <h2>${this.#day(day)} <span class="muted small pictures">${tn('looks.pictures', crops.length)}</span></h2>
            <span class="grow"></span>
            <button data-act class="quiet" @click=${() => void this.#removeAll(crops)}>
              <fr-icon path=${mdiHanger}></fr-icon>${t('looks.remove')}
            </button>
          </div>
          <div class="all">${crops.map((crop) => this.#crop(crop))}</div>
        </section>`,
    );
  }

  #crop(crop: TemplateCrop) {
    return html`<figure>
      <fr-picture .src=${cropPath(crop.has_picture ? crop.id : null)} alt=${cameraName(crop.camera)}></fr-picture>
      <figcaption>
        <span class="grow cut">${cameraName(crop.camera)}</span>
        <fr-menu
          label=${t('action.moreFor', { name: cameraName(crop.camera) })}
          .items=${[
            { label: t('looks.feature'), action: () => void this.#feature(crop) },
            { label: t('looks.bad'), action: () => void this.#callBad(crop) },
            { label: t('looks.notThem'), danger: true, action: () => void this.#notThem(crop) },
          ]}
        ></fr-menu>
      </figcaption>
    </figure>`;
  }

  #day(day: string): string {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    return dayName(day, site.now_s(), site.zone, LANGUAGE, words);
  }

  async #feature(crop: TemplateCrop): Promise<void> {
    const { toasts } = this.services;
    try {
      toasts.done(t('person.changed'), await this.store.change({ feature_crop_id: crop.id }));
    } catch (error) {
      toasts.failed(error);
    }
  }

  #removeAll(crops: readonly TemplateCrop[]): Promise<void> {
    return this.#telling(() => this.store.removeLooks(crops.map((each) => each.sighting_id)));
  }

  #callBad(crop: TemplateCrop): Promise<void> {
    return this.#telling(() => this.store.callBad([crop.id]));
  }

  /** They are kept, but nobody is recognised by them any more. */
  async #telling(act: () => Promise<readonly string[]>): Promise<void> {
    const { toasts } = this.services;
    try {
      const decisions = await act();
      toasts.done(tn('looks.removed', decisions.length), decisions);
    } catch (error) {
      toasts.failed(error);
    }
  }

  async #notThem(crop: TemplateCrop): Promise<void> {
    const { toasts } = this.services;
    try {
      const done = await this.store.split([crop.sighting_id]);
      toasts.done(tn('sightings.split', 1, { name: done.identity.label }), done.decision_ids);
    } catch (error) {
      toasts.failed(error);
    }
  }
}

/** Newest day first; the order within a day stays. */
export function byDay<T>(items: readonly T[], dayOfItem: (item: T) => string): [string, T[]][] {
  const days = new Map<string, T[]>();
  for (const item of items) {
    const day = dayOfItem(item);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].sort(([a], [b]) => b.localeCompare(a));
}
