/** The floor with its cameras and everybody's way over it. */
import { LitElement, css, html, nothing, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Line, Stop } from '@frigate-reid/shared/plan/route-layout';
import type { Crossing } from '@frigate-reid/shared/plan/passages';
import type { Point } from '@frigate-reid/shared/plan/homography';
import type { Camera, Leg, Present } from '../data/protocol';
import type { Surface } from '../logic/floors';
import { slotsOf, walkerAt } from '../logic/walk';
import type { Walk } from '../logic/walk';
import { say } from '../words';
import { chooseLeg, pressed } from './choosing';
import type { Dot, PeopleDots, Scale } from './dots';
import { theme } from './styles';

const UNIT_PX = 7;
/** Stops that stand side by side at one camera before the next row begins. */
const IN_A_ROW = 4;

export class RoutePlan extends LitElement {
  @property({ attribute: false }) surface!: Surface;
  @property({ attribute: false }) walks: readonly Walk[] = [];
  @property({ type: Boolean }) cameras = true;
  /** Who is drawn at a camera whatever the time: the live mode. */
  @property({ attribute: false }) present: readonly Present[] = [];

  @state() private scale: Scale = { factor: 1, left: 0, top: 0 };
  @query('frr-dots') private dots!: PeopleDots;

  private time_s = Infinity;

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        position: relative;
        min-block-size: 0;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        border-radius: 8px;
        background: var(--sunken);
        touch-action: manipulation;
      }
      image {
        transition: opacity 0.2s;
      }
      .cone {
        fill: var(--accent);
        opacity: 0.12;
      }
      .camera circle {
        fill: var(--surface);
        stroke: var(--dim);
      }
      text {
        fill: var(--text);
        font-family: inherit;
        text-anchor: middle;
        paint-order: stroke;
        stroke: var(--surface);
        stroke-linejoin: round;
      }
      .way,
      .trail {
        fill: none;
        stroke: var(--colour);
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .door {
        fill: var(--surface);
        stroke: var(--colour);
      }
      .trail {
        opacity: 0.55;
      }
      .stop {
        cursor: pointer;
      }
      .stop circle {
        fill: var(--colour);
        stroke: var(--surface);
      }
      .stop.unsure circle {
        fill: var(--surface);
        stroke: var(--colour);
      }
      .stop text {
        fill: #fff;
        stroke: none;
        font-weight: 600;
        dominant-baseline: central;
      }
      .stop.unsure text {
        fill: var(--text);
      }
      .stop:focus-visible {
        outline: none;
      }
      .stop:focus-visible circle {
        stroke: var(--accent);
      }
    `,
  ];

  private readonly sizes = new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
    if (width === 0 || height === 0) return;
    const factor = Math.min(width / this.surface.width, height / this.surface.height);
    const left = (width - factor * this.surface.width) / 2;
    const top = (height - factor * this.surface.height) / 2;
    this.scale = { factor, left, top };
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  /** Move the walkers. Called for every frame of a playback, so nothing is rendered anew. */
  showTime(time_s: number): void {
    this.time_s = time_s;
    const walkers = this.walks.map((walk) => walkerAt(walk, time_s));
    this.dots.place([...walkers, ...this.present.map((_, index) => this.standing(index))]);
  }

  override render(): unknown {
    const { width, height, floor, picture } = this.surface;
    const slots = slotsOf(this.walks);
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="xMidYMid meet"
      role="group"
      aria-label=${floor?.name ?? ''}
    >
      ${
        picture
          ? svg`<image href=${picture} width=${width} height=${height} aria-hidden="true" />`
          : nothing
      }
      ${this.cameras ? this.surface.cameras.map((camera) => this.camera(camera)) : nothing}
      ${this.walks.map((walk) => this.way(walk))}
      ${this.surface.cameras.map((camera) => this.label(camera))}
      ${this.walks.map((walk) => this.stops(walk, slots))}
      </svg>
      <frr-dots
        .dots=${[...this.walks.map(dotOf), ...this.present.map(presence)]}
        .scale=${this.scale}
        ?live=${this.present.length > 0}
      ></frr-dots>`;
  }

  protected override updated(): void {
    this.showTime(this.time_s);
  }

  /** Plan units that make `UNIT_PX` pixels: everything is as large on every plan and screen. */
  private get unit(): number {
    return UNIT_PX / this.scale.factor;
  }

  /** Where somebody is who is there now: beside those whom the same camera sees. */
  private standing(index: number): Point | null {
    const camera = this.present[index]?.camera ?? '';
    const at = this.surface.places.get(camera);
    const before = this.present.slice(0, index).filter((each) => each.camera === camera);
    return at ? { x: at.x + 4.4 * this.unit * before.length, y: at.y } : null;
  }

  private camera(camera: Camera): SVGTemplateResult {
    const at = this.surface.places.get(camera.name) ?? { x: 0, y: 0 };
    const unit = this.unit;
    return svg`<g class="camera" transform="translate(${at.x} ${at.y})">
      ${this.surface.floor ? this.cone(camera) : nothing}
      <circle r=${0.9 * unit} stroke-width=${0.25 * unit} />
    </g>`;
  }

  private label({ name }: Camera): SVGTemplateResult {
    const at = this.surface.places.get(name) ?? { x: 0, y: 0 };
    const unit = this.unit;
    // Below the camera, or above it where the drawing ends.
    const y = at.y + (at.y + 5 * unit > this.surface.height ? -2.6 : 4.2) * unit;
    return svg`<text x=${at.x} y=${y} font-size=${2 * unit} stroke-width=${0.5 * unit}
      >${name.replaceAll('_', ' ')}</text>`;
  }

  private cone({ placement }: Camera): unknown {
    if (placement === null) return nothing;
    const { heading_deg, view_deg, range_units } = placement;
    if (heading_deg === null || view_deg === null || range_units === null) return nothing;
    const edge = (side: number): string => {
      // A heading is that of a compass: 0 is up, 90 to the right.
      const angle = ((heading_deg + (side * view_deg) / 2 - 90) * Math.PI) / 180;
      return `${range_units * Math.cos(angle)} ${range_units * Math.sin(angle)}`;
    };
    const wide = view_deg > 180 ? 1 : 0;
    const arc = `A ${range_units} ${range_units} 0 ${wide} 1 ${edge(1)}`;
    return svg`<path class="cone" d="M 0 0 L ${edge(-1)} ${arc} Z" />`;
  }

  private way(walk: Walk): SVGTemplateResult {
    return svg`<g style="--colour: ${walk.colour}">
      ${[...walk.trails.values()].map(
        ({ points }) => svg`<polyline class="trail" stroke-width=${0.5 * this.unit}
          points=${points.map(({ x, y }) => `${x},${y}`).join(' ')} />`,
      )}
      ${walk.layout.lines.map((line) => this.line(line))}
      ${walk.layout.crossings.map((crossing) => this.door(crossing))}
    </g>`;
  }

  private stops(walk: Walk, slots: ReadonlyMap<Leg, number>): SVGTemplateResult {
    return svg`<g style="--colour: ${walk.colour}">
      ${walk.layout.stops.map((stop) => this.stop(stop, walk, slots.get(stop.leg) ?? 0))}
    </g>`;
  }

  private line({ from, bend, to, style }: Line): SVGTemplateResult {
    const unit = this.unit;
    const dashes = { solid: '', dashed: `${2 * unit} ${1.6 * unit}`, dotted: `0.1 ${1.6 * unit}` };
    return svg`<path class="way ${style}" stroke-width=${0.8 * unit} stroke-dasharray=${dashes[style]}
      d="M ${from.x} ${from.y} Q ${bend.x} ${bend.y} ${to.x} ${to.y}" />`;
  }

  private door({ at, floor }: Crossing): SVGTemplateResult {
    const size = 2 * this.unit;
    return svg`<rect class="door" x=${at.x - size / 2} y=${at.y - size / 2} width=${size}
      height=${size} stroke-width=${0.3 * this.unit}><title>${say('plan.to', { floor })}</title></rect>`;
  }

  private stop({ number, leg, at }: Stop<Leg>, walk: Walk, slot: number): SVGTemplateResult {
    const unit = this.unit;
    const x = at.x + 3.6 * unit * (slot % IN_A_ROW);
    const y = at.y - 3.6 * unit * Math.floor(slot / IN_A_ROW);
    const choose = { leg, person: walk.route };
    return svg`<g class="stop ${leg.certainty}" role="button" tabindex="0"
      aria-label="${walk.route.name} ${number}: ${leg.camera}"
      transform="translate(${x} ${y})"
      @pointerdown=${pressed(this, choose)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') chooseLeg(this, choose, 'tap', event);
      }}>
      <circle r=${1.6 * unit} stroke-width=${0.35 * unit} />
      <text font-size=${1.9 * unit}>${number}</text>
    </g>`;
  }
}

function dotOf({ route, colour }: Walk): Dot {
  return { label: route.name, colour, picture: null };
}

function presence({ name, picture }: Present): Dot {
  return { label: name, colour: 'var(--accent)', picture };
}
