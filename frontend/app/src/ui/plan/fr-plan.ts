import { mdiMagnifyMinusOutline, mdiMagnifyPlusOutline } from '@mdi/js';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { conePath } from '@frigate-reid/shared/plan/cone';
import type { Places } from '@frigate-reid/shared/plan/places';
import type { ViewBox } from '@frigate-reid/shared/plan/view-box';
import { moved, wholeOf, zoomed } from '@frigate-reid/shared/plan/view-box';
import type { SVGTemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cameraName } from '../words';
import '../fr-icon';
import { northArrow } from './north-arrow';
import { writtenAbove } from './label-places';
import { planStyles } from './plan-styles';

const PIXELS = 6.4;

/** A floor plan with its cameras and whatever is drawn on top.
 *
 * Fires `press` with a point. It first fires `grab`: who prevents that gets `drag` and `drop` with
 * points, and the drawing stays where it is.
 */
@customElement('fr-plan')
export class FrPlan extends ServiceElement {
  @property({ attribute: false }) places!: Places;
  /** Drawn above the cameras, in the plan's units; sizes come from `unit`. */
  @property({ attribute: false }) layer: (unit: number) => SVGTemplateResult | typeof nothing =
    () => nothing;
  @property({ attribute: false }) lit: ReadonlySet<string> | null = null;
  @property() label = '';
  @property({ type: Boolean }) cones = true;
  /** Numbers of legs whose cameras have no place here. */
  @property({ attribute: false }) unplaced: readonly number[] = [];
  @state() private view: ViewBox | null = null;
  @state() private picture: string | null = null;
  @state() private width = 600;
  @query('svg.plan') private drawing!: SVGSVGElement;
  readonly #resizer = { observer: null as ResizeObserver | null, height: 400 };
  #held: string | null = null;
  #dragFrom: Point | null = null;
  #dragged = false;
  #grabbed = false;
  readonly #touches = new Map<number, Point>();

