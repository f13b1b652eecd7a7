/** People over the plan. They lie apart from it, so that a move does not paint the plan anew. */
import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { initials } from '../logic/names';

export interface Dot {
  label: string;
  colour: string;
  picture: string | null;
}

/** From plan units to pixels of the element. */
export interface Scale {
  factor: number;
  left: number;
  top: number;
}

export class PeopleDots extends LitElement {
  @property({ attribute: false }) dots: readonly Dot[] = [];
  @property({ attribute: false }) scale: Scale = { factor: 1, left: 0, top: 0 };
  /** They breathe: it is now, not a replay. */
  @property({ type: Boolean, reflect: true }) live = false;

  private places: (Point | null)[] = [];

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      overflow: hidden;
      pointer-events: none;
      direction: ltr;
    }
    [hidden] {
      display: none !important;
    }
    .dot {
      position: absolute;
      inset-block-start: -14px;
      inset-inline-start: -14px;
      box-sizing: border-box;
      inline-size: 28px;
      block-size: 28px;
      display: grid;
      place-items: center;
      border-radius: 50%;
      border: 2px solid #fff;
      background: var(--colour) center / cover;
      box-shadow: 0 0 0 6px color-mix(in srgb, var(--colour) 28%, transparent);
      color: #fff;
      font-size: 12px;
      font-weight: 600;
      will-change: transform;
    }
    @media (prefers-reduced-motion: no-preference) {
      :host([live]) .dot {
        animation: breathe 2s ease-in-out infinite;
      }
    }
    @keyframes breathe {
      50% {
        opacity: 0.75;
      }
    }
  `;

  /** Put everybody where they are; null hides. */
  place(places: (Point | null)[]): void {
    this.places = places;
    const { factor, left, top } = this.scale;
    this.renderRoot.querySelectorAll<HTMLElement>('.dot').forEach((dot, index) => {
      const at = places[index] ?? null;
      dot.hidden = at === null;
      if (at === null) return;
      dot.style.transform = `translate(${left + factor * at.x}px, ${top + factor * at.y}px)`;
    });
  }

  override render(): unknown {
    return this.dots.map(({ label, colour, picture }) => {
      const style = {
        '--colour': colour,
        ...(picture === null ? {} : { 'background-image': `url(${JSON.stringify(picture)})` }),
      };
      return html`<div class="dot" style=${styleMap(style)} hidden>
        ${picture === null ? initials(label) : ''}
      </div>`;
    });
  }

  protected override updated(): void {
    this.place(this.places);
  }
}
