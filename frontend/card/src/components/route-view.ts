/** Routes over a span of time: the plan if there is one, the day as bars, and every leg. */
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CardConfig } from '../config';
import type { Plan, Route } from '../data/protocol';
import { colourOf } from '../logic/colours';
import { NOWHERE, floorAt, namedFloor, surfaceOf, usedFloors } from '../logic/floors';
import type { Surface } from '../logic/floors';
import { busySpan } from '../logic/strip';
import { walkOf } from '../logic/walk';
import type { Walk } from '../logic/walk';
import { say } from '../words';
import type { RoutePlan } from './plan';
import { notices, theme } from './styles';

export class RouteView extends LitElement {
  @property({ attribute: false }) config!: CardConfig;
  @property({ attribute: false }) routes: readonly Route[] = [];
  /** Null while it is not there yet, and in the mode that has none. */
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) pictures: Record<string, string> = {};
  /** Id or name of the floor; `auto` follows. */
  @property() floor = 'auto';
  @property({ attribute: false }) zone: string | undefined = undefined;
  /** Where the handle was when another floor came up. */
  @state() private time_s: number | null = null;
  @query('frr-plan') private drawing!: RoutePlan | null;

  static override styles = [
    theme,
    notices,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: 10px;
        min-block-size: 0;
      }
      frr-plan {
        flex: 1 1 auto;
        min-block-size: 160px;
      }
      frr-legs {
        flex: 0 1 auto;
        overflow-y: auto;
        min-block-size: 0;
      }
      frr-legs.silent {
        position: absolute;
      }
    `,
  ];

  override render(): unknown {
    const { config, routes } = this;
    if (routes.every((route) => route.legs.length === 0)) {
      return html`<p class="empty">${say('state.no_legs', { hours: config.hours })}</p>`;
    }
    const [from_s, to_s] = busySpan(routes, from(routes), to(routes));
    const surface = this.surface(this.time_s ?? to_s);
    const walks = this.walks(surface ?? NOWHERE);
    const isStrip = config.mode === 'strip';
    return html`
      ${isStrip ? nothing : surface ? this.drawn(surface, walks) : this.undrawn()}
      ${
        isStrip || config.show.scrubber
          ? html`<frr-scrubber
            .walks=${walks}
            .from_s=${from_s}
            .to_s=${to_s}
            .zone=${this.zone}
            ?named=${isStrip}
            @scrubbed=${this.scrubbed}
          ></frr-scrubber>`
          : nothing
      }
      <frr-legs
        class=${config.show.legs === 0 ? 'silent' : ''}
        .walks=${walks}
        .zone=${this.zone}
        .most=${config.show.legs}
      ></frr-legs>
    `;
  }

  private drawn(surface: Surface, walks: readonly Walk[]): TemplateResult {
    const unplaced = new Set(walks.flatMap((walk) => walk.layout.unplaced));
    return html`
      <frr-plan
        .surface=${surface}
        .walks=${walks}
        ?cameras=${this.config.show.cameras}
      ></frr-plan>
      ${surface.floor ? nothing : html`<p class="notice">${say('state.no_plan')}</p>`}
      ${
        unplaced.size > 0
          ? html`<p class="dim">${say('state.unplaced', { numbers: [...unplaced].join(', ') })}</p>`
          : nothing
      }
    `;
  }

  private undrawn(): TemplateResult {
    return this.plan === null
      ? html`<div class="skeleton"></div>`
      : html`<p class="notice">${say('state.no_place')}</p>`;
  }

  private surface(time_s: number): Surface | null {
    if (this.plan === null || this.config.mode === 'strip') return null;
    const wanted = this.floor === 'auto' ? null : namedFloor(this.plan.floors, this.floor);
    const floor = wanted ?? floorAt(this.plan, this.routes, time_s);
    const surface = surfaceOf(this.plan, floor, this.pictures);
    return surface.places.size > 0 ? surface : null;
  }

  private walks(surface: Surface): Walk[] {
    const unsure = this.config.show.unsure !== 'hidden';
    return this.routes.map((route, index) => walkOf(route, surface, colourOf(index), { unsure }));
  }

  private scrubbed(event: CustomEvent<{ time_s: number }>): void {
    const { time_s } = event.detail;
    this.drawing?.showTime(time_s);
    if (this.plan === null || usedFloors(this.plan).length < 2) return;
    // Another floor is another drawing; on the same one only the walkers move.
    const { routes } = this;
    const shown = floorAt(this.plan, routes, this.time_s ?? Infinity);
    if (floorAt(this.plan, routes, time_s) !== shown) this.time_s = time_s;
  }
}

function from(routes: readonly Route[]): number {
  return Math.min(...routes.map((route) => route.from_s));
}

function to(routes: readonly Route[]): number {
  return Math.max(...routes.map((route) => route.to_s));
}