  static override styles = planStyles;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('places')) return;
    const before = changed.get('places') as Places | undefined;
    const { width, height, floor } = this.places;
    if (before?.width !== width || before.height !== height) this.view = wholeOf(width, height);
    if (before?.floor !== floor) void this.#loadPicture();
  }

  protected override firstUpdated(): void {
    this.#resizer.observer = new ResizeObserver(([entry]) => {
      this.#resizer.height = entry?.contentRect.height ?? 400;
      this.width = entry?.contentRect.width ?? 600;
    });
    this.#resizer.observer.observe(this.drawing);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizer.observer?.disconnect();
    this.#letGo();
  }

  /** About seven pixels of the screen in the plan's units: what is drawn keeps its size. */
  get unit(): number {
    const { width, height } = this.view ?? this.places;
    const tall = height / Math.max(1, this.#resizer.height);
    return PIXELS * Math.max(width / Math.max(1, this.width), tall);
  }

  override render() {
    const view = this.view ?? wholeOf(this.places.width, this.places.height);
    const { unit } = this;
    return html`<div class="frame">
      <svg
        class="plan"
        viewBox="${view.x} ${view.y} ${view.width} ${view.height}"
        role="img"
        aria-label=${this.label || t('plan.label')}
        @wheel=${(event: WheelEvent) => this.#onWheel(event)}
        @pointerdown=${(event: PointerEvent) => this.#onDown(event)}
        @pointermove=${(event: PointerEvent) => this.#onMove(event)}
        @pointerup=${(event: PointerEvent) => this.#onUp(event)}
        @pointercancel=${(event: PointerEvent) => this.#touches.delete(event.pointerId)}
      >
        ${this.#ground()} ${this.#cameras(unit)} ${this.layer(unit)}
      </svg>
      ${northArrow(this.places.floor?.north_deg ?? null)}
      <div class="zoom">
        ${this.#zoomButton(1.5, mdiMagnifyPlusOutline, t('plan.closer'))}
        ${this.#zoomButton(1 / 1.5, mdiMagnifyMinusOutline, t('plan.further'))}
      </div>
      ${this.places.schematic ? html`<p class="hint">${t('plan.schematic')}</p>` : nothing}
      ${
        this.unplaced.length
          ? html`<p class="hint">${tn('plan.unplaced', this.unplaced.length, {
              legs: this.unplaced.join(', '),
            })}</p>`
          : nothing
      }
    </div>`;
  }

  #ground() {
    const { width, height } = this.places;
    if (this.picture) {
      return svg`<image class="picture" href=${this.picture} width=${width} height=${height}></image>`;
    }
    return svg`<rect class="paper" width=${width} height=${height}></rect>`;
  }

  #cameras(unit: number) {
    const cones = this.cones
      ? this.places.placements.map(
          (each) =>
            svg`<path class="cone ${this.#dimmed(each.camera)}"
              d=${conePath(each, each.heading_deg, each.view_deg, each.range_units)}></path>`,
        )
      : [];
    const size = unit * 2.3;
    const above = writtenAbove(this.places.at, size);
    const dots = [...this.places.at].map(
      ([camera, at]) =>
        svg`<g class="camera ${this.#dimmed(camera)}">
          <circle cx=${at.x} cy=${at.y} r=${unit * 1.1}></circle>
          <text x=${at.x} y=${at.y + unit * (above.has(camera) ? -2.8 : 4.6)} font-size=${size}>${cameraName(camera)}</text>
        </g>`,
    );
    return [...cones, ...dots];
  }

  #dimmed(camera: string): string {
    return this.lit !== null && !this.lit.has(camera) ? 'dim' : '';
  }

  #zoomButton(factor: number, icon: string, label: string) {
    return html`<button class="icon" aria-label=${label} title=${label} @click=${() => this.#zoom(factor)}>
      <fr-icon path=${icon}></fr-icon>
    </button>`;
  }

  #zoom(factor: number, around?: Point): void {
    const view = this.view ?? wholeOf(this.places.width, this.places.height);
    const centre = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const whole = wholeOf(this.places.width, this.places.height);
    this.view = zoomed(view, whole, factor, around ?? centre);
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#zoom(Math.exp(-event.deltaY / 200), this.#pointOf(event));
  }

  #onDown(event: PointerEvent): void {
    this.#touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#dragFrom = this.#pointOf(event);
    this.#dragged = false;
    this.#grabbed = !this.#fire('grab', this.#dragFrom);
    if (this.#grabbed) this.drawing.setPointerCapture(event.pointerId);
  }

  #onMove(event: PointerEvent): void {
    const before = this.#touches.get(event.pointerId);
    if (before === undefined || this.view === null) return;
    const now = { x: event.clientX, y: event.clientY };
    if (this.#grabbed) {
      this.#dragged ||= distance(now, before) > 3;
      if (this.#dragged) this.#fire('drag', this.#pointOf(event));
      return;
    }
    const others = [...this.#touches].filter(([id]) => id !== event.pointerId);
    const [other] = others;
    if (other) {
      const stretch = distance(now, other[1]) / Math.max(1, distance(before, other[1]));
      this.#zoom(stretch, this.#pointOf(event));
    } else if (this.#dragFrom && (this.#dragged || distance(now, before) > 3)) {
      this.#dragged = true;
      const at = this.#pointOf(event);
      const whole = wholeOf(this.places.width, this.places.height);
      this.view = moved(this.view, whole, this.#dragFrom.x - at.x, this.#dragFrom.y - at.y);
    } else return;
    this.#touches.set(event.pointerId, now);
  }

  #onUp(event: PointerEvent): void {
    this.#touches.delete(event.pointerId);
    const point = this.#pointOf(event);
    if (this.#grabbed) this.#fire('drop', point);
    this.#grabbed = false;
    if (!this.#dragged) this.#fire('press', point);
  }

  /** False when somebody prevented it. */
  #fire(name: string, detail: Point): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  }

  /** A point of the window in the plan's units. */
  #pointOf(event: MouseEvent): Point {
    return this.toPlan(event.clientX, event.clientY);
  }

  toPlan(clientX: number, clientY: number): Point {
    const matrix = this.drawing.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix);
    return { x, y };
  }

  async #loadPicture(): Promise<void> {
    this.#letGo();
    const { floor } = this.places;
    if (!floor?.has_picture) return;
    const path = `floors/${encodeURIComponent(floor.id)}/picture`;
    this.#held = path;
    try {
      const url = await this.services.pictures.acquire(path);
      if (this.#held === path) this.picture = url;
    } catch {
      // The cameras are shown on empty paper.
    }
  }

  #letGo(): void {
    if (this.#held !== null) this.services.pictures.release(this.#held);
    this.#held = null;
    this.picture = null;
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
