/** Every leg in words: what screen readers read, and the list under the plan. */
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { clockTime, duration } from '@frigate-reid/shared/time/format';
import type { Leg } from '../data/protocol';
import type { Walk } from '../logic/walk';
import { say } from '../words';
import { chooseLeg, pressed } from './choosing';
import { theme } from './styles';

export class RouteLegs extends LitElement {
  @property({ attribute: false }) walks: readonly Walk[] = [];
  @property({ attribute: false }) zone: string | undefined = undefined;
  /** So many of the newest are shown; the others are there for screen readers. */
  @property({ type: Number }) most = 5;

  static override styles = [
    theme,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      h3 {
        margin: 8px 0 2px;
        font-size: 13px;
        font-weight: 500;
        color: var(--dim);
      }
      .leg {
        display: grid;
        grid-template-columns: 22px auto 1fr auto;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        padding: 5px 6px;
        border-radius: 8px;
        text-align: start;
        min-block-size: 44px;
      }
      .leg:hover {
        background: var(--sunken);
      }
      .number {
        inline-size: 22px;
        block-size: 22px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 12px;
        font-weight: 600;
        color: #fff;
        background: var(--colour);
      }
      .unsure .number {
        color: var(--text);
        background: none;
        border: 2px dashed var(--colour);
        box-sizing: border-box;
      }
      img,
      .silhouette {
        inline-size: 28px;
        block-size: 40px;
        border-radius: 6px;
        object-fit: cover;
        background: var(--sunken);
      }
      .what {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .dim {
        color: var(--dim);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .gap {
        margin-inline-start: 16px;
        padding-inline-start: 16px;
        border-inline-start: 2px dotted var(--line);
        font-size: 12px;
        color: var(--dim);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`${this.walks.map((walk) => this.person(walk))}`;
  }

  private person(walk: Walk): TemplateResult {
    const { legs, name } = walk.route;
    const hidden = Math.max(0, legs.length - this.most);
    return html`
      <section style="--colour: ${walk.colour}">
        ${this.walks.length > 1 && this.most > 0 ? html`<h3>${name}</h3>` : nothing}
        <ol aria-label=${name}>
          ${legs.map((leg, index) => this.leg(walk, leg, index, index < hidden))}
        </ol>
        ${
          hidden > 0 && this.most > 0
            ? html`<p class="dim" aria-hidden="true">${say('leg.more', { count: hidden })}</p>`
            : nothing
        }
      </section>
    `;
  }

  private leg(walk: Walk, leg: Leg, index: number, hidden: boolean): TemplateResult {
    const choose = { leg, person: walk.route };
    const certainty = say(`leg.${leg.certainty}`);
    return html`<li class=${hidden ? 'unseen' : ''}>
      <button
        class="leg ${leg.certainty}"
        @pointerdown=${pressed(this, choose)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' || event.key === ' ') chooseLeg(this, choose, 'tap', event);
        }}
      >
        <span class="number" aria-label=${say('leg.number', { number: index + 1 })}
          >${index + 1}</span
        >
        ${
          leg.picture === null || hidden
            ? html`<span class="silhouette"></span>`
            : html`<img src=${leg.picture} alt="" loading="lazy" />`
        }
        <span class="what">
          ${leg.camera.replaceAll('_', ' ')}<br />
          <span class="dim">${certainty} · ${duration(leg.end_s - leg.start_s)}</span>
        </span>
        <time class="dim">${clockTime(leg.start_s, this.zone, true)}</time>
      </button>
      ${this.gap(walk, index)}
    </li>`;
  }

  private gap(walk: Walk, index: number): unknown {
    const gap = walk.route.gaps[index];
    if (gap === undefined || walk.route.legs[index + 1] === undefined) return nothing;
    const words =
      gap.seconds < 0 ? say('leg.overlap') : say('leg.gap', { duration: duration(gap.seconds) });
    return html`<div class="gap">${words}</div>`;
  }
}
