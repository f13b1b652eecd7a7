import { mdiFloorPlan } from '@mdi/js';
import type { Point } from '@frigate-reid/shared/plan/homography';
import type { Places } from '@frigate-reid/shared/plan/places';
import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import type { FrPlan } from '../../ui/plan/fr-plan';
import { passageMark } from '../../ui/plan/passage-mark';
import { bones } from '../../ui/skeleton';
import '../../ui/fr-notice';
import '../../ui/plan/fr-plan';
import './calibration-sheet';
import './camera-panel';
import './floor-bar';
import './passage-panel';
import { planEditorStyles } from './plan-editor-styles';
import type { Handle, PlanStore } from './plan-store';
import { tipOf } from './plan-store';

/** Put cameras on a floor plan: press to place, drag to move and to turn. */
@customElement('plan-editor')
export class PlanEditor extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;
  @state() private placing: string | null = null;
  @state() private calibrating: string | null = null;
  /** Ends of a known length; null while none is drawn. */
  @state() private ruler: readonly Point[] | null = null;
  @query('fr-plan') private drawing!: FrPlan;
  #handle: Handle | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = planEditorStyles;

  override render() {
    const { phase, plan, error } = this.store.state;
    if (phase === 'loading') return bones(1, 'tall');
    if (plan === null) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    return html`<floor-bar
        .store=${this.store}
        .measuring=${this.ruler !== null}
        .ruler=${this.ruler ?? []}
        @measure=${() => (this.ruler = this.ruler === null ? [] : null)}
        @measured=${() => (this.ruler = null)}
      ></floor-bar>
      ${this.store.floor === null ? this.#empty() : this.#editor()}
      ${
        this.calibrating
          ? html`<calibration-sheet
            .store=${this.store}
            .camera=${this.calibrating}
            @closed=${() => (this.calibrating = null)}
          ></calibration-sheet>`
          : nothing
      }`;
  }

  #empty() {
    return html`<fr-notice
      .icon=${mdiFloorPlan}
      heading=${t('plan.none.title')}
      text=${t('plan.none.text')}
    >
      <button class="primary" @click=${() => void this.#try(() => this.store.addFloor(t('plan.ground')))}>
        ${t('plan.addFloor')}
      </button>
    </fr-notice>`;
  }

  #editor() {
    const { selected } = this.store.state;
    return html`<div class="editor">
      <div>
        <fr-plan
          .places=${this.#places()}
          label=${t('plan.editorLabel')}
          .layer=${(unit: number) => this.#layer(unit)}
          @grab=${(event: CustomEvent<Point>) => this.#onGrab(event)}
          @drag=${(event: CustomEvent<Point>) => this.#handle && this.store.drag(this.#handle, event.detail)}
          @drop=${() => void this.#onDrop()}
          @press=${(event: CustomEvent<Point>) => void this.#onPress(event.detail)}
        ></fr-plan>
        <p class="muted small hint" role="status">${this.#hint()}</p>
      </div>
      <div>
        <camera-panel
          .store=${this.store}
          .placing=${this.placing}
          @place=${(event: CustomEvent<string>) => this.#startPlacing(event.detail)}
          @calibrate=${() => (this.calibrating = selected)}
        ></camera-panel>
        <passage-panel .store=${this.store}></passage-panel>
      </div>
    </div>`;
  }

  #places(): Places {
    const { floor, placements } = this.store;
    return {
      width: floor?.width ?? 1,
      height: floor?.height ?? 1,
      floor,
      placements,
      at: new Map(placements.map((each) => [each.camera, { x: each.x, y: each.y }])),
      schematic: false,
    };
  }

  #layer(unit: number) {
    const { placement } = this.store;
    const tip = placement ? tipOf(placement) : null;
    const handles =
      placement && tip
        ? svg`<line class="reach" x1=${placement.x} y1=${placement.y} x2=${tip.x} y2=${tip.y}></line>
          <circle class="chosen" cx=${placement.x} cy=${placement.y} r=${unit * 1.7}></circle>
          <circle class="tip" cx=${tip.x} cy=${tip.y} r=${unit * 1.4}></circle>`
        : nothing;
    const [from, to] = this.ruler ?? [];
    const ruler =
      from && to
        ? svg`<line class="ruler" x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y}></line>`
        : nothing;
    const ends = (this.ruler ?? []).map(
      (end) => svg`<circle class="end" cx=${end.x} cy=${end.y} r=${unit * 0.9}></circle>`,
    );
    const doors = this.store.passages.flatMap(({ kind, ends: both }) =>
      both
        .filter((end) => end.floor_id === this.store.state.floorId)
        .map((end) => passageMark(end, kind, unit, '')),
    );
    const { joining, floorId } = this.store.state;
    const first =
      joining?.from && joining.from.floor_id === floorId
        ? passageMark(joining.from, joining.kind, unit, '')
        : nothing;
    return svg`${handles}${ruler}${ends}${doors}${first}`;
  }

  #hint(): string {
    const { joining, floorId } = this.store.state;
    if (joining !== null) {
      const isFirst = joining.from === null || joining.from.floor_id === floorId;
      return t(isFirst ? 'passage.hintFirst' : 'passage.hintSecond');
    }
    if (this.ruler !== null) return t(this.ruler.length < 2 ? 'plan.hintRuler' : 'plan.hintLength');
    if (this.placing !== null) return t('plan.hintPlace');
    return t('plan.hint');
  }

  #startPlacing(camera: string): void {
    this.placing = this.placing === camera ? null : camera;
  }

  #onGrab(event: CustomEvent<Point>): void {
    if (this.ruler !== null || this.placing !== null || this.store.state.joining) return;
    this.#handle = this.store.handleAt(event.detail, this.drawing.unit);
    if (this.#handle) event.preventDefault();
  }

  async #onDrop(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    if (handle && this.store.state.draft) await this.#try(() => this.store.save());
  }

  async #onPress(point: Point): Promise<void> {
    if (this.store.state.joining !== null) {
      await this.#try(() => this.store.markEnd(point));
      return;
    }
    if (this.ruler !== null) {
      this.ruler = this.ruler.length < 2 ? [...this.ruler, point] : [point];
      return;
    }
    const { placing } = this;
    if (placing !== null) {
      this.placing = null;
      await this.#try(() => this.store.place(placing, point));
      return;
    }
    this.store.select(this.store.handleAt(point, this.drawing.unit)?.camera ?? null);
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
