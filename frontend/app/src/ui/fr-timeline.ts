import { clockTime } from '@frigate-reid/shared/time/format';
import { timeTicks } from '@frigate-reid/shared/time/ticks';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { vars } from '../core/vars';
import { t } from '../core/i18n';
import { base } from './styles';

export interface Bar {
  id: string;
  from_s: number;
  to_s: number;
  style: 'solid' | 'dashed' | 'clash';
  label: string;
}

export interface Lane {
  label: string;
  bars: readonly Bar[];
}

/** Bars on lanes over time. Fires `choose` (a bar's id), `scrub` (a time), `brush` (a range or null). */
@customElement('fr-timeline')
export class FrTimeline extends LitElement {
  @property({ type: Number }) from_s = 0;
  @property({ type: Number }) to_s = 1;
  @property({ attribute: false }) lanes: readonly Lane[] = [];
  @property({ attribute: false }) zone: Zone;
  @property() chosen = '';
  /** Where playback is, or null. */
  @property({ attribute: false }) at_s: number | null = null;
  @property({ type: Boolean }) scrubbing = false;
  @state() private width = 600;
  @state() private brush: [number, number] | null = null;
  #resize: ResizeObserver | null = null;
  #brushFrom: number | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: 13px;
        color: var(--ink-3);
      }
      .all {
        display: grid;
        grid-template-columns: minmax(56px, max-content) minmax(0, 1fr);
        column-gap: 12px;
        position: relative;
      }
      .label {
        line-height: 30px;
        color: var(--ink-2);
        max-width: 132px;
      }
      .track {
        position: relative;
        height: 30px;
        border-bottom: 1px solid var(--line);
        touch-action: pan-y;
      }
      .bar {
        all: unset;
        box-sizing: border-box;
        position: absolute;
        left: var(--x);
        width: max(7px, var(--w));
        top: 6px;
        height: 18px;
        border-radius: 5px;
        background: var(--route);
        cursor: pointer;
      }
      .bar::after {
        content: '';
        position: absolute;
        inset: -6px -5px;
      }
      .bar.dashed {
        background: repeating-linear-gradient(
          -55deg,
          var(--route) 0 4px,
          color-mix(in oklab, var(--route), var(--surface) 60%) 4px 8px
        );
      }
      .bar.clash {
        background: var(--bad);
      }
      .bar:focus-visible,
      .bar.chosen {
        outline: 2px solid var(--ink);
        outline-offset: 1px;
      }
      .axis {
        position: relative;
        height: 26px;
        cursor: col-resize;
        touch-action: none;
      }
      .tick {
        position: absolute;
        left: var(--x);
        top: 4px;
        transform: translateX(-50%);
        font-variant-numeric: tabular-nums;
        font-size: 12px;
        pointer-events: none;
        user-select: none;
      }
      .tracks {
        position: relative;
        min-width: 0;
      }
      .head,
      .range {
        position: absolute;
        left: var(--x);
        top: 0;
        bottom: 26px;
        pointer-events: none;
      }
      .head {
        border-left: 2px solid var(--ink);
      }
      .range {
        width: var(--w);
        background: color-mix(in oklab, var(--accent), transparent 84%);
        border-radius: 4px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(([entry]) => (this.width = entry?.contentRect.width ?? 600));
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  override render() {
    const most = Math.max(2, Math.floor((this.width - 120) / 70));
    const ticks = timeTicks(this.from_s, this.to_s, most, this.zone);
    const seconds = this.to_s - this.from_s < 180;
    return html`<div class="all" role="group" aria-label=${t('timeline.label')}>
      <div>${this.lanes.map((lane) => html`<div class="label cut">${lane.label}</div>`)}</div>
      <div class="tracks">
        ${this.lanes.map((lane) => this.#lane(lane))}
        <div
          class="axis"
          title=${t('timeline.brush')}
          @pointerdown=${(event: PointerEvent) => this.#beginBrush(event)}
          @pointermove=${(event: PointerEvent) => this.#moveBrush(event)}
          @pointerup=${() => this.#endBrush()}
          @dblclick=${() => this.#setBrush(null)}
        >
          ${ticks.map(
            (tick) =>
              html`<span class="tick" ${vars({ '--x': this.#share(tick) })}
                >${clockTime(tick, this.zone, seconds)}</span
              >`,
          )}
        </div>
        ${this.#overlay()}
      </div>
    </div>`;
  }

  #overlay() {
    const { brush, at_s } = this;
    const range = brush && {
      '--x': this.#share(brush[0]),
      '--w': this.#length(brush[0], brush[1]),
    };
    return html`${range ? html`<div class="range" ${vars(range)}></div>` : nothing}
    ${
      at_s === null ? nothing : html`<div class="head" ${vars({ '--x': this.#share(at_s) })}></div>`
    }`;
  }

  #lane(lane: Lane) {
    return html`<div
      class="track"
      @pointerdown=${(event: PointerEvent) => this.#scrub(event)}
      @pointermove=${(event: PointerEvent) => event.buttons && this.#scrub(event)}
    >
      ${lane.bars.map(
        (bar) =>
          html`<button
            class="bar ${bar.style} ${bar.id === this.chosen ? 'chosen' : ''}"
            aria-label=${`${lane.label}, ${bar.label}, ${clockTime(bar.from_s, this.zone, true)}`}
            title=${`${bar.label} · ${clockTime(bar.from_s, this.zone, true)}`}
            ${vars({ '--x': this.#share(bar.from_s), '--w': this.#length(bar.from_s, bar.to_s) })}
            @click=${() => this.#fire('choose', bar.id)}
          ></button>`,
      )}
    </div>`;
  }

  #share(time_s: number): string {
    return `${(100 * (time_s - this.from_s)) / Math.max(1, this.to_s - this.from_s)}%`;
  }

  #length(from_s: number, to_s: number): string {
    return `${(100 * Math.max(0, to_s - from_s)) / Math.max(1, this.to_s - this.from_s)}%`;
  }

  #timeAt(event: PointerEvent): number {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    return this.from_s + share * (this.to_s - this.from_s);
  }

  #scrub(event: PointerEvent): void {
    if (this.scrubbing) this.#fire('scrub', this.#timeAt(event));
  }

  #beginBrush(event: PointerEvent): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#brushFrom = this.#timeAt(event);
  }

  #moveBrush(event: PointerEvent): void {
    if (this.#brushFrom === null) return;
    const time_s = this.#timeAt(event);
    this.brush = [Math.min(this.#brushFrom, time_s), Math.max(this.#brushFrom, time_s)];
  }

  #endBrush(): void {
    this.#brushFrom = null;
    const { brush } = this;
    if (brush) this.#setBrush(brush[1] - brush[0] > (this.to_s - this.from_s) / 100 ? brush : null);
  }

  #setBrush(brush: [number, number] | null): void {
    this.brush = brush;
    this.#fire('brush', brush);
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
