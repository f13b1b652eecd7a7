import { mdiCrosshairsGps, mdiMapMarkerOff, mdiMapMarkerPlusOutline } from '@mdi/js';
import type { Placement, PlanCamera } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, chips, fields } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import type { PlanStore } from './plan-store';

/** Cameras to place, and what the chosen one sees. Fires `place` with a name, and `calibrate`. */
@customElement('camera-panel')
export class CameraPanel extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;
  @property() placing: string | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    fields,
    css`
      .card {
        display: grid;
        gap: 12px;
        margin-bottom: 16px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 46px;
      }
      .name {
        all: unset;
        cursor: pointer;
        flex: 1;
        min-width: 0;
        padding: 8px 10px;
        border-radius: 9px;
        font-weight: 560;
      }
      .name:focus-visible {
        outline: 2px solid var(--accent);
      }
      .name[aria-pressed='true'] {
        background: var(--accent-soft);
      }
      input[type='range'] {
        width: 100%;
      }
      output {
        float: right;
        font-weight: 480;
        color: var(--ink-3);
      }
    `,
  ];

  override render() {
    const { placement } = this.store;
    return html`${placement ? this.#chosen(placement) : nothing}
      <section class="card">
        <h2>${t('nav.cameras')}</h2>
        <ul>
          ${this.store.cameras.map((camera) => this.#camera(camera))}
        </ul>
      </section>`;
  }

  #camera(camera: PlanCamera) {
    const { floorId, selected } = this.store.state;
    const here = camera.placement?.floor_id === floorId;
    return html`<li>
      <button
        class="name cut"
        aria-pressed=${selected === camera.name}
        ?disabled=${!here}
        @click=${() => this.store.select(camera.name)}
      >
        ${cameraName(camera.name)}
      </button>
      ${camera.calibrated ? html`<span class="chip good">${t('plan.calibrated')}</span>` : nothing}
      ${
        here
          ? nothing
          : html`<button data-act
            aria-pressed=${this.placing === camera.name}
            @click=${() => this.#fire('place', camera.name)}
          >
            <fr-icon path=${mdiMapMarkerPlusOutline}></fr-icon>
            ${camera.placement ? t('plan.moveHere') : t('plan.place')}
          </button>`
      }
    </li>`;
  }

  #chosen(placement: Placement) {
    const longest = Math.max(this.store.floor?.width ?? 1, this.store.floor?.height ?? 1);
    return html`<section class="card">
      <h2>${cameraName(placement.camera)}</h2>
      ${this.#slider('heading_deg', placement, 0, 359, '°')}
      ${this.#slider('view_deg', placement, 10, 360, '°')}
      ${this.#slider('range_units', placement, longest / 50, longest, '')}
      <div class="row wrap">
        <button data-act @click=${() => this.#fire('calibrate', placement.camera)}>
          <fr-icon path=${mdiCrosshairsGps}></fr-icon>${t('plan.calibrate')}
        </button>
        <button data-act class="quiet" @click=${() => void this.#try(() => this.store.remove(placement.camera))}>
          <fr-icon path=${mdiMapMarkerOff}></fr-icon>${t('plan.takeOff')}
        </button>
      </div>
    </section>`;
  }

  #slider(
    field: 'heading_deg' | 'view_deg' | 'range_units',
    placement: Placement,
    least: number,
    most: number,
    unit: string,
  ) {
    const scale = this.store.floor?.metres_per_unit;
    const value = placement[field];
    const words =
      field === 'range_units' && scale
        ? `${(value * scale).toFixed(1)} m`
        : `${Math.round(value)}${unit}`;
    return html`<label class="field"
      ><span>${t(`plan.${field}`)}<output>${words}</output></span>
      <input data-act
        type="range"
        min=${least}
        max=${most}
        step="any"
        .value=${String(value)}
        @input=${(event: Event) =>
          this.store.adjust({ [field]: Number((event.target as HTMLInputElement).value) })}
        @change=${() => void this.#try(() => this.store.save())}
    /></label>`;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }

  #fire(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
