import { mdiClose, mdiWalk } from '@mdi/js';
import { LEAST_PAIRS } from '@frigate-reid/shared/plan/calibration';
import type { Point } from '@frigate-reid/shared/plan/homography';
import type { Places } from '@frigate-reid/shared/plan/places';
import { css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base, buttons, chips } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-dialog';
import '../../ui/frame-points';
import '../../ui/plan/fr-plan';
import { CalibrationStore } from './calibration-store';
import { lastFrame } from './last-frame';
import type { PlanStore } from './plan-store';

const DAY_S = 86_400;

/** Points on the ground, in the frame and on the plan: where people are is drawn from them. */
@customElement('calibration-sheet')
export class CalibrationSheet extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;
  @property() camera = '';
  @state() private pairs: CalibrationStore | null = null;
  @state() private frame: string | null = null;
  #leave: () => void = () => undefined;

  static override styles = [
    base,
    buttons,
    chips,
    css`
      fr-dialog {
        --dialog-width: 1180px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin: 12px 0;
        align-items: start;
      }
      fr-plan {
        --plan-height: 52vh;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      ol li {
        display: flex;
        align-items: center;
        gap: 2px;
        background: var(--surface-2);
        border-radius: 999px;
        padding-left: 13px;
      }
      ol li button {
        min-height: 34px;
        width: 34px;
        border-radius: 50%;
        --icon-size: 16px;
      }
      .problems.bad {
        color: var(--bad);
      }
      .problems {
        color: var(--warn);
        margin-top: 10px;
        display: grid;
        gap: 4px;
      }
      @media (max-width: 760px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const instance = this.store.cameras.find((each) => each.name === this.camera);
    const pairs = new CalibrationStore(
      this.services.api,
      this.camera,
      instance?.frigate_instance ?? '',
    );
    this.#leave = pairs.subscribe(() => this.requestUpdate());
    this.pairs = pairs;
    void this.#read(pairs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render() {
    const { pairs } = this;
    if (pairs === null) return nothing;
    const { pending, changed } = pairs.state;
    return html`<fr-dialog
      wide
      heading=${t('calibrate.title', { name: cameraName(this.camera) })}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <p class="muted">${t(pending ? 'calibrate.nowPlan' : 'calibrate.nowFrame')}</p>
      <div class="two">
        <frame-points
          .src=${this.frame}
          .points=${pairs.state.pairs.map((pair) => pair.image)}
          .pending=${pending}
          label=${t('calibrate.frame')}
          @mark=${(event: CustomEvent<Point>) => pairs.markFrame(event.detail)}
        ></frame-points>
        <fr-plan
          .places=${this.#places()}
          .layer=${(unit: number) => this.#marks(pairs, unit)}
          label=${t('calibrate.plan')}
          @press=${(event: CustomEvent<Point>) => pairs.markPlan(event.detail)}
        ></fr-plan>
      </div>
      ${this.#pairs(pairs)} ${this.#paths(pairs)}
      <button
        slot="actions"
        class="primary"
        ?disabled=${!changed || pairs.state.pairs.length < LEAST_PAIRS}
        @click=${() => void this.#save(pairs)}
      >
        ${t('action.save')}
      </button>
    </fr-dialog>`;
  }

  #pairs(pairs: CalibrationStore) {
    const { pairs: made } = pairs.state;
    return html`<ol aria-label=${t('calibrate.pairs')}>
        ${made.map(
          (_, index) =>
            html`<li>
              ${index + 1}
              <button
                class="quiet icon"
                aria-label=${t('calibrate.remove', { n: index + 1 })}
                @click=${() => pairs.remove(index)}
              >
                <fr-icon path=${mdiClose}></fr-icon>
              </button>
            </li>`,
        )}
      </ol>
      ${this.#verdict(pairs)}`;
  }

  #paths(pairs: CalibrationStore) {
    const { width, height } = this.#places();
    const shown = pairs.landedPaths(width, height).length;
    if (shown > 0) return html`<p class="muted small">${tn('calibrate.paths', shown)}</p>`;
    if (pairs.state.paths.length > 0) return nothing;
    return html`<button @click=${() => void this.#showPaths(pairs)}>
      <fr-icon path=${mdiWalk}></fr-icon>${t('calibrate.showPaths')}
    </button>`;
  }

  async #showPaths(pairs: CalibrationStore): Promise<void> {
    const { site, toasts } = this.services;
    try {
      await pairs.readPaths(site.now_s() - DAY_S);
      if (pairs.state.paths.length === 0) toasts.done(t('calibrate.noPaths'));
    } catch (error) {
      toasts.failed(error);
    }
  }

  #verdict(pairs: CalibrationStore) {
    const scale = this.store.floor?.metres_per_unit ?? null;
    const { residual_units: residual, problems, usable } = pairs.assess(scale);
    const words =
      residual === null
        ? ''
        : scale === null
          ? t('calibrate.residual', { units: residual.toFixed(1) })
          : t('calibrate.residualMetres', { metres: (residual * scale).toFixed(2) });
    return html`<div role="status">
      ${words ? html`<p><strong>${words}</strong></p>` : nothing}
      <ul class="problems ${usable ? '' : 'bad'}">
        ${problems.map((code) => html`<li>${t(`problem.${code}`)}</li>`)}
      </ul>
    </div>`;
  }

  #marks(pairs: CalibrationStore, unit: number) {
    const { width, height } = this.#places();
    const paths = pairs.landedPaths(width, height);
    return svg`<g class="paths">${paths.map(
      (path) => svg`<polyline points=${path.map(({ x, y }) => `${x},${y}`).join(' ')}></polyline>`,
    )}</g>${pairs.state.pairs.map((pair, index) => {
      const landing = pairs.landing(pair);
      return svg`<g class="pair">
        ${landing ? svg`<line class="miss" x1=${pair.plan.x} y1=${pair.plan.y} x2=${landing.x} y2=${landing.y}></line>` : nothing}
        <circle cx=${pair.plan.x} cy=${pair.plan.y} r=${unit * 1.5}></circle>
        <text x=${pair.plan.x} y=${pair.plan.y + unit * 0.7} font-size=${unit * 1.9}>${index + 1}</text>
      </g>`;
    })}`;
  }

  #places(): Places {
    const { floor, placements } = this.store;
    const here = placements.filter((each) => each.camera === this.camera);
    return {
      width: floor?.width ?? 1,
      height: floor?.height ?? 1,
      floor,
      placements: here,
      at: new Map(here.map((each) => [each.camera, { x: each.x, y: each.y }])),
      schematic: false,
    };
  }

  async #read(pairs: CalibrationStore): Promise<void> {
    try {
      this.frame = await lastFrame(this.services.api, this.camera);
      await pairs.load();
    } catch {
      // Nothing was calibrated before.
    }
  }

  async #save(pairs: CalibrationStore): Promise<void> {
    try {
      const saved = await pairs.save();
      await this.store.load();
      if (saved.usable) this.services.toasts.done(t('person.changed'));
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
