import { mdiArrowDown, mdiArrowUp, mdiClose, mdiHelp, mdiPlus } from '@mdi/js';
import type { Leg, Search, Sighting } from '@frigate-reid/shared/api/models';
import { clockTime, duration } from '@frigate-reid/shared/time/format';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { betweenWords, cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import { resultLegsStyles } from './result-legs-styles';

/** The legs of a result in the order in which they are played. Fires `choose`, `place`,
 * `drop-leg`, `restore`, and `doubt` for a leg of which somebody is not sure, or is again.
 */
@customElement('result-legs')
export class ResultLegs extends ServiceElement {
  @property({ attribute: false }) legs: readonly Leg[] = [];
  @property({ attribute: false }) dropped: readonly Sighting[] = [];
  @property({ attribute: false }) search: Search | null = null;
  @property() chosen = '';
  @property({ attribute: false }) zone: Zone;
  @state() private dragged = '';
  @state() private over = -1;

  static override styles = resultLegsStyles;

  override render() {
    return html`<ol aria-label=${t('route.legs')}>
        ${repeat(
          this.legs,
          (leg) => leg.sighting_id,
          (leg, at) => this.#leg(leg, at),
        )}
      </ol>
      ${
        this.dropped.length
          ? html`<h3>${t('result.dropped')}</h3>
            <ul>${this.dropped.map((each) => this.#dropped(each))}</ul>`
          : nothing
      }`;
  }

  #leg(leg: Leg, at: number) {
    const before = this.legs[at - 1];
    const id = leg.sighting_id;
    const isUnsure = this.search?.unsure.includes(id) ?? false;
    const when = clockTime(leg.start_s, this.zone, true);
    const what = { camera: cameraName(leg.camera), time: when };
    return html`<li
      class="${id === this.chosen ? 'chosen' : ''} ${this.over === at ? 'over' : ''} ${isUnsure ? 'unsure' : ''}"
      draggable="true"
      @dragstart=${() => (this.dragged = id)}
      @dragend=${() => this.#endDrag()}
      @dragover=${(event: DragEvent) => this.#onDragOver(event, at)}
      @drop=${(event: DragEvent) => this.#onDrop(event, at)}
    >
      ${before ? html`<p class="gap">${betweenWords(before, leg)}</p>` : nothing}
      <div class="one">
        <button
          class="leg"
          aria-current=${id === this.chosen}
          @click=${() => this.#fire('choose', id)}
        >
          <span class="number">${at + 1}</span>
          <fr-picture .src=${cropPath(leg.crop_id)}></fr-picture>
          <span>
            <strong>${cameraName(leg.camera)}</strong>
            ${isUnsure ? html`<span class="chip warn">${t('answer.unsure')}</span>` : nothing}
            <span class="muted small numbers"
              ><br />${when} · ${duration(leg.end_s - leg.start_s)}</span
            >
          </span>
        </button>
        <span class="does">
          ${this.#isCertain(id) ? nothing : this.#doubt(id, isUnsure, what)}
          ${this.#button('up', mdiArrowUp, t('result.up', what), at === 0, () => this.#place(id, at - 1))}
          ${this.#button(
            'down',
            mdiArrowDown,
            t('result.down', what),
            at === this.legs.length - 1,
            () => this.#place(id, at + 1),
          )}
          ${this.#button('drop', mdiClose, t('result.drop', what), this.legs.length === 1, () =>
            this.#fire('drop-leg', id),
          )}
        </span>
      </div>
    </li>`;
  }

  #dropped(sighting: Sighting) {
    const when = clockTime(sighting.start_s, this.zone, true);
    const what = { camera: cameraName(sighting.camera), time: when };
    return html`<li class="left-out">
      <fr-picture .src=${cropPath(sighting.crop_id)}></fr-picture>
      <span class="grow muted numbers">${what.camera} · ${when}</span>
      <button data-act aria-label=${t('result.restoreOf', what)} @click=${() => this.#fire('restore', sighting.id)}>
        <fr-icon path=${mdiPlus}></fr-icon>${t('result.restore')}
      </button>
    </li>`;
  }

  #button(name: string, icon: string, label: string, disabled: boolean, act: () => void) {
    return html`<button data-act
      class="quiet icon ${name}"
      ?disabled=${disabled}
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      <fr-icon path=${icon}></fr-icon>
    </button>`;
  }

  /** It is what the search started from, or was saved: nothing more is said of it. */
  #isCertain(id: string): boolean {
    return this.search?.state === 'finished' || this.search?.seed.sighting_id === id;
  }

  #doubt(id: string, isUnsure: boolean, what: { camera: string; time: string }) {
    const label = t(isUnsure ? 'result.sure' : 'result.unsure', what);
    return html`<button
      class="quiet icon doubt"
      data-act
      aria-pressed=${isUnsure}
      aria-label=${label}
      title=${label}
      @click=${() => this.#fire('doubt', id)}
    >
      <fr-icon path=${mdiHelp}></fr-icon>
    </button>`;
  }

  #onDragOver(event: DragEvent, at: number): void {
    if (this.dragged === '') return;
    event.preventDefault();
    this.over = at;
  }

  #onDrop(event: DragEvent, at: number): void {
    event.preventDefault();
    const id = this.dragged;
    this.#endDrag();
    if (id !== '' && this.legs[at]?.sighting_id !== id) this.#place(id, at);
  }

  #endDrag(): void {
    this.dragged = '';
    this.over = -1;
  }

  #place(id: string, at: number): void {
    this.#fire('place', { id, at });
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
