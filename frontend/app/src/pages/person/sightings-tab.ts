import { mdiAccountArrowRight, mdiCallSplit, mdiClose, mdiMotionSensorOff } from '@mdi/js';
import type { Sighting } from '@frigate-reid/shared/api/models';
import { clockTime, dayName, duration } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGE, t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { placeHash } from '../../core/router';
import { watch } from '../../core/store-controller';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-menu';
import '../../ui/fr-notice';
import { byDay } from './looks-tab';
import './move-dialog';
import type { PersonStore } from './person-store';

/** Every sighting of the person: look, move to somebody else, split off. */
@customElement('sightings-tab')
export class SightingsTab extends ServiceElement {
  @property({ attribute: false }) store!: PersonStore;
  @state() private moving: readonly string[] = [];

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    css`
      section {
        margin-bottom: 30px;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(158px, 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      .one {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        position: relative;
        --picture-radius: 11px 11px 0 0;
      }
      .one.selected {
        outline: 3px solid var(--accent);
      }
      .pick {
        all: unset;
        display: block;
        width: 100%;
        cursor: pointer;
      }
      .pick:focus-visible {
        outline: 3px solid var(--accent);
        border-radius: 11px;
      }
      .words {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        padding: 6px 2px 6px 12px;
      }
      .bar {
        position: sticky;
        bottom: calc(16px + var(--bar-height, 0px));
        margin: 0 auto;
        width: max-content;
        max-width: 100%;
        display: flex;
        gap: 4px;
        align-items: center;
        padding: 7px 7px 7px 18px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 16px;
        box-shadow: var(--shadow-2);
        flex-wrap: wrap;
      }
    `,
  ];

  override render() {
    const { sightings, sightingsCursor, selected } = this.store.state;
    const { zone } = this.services.site;
    if (sightings.length === 0) {
      return html`<fr-notice
        .icon=${mdiMotionSensorOff}
        heading=${t('sightings.none.title')}
        text=${t('sightings.none.text')}
      ></fr-notice>`;
    }
    return html`${byDay(sightings, (each) => dayOf(each.start_s, zone)).map(
      ([day, those]) =>
        html`<section>
            <h2>${this.#day(day)} <span class="muted small">${tn('people.sightings', those.length)}</span></h2>
            <div class="all">${those.map((each) => this.#one(each))}</div>
          </section>`,
    )}
      ${
        sightingsCursor
          ? html`<button @click=${() => void this.store.moreSightings()}>${t('action.more')}</button>`
          : nothing
      }
      ${selected.size ? this.#bar([...selected]) : nothing} ${this.#dialog()}`;
  }

  #one(sighting: Sighting) {
    const { zone } = this.services.site;
    const selected = this.store.state.selected.has(sighting.id);
    const when = clockTime(sighting.start_s, zone, true);
    return html`<div class="one ${selected ? 'selected' : ''}">
      <button
        class="pick"
        role="checkbox"
        aria-checked=${selected}
        aria-label=${t('sightings.pick', { camera: cameraName(sighting.camera), time: when })}
        @click=${() => this.store.toggle(sighting.id)}
      >
        <fr-picture .src=${cropPath(sighting.crop_id)}></fr-picture>
      </button>
      <div class="words">
        <div class="grow">
          <strong class="cut">${cameraName(sighting.camera)}</strong>
          <p class="muted small numbers cut">
            ${when} · ${duration(sighting.last_seen_s - sighting.start_s)}
            ${sighting.firm ? nothing : html`<span class="chip warn">${t('band.unsure')}</span>`}
          </p>
        </div>
        <fr-menu
          label=${t('action.moreFor', { name: when })}
          .items=${[
            { label: t('sightings.moveTo'), action: () => void this.#startMove([sighting.id]) },
            { label: t('sightings.splitOne'), action: () => void this.#split([sighting.id]) },
            {
              label: t('sightings.splitFromHere'),
              action: () => void this.#split(this.store.fromHereOn(sighting.id)),
            },
            { label: t('sightings.search'), action: () => this.#search(sighting) },
          ]}
        ></fr-menu>
      </div>
    </div>`;
  }

  #bar(selected: string[]) {
    return html`<div class="bar" role="toolbar" aria-label=${t('people.selection')}>
      <strong>${tn('people.selected', selected.length)}</strong>
      <button data-act class="quiet" @click=${() => void this.#startMove(selected)}>
        <fr-icon path=${mdiAccountArrowRight}></fr-icon>${t('sightings.moveTo')}
      </button>
      <button data-act class="quiet" @click=${() => void this.#split(selected)}>
        <fr-icon path=${mdiCallSplit}></fr-icon>${t('sightings.splitOff')}
      </button>
      <button class="quiet icon" aria-label=${t('people.clear')} @click=${() => this.store.clearSelection()}>
        <fr-icon path=${mdiClose}></fr-icon>
      </button>
    </div>`;
  }

  #dialog() {
    if (this.moving.length === 0) return nothing;
    return html`<move-dialog
      .people=${this.store.state.others}
      .count=${this.moving.length}
      @closed=${() => (this.moving = [])}
      @picked=${(event: CustomEvent<{ id: string; label: string }>) => void this.#move(event.detail)}
    ></move-dialog>`;
  }

  #day(day: string): string {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    return dayName(day, site.now_s(), site.zone, LANGUAGE, words);
  }

  #search(sighting: Sighting): void {
    location.hash = placeHash(['search', 'new'], { sighting: sighting.id });
  }

  async #startMove(ids: readonly string[]): Promise<void> {
    await this.#telling(() => this.store.loadOthers());
    this.moving = ids;
  }

  #move({ id, label }: { id: string; label: string }): Promise<void> {
    const { moving } = this;
    this.moving = [];
    return this.#telling(async () => {
      const decisions = await this.store.move(moving, id);
      this.services.toasts.done(tn('sightings.moved', moving.length, { name: label }), decisions);
    });
  }

  #split(ids: readonly string[]): Promise<void> {
    return this.#telling(async () => {
      const done = await this.store.split(ids);
      const words = tn('sightings.split', ids.length, { name: done.identity.label });
      this.services.toasts.done(words, done.decision_ids);
    });
  }

  async #telling(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
