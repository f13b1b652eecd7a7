import { mdiCompassOutline, mdiDeleteOutline, mdiPlus, mdiRuler, mdiUpload } from '@mdi/js';
import type { Floor } from '@frigate-reid/shared/api/models';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, fields } from '../../ui/styles';
import '../../ui/fr-menu';
import type { PlanStore } from './plan-store';

/** Floors: choose, add, give a picture, and say how long something on it is. */
@customElement('floor-bar')
export class FloorBar extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;
  @property({ type: Boolean }) measuring = false;
  @property({ attribute: false }) ruler: readonly Point[] = [];
  @state() private turning = false;
  @query('input[type=file]') private chooser!: HTMLInputElement;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      input[type='number'] {
        width: 110px;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: center;
      }
    `,
  ];

  override render() {
    const floors = this.store.state.plan?.floors ?? [];
    const { floor } = this.store;
    if (floor === null) return nothing;
    return html`<div class="bar">
      <select
        aria-label=${t('plan.floor')}
        @change=${(event: Event) => this.store.showFloor((event.target as HTMLSelectElement).value)}
      >
        ${floors.map(
          (each) =>
            html`<option value=${each.id} ?selected=${each.id === floor.id}>${each.name}</option>`,
        )}
      </select>
      <button data-act @click=${() => this.chooser.click()}>
        <fr-icon path=${mdiUpload}></fr-icon>${floor.has_picture ? t('plan.replace') : t('plan.upload')}
      </button>
      <input
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        @change=${() => void this.#upload()}
      />
      <button data-act aria-pressed=${this.measuring} @click=${() => this.#fire('measure')}>
        <fr-icon path=${mdiRuler}></fr-icon>${t('plan.scale')}
      </button>
      <button aria-pressed=${this.turning} @click=${() => (this.turning = !this.turning)}>
        <fr-icon path=${mdiCompassOutline}></fr-icon>${t('plan.north')}
      </button>
      ${this.turning ? this.#north(floor) : nothing}
      ${this.ruler.length === 2 ? this.#length() : nothing}
      <span class="muted small grow">${this.#scaleWords()}</span>
      <fr-menu
        label=${t('action.moreFor', { name: floor.name })}
        .items=${[
          {
            label: t('plan.addFloor'),
            icon: mdiPlus,
            action: () =>
              void this.#try(() =>
                this.store.addFloor(t('plan.floorNumber', { n: floors.length })),
              ),
          },
          {
            label: t('plan.removeFloor'),
            icon: mdiDeleteOutline,
            danger: true,
            action: () => void this.#try(() => this.store.removeFloor()),
          },
        ]}
      ></fr-menu>
    </div>`;
  }

  #north(floor: Floor) {
    const degrees = floor.north_deg ?? 0;
    return html`<label class="north"
        ><span class="unseen">${t('plan.northAngle')}</span>
        <input
          data-act
          type="range"
          min="0"
          max="359"
          .value=${String(degrees)}
          @change=${(event: Event) =>
            void this.#try(() =>
              this.store.changeFloor({
                north_deg: Number((event.target as HTMLInputElement).value),
              }),
            )}
      /></label>
      ${
        floor.north_deg === null
          ? nothing
          : html`<button
            data-act
            class="quiet"
            @click=${() => void this.#try(() => this.store.changeFloor({ north_deg: null }))}
          >
            ${t('plan.northOff')}
          </button>`
      }`;
  }

  #length() {
    return html`<form @submit=${(event: SubmitEvent) => void this.#measured(event)}>
      <input
        type="number"
        name="metres"
        min="0.1"
        step="any"
        required
        autofocus
        placeholder=${t('plan.metres')}
        aria-label=${t('plan.metres')}
      />
      <button class="primary">${t('action.save')}</button>
    </form>`;
  }

  #scaleWords(): string {
    const scale = this.store.floor?.metres_per_unit;
    if (!scale) return t('plan.noScale');
    const width = Math.round((this.store.floor?.width ?? 0) * scale);
    return t('plan.width', { metres: width });
  }

  async #measured(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const metres = Number(data.get('metres'));
    const [from, to] = this.ruler;
    if (!from || !to) return;
    const units = Math.hypot(from.x - to.x, from.y - to.y);
    if (units > 0)
      await this.#try(() => this.store.changeFloor({ metres_per_unit: metres / units }));
    this.#fire('measured');
  }

  async #upload(): Promise<void> {
    const [file] = this.chooser.files ?? [];
    if (file) await this.#try(() => this.store.upload(file));
    this.chooser.value = '';
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }

  #fire(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
