import type { Point } from '@frigate-reid/shared/plan/homography';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { vars } from '../core/vars';
import { base } from './styles';
import './fr-picture';

/** A camera's frame with numbered points. Fires `mark` with fractions of the frame. */
@customElement('frame-points')
export class FramePoints extends LitElement {
  @property() src: string | null = null;
  @property({ attribute: false }) points: readonly Point[] = [];
  @property({ attribute: false }) pending: Point | null = null;
  @property() label = '';
  @state() private ratio = 16 / 9;

  static override styles = [
    base,
    css`
      .frame {
        position: relative;
        cursor: crosshair;
        border-radius: 12px;
        overflow: hidden;
        --picture-radius: 12px;
      }
      .point {
        position: absolute;
        left: var(--x);
        top: var(--y);
        transform: translate(-50%, -50%);
        width: 24px;
        height: 24px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: #c0262d;
        color: #fff;
        border: 2px solid #fff;
        font-size: 12px;
        font-weight: 680;
        pointer-events: none;
      }
      .pending {
        background: #fff;
        border-color: #c0262d;
      }
    `,
  ];

  override render() {
    return html`<div
      class="frame"
      role="application"
      aria-label=${this.label}
      ${vars({ '--picture-ratio': String(this.ratio) })}
      @click=${(event: MouseEvent) => this.#onClick(event)}
    >
      <fr-picture fit="whole" .src=${this.src} alt=${this.label || t('picture.none')} @shown=${(event: CustomEvent<number>) => (this.ratio = event.detail)}></fr-picture>
      ${this.points.map((point, index) => this.#point(point, String(index + 1), ''))}
      ${this.pending ? this.#point(this.pending, '', 'pending') : nothing}
    </div>`;
  }

  #point(point: Point, words: string, kind: string) {
    return html`<span
      class="point ${kind}"
      ${vars({ '--x': `${100 * point.x}%`, '--y': `${100 * point.y}%` })}
      >${words}</span
    >`;
  }

  #onClick(event: MouseEvent): void {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    const detail = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
    this.dispatchEvent(new CustomEvent('mark', { detail }));
  }
}
