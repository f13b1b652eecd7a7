/** The day as bars, a handle that drags through it, and a button that plays it. */
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { clockTime } from '@frigate-reid/shared/time/format';
import { timeTicks } from '@frigate-reid/shared/time/ticks';
import { fire } from '../ha';
import { Playback } from '../logic/playback';
import { barsOf, neighbour } from '../logic/strip';
import type { Walk } from '../logic/walk';
import { say } from '../words';
import { chooseLeg } from './choosing';
import { theme } from './styles';

const PLAY = 'M8,5.14V19.14L19,12.14L8,5.14Z';
const PAUSE = 'M14,19H18V5H14M6,19H10V5H6V19Z';
const TICKS = 6;

export class RouteScrubber extends LitElement {
  @property({ attribute: false }) walks: readonly Walk[] = [];
  @property({ attribute: false }) from_s = 0;
  @property({ attribute: false }) to_s = 0;
  @property({ attribute: false }) zone: string | undefined = undefined;
  /** Names beside the bars, as where there is no plan. */
  @property({ type: Boolean }) named = false;
  @state() private playing = false;
  @query('input') private input!: HTMLInputElement;
  @query('output') private output!: HTMLOutputElement;

  private readonly playback = new Playback(
    (time_s) => {
      this.move(time_s);
    },
    () => {
      this.playing = false;
    },
    window,
  );

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 4px 8px;
      }
      .rows {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 3px 8px;
        position: relative;
      }
      .name {
        max-inline-size: 9ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 12px;
        color: var(--dim);
      }
      .bars {
        grid-column: 2;
        position: relative;
        block-size: 10px;
        border-radius: 5px;
        background: var(--sunken);
        overflow: hidden;
      }
      .tall .bars {
        block-size: 22px;
      }
      .bar {
        position: absolute;
        inset-block: 0;
        padding: 0;
        border-radius: 2px;
        background: var(--colour);
        min-inline-size: 3px;
      }
      .bar.unsure {
        background: repeating-linear-gradient(
          90deg,
          var(--colour) 0 4px,
          transparent 4px 7px
        );
      }
      .track {
        grid-column: 2;
      }
      input {
        inline-size: 100%;
        margin: 0;
        accent-color: var(--accent);
        block-size: 24px;
      }
      output {
        font-variant-numeric: tabular-nums;
        font-size: 13px;
        min-inline-size: 7ch;
        text-align: end;
      }
      .ticks {
        grid-column: 2;
        position: relative;
        block-size: 14px;
        font-size: 11px;
        color: var(--dim);
      }
      .ticks span {
        position: absolute;
        transform: translateX(-50%);
      }
      .play {
        inline-size: 40px;
        block-size: 40px;
        padding: 8px;
        border-radius: 50%;
      }
      .play svg {
        fill: currentcolor;
        inline-size: 24px;
        block-size: 24px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.halt();
  }

  /** Put the handle to a time, as when a leg was chosen elsewhere. */
  move(time_s: number): void {
    this.input.value = String(time_s);
    this.tell(time_s);
  }

  override render(): TemplateResult {
    return html`
      <button
        class="play"
        @click=${this.toggle}
        aria-label=${say(this.playing ? 'controls.pause' : 'controls.play')}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d=${this.playing ? PAUSE : PLAY}></path>
        </svg>
      </button>
      <div class="rows ${this.named ? 'tall' : ''}">
        ${this.walks.map((walk) => this.row(walk))}
        <input
          class="track"
          type="range"
          min=${this.from_s}
          max=${this.to_s}
          step="any"
          .value=${String(this.to_s)}
          aria-label=${say('controls.scrubber')}
          @input=${this.scrubbed}
          @keydown=${this.key}
        />
        <div class="ticks" aria-hidden="true">${this.ticks()}</div>
      </div>
      <output>${clockTime(this.to_s, this.zone)}</output>
    `;
  }

  private row(walk: Walk): unknown {
    return html`
      ${this.named ? html`<span class="name">${walk.route.name}</span>` : nothing}
      <div class="bars" style="--colour: ${walk.colour}">
        ${barsOf(walk.route, this.from_s, this.to_s).map(
          ({ leg, start, width }) => html`<button
            class="bar ${leg.certainty}"
            tabindex="-1"
            style="inset-inline-start: ${100 * start}%; inline-size: ${100 * width}%"
            title="${leg.camera} ${clockTime(leg.start_s, this.zone)}"
            @click=${(event: Event) => {
              this.move(leg.start_s);
              chooseLeg(this, { leg, person: walk.route }, 'tap', event);
            }}
          ></button>`,
        )}
      </div>
    `;
  }

  private ticks(): unknown {
    const span = this.to_s - this.from_s;
    return timeTicks(this.from_s, this.to_s, TICKS, this.zone).map((time_s) => {
      const share = (100 * (time_s - this.from_s)) / span;
      // A label at the very edge would leave the card.
      if (share < 4 || share > 96) return nothing;
      return html`<span style="inset-inline-start: ${share}%"
        >${clockTime(time_s, this.zone)}</span
      >`;
    });
  }

  private scrubbed(): void {
    this.halt();
    this.tell(Number(this.input.value));
  }

  private tell(time_s: number): void {
    this.output.value = clockTime(time_s, this.zone, true);
    fire(this, 'scrubbed', { time_s });
  }

  private key(event: KeyboardEvent): void {
    const step = { PageUp: -1, PageDown: 1 }[event.key] as -1 | 1 | undefined;
    if (step === undefined) return;
    event.preventDefault();
    const routes = this.walks.map((walk) => walk.route);
    const leg = neighbour(routes, Number(this.input.value), step);
    if (leg !== null) this.move(leg.start_s);
  }

  private toggle(): void {
    if (this.playing) {
      this.halt();
      return;
    }
    const now_s = Number(this.input.value);
    const from_s = now_s >= this.to_s ? this.from_s : now_s;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      // From leg to leg by hand, as the page keys do.
      const routes = this.walks.map((walk) => walk.route);
      this.move(neighbour(routes, from_s, 1)?.start_s ?? this.to_s);
      return;
    }
    this.playing = true;
    this.playback.play(from_s, this.to_s, this.to_s - this.from_s);
  }

  private halt(): void {
    this.playback.stop();
    this.playing = false;
  }
}
