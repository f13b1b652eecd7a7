import { duration } from '@frigate-reid/shared/time/format';
import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { base } from '../../ui/styles';
import type { UsualTime } from './usual-time';

const WIDTH = 300;
const HEIGHT = 54;
const BARS = 30;
/** Standard deviations between the middle and one in twenty. */
const ONE_IN_TWENTY = 1.645;

/** How long people walk from one camera to the next, as learned, and how long it was this time. */
@customElement('usual-curve')
export class UsualCurve extends LitElement {
  @property({ attribute: false }) usual: UsualTime | null = null;
  /** Seconds out of sight this time. */
  @property({ type: Number }) took_s = 0;

  static override styles = [
    base,
    css`
      figure {
        margin: 16px 0;
        max-width: 360px;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }
      rect {
        fill: var(--line-strong);
      }
      rect.usual {
        fill: var(--accent);
        opacity: 0.75;
      }
      line {
        stroke: var(--ink);
        stroke-width: 2;
      }
      text {
        fill: var(--ink-2);
        font-size: 11px;
        font-variant-numeric: tabular-nums;
      }
      figcaption {
        margin-top: 4px;
      }
    `,
  ];

  override render() {
    const { usual, took_s } = this;
    if (usual === null || took_s < 0) return nothing;
    const last_s = Math.max(1.25 * usual.p95_s, Math.min(1.1 * took_s, 2 * usual.p95_s), 1);
    const at = (seconds: number): number => (WIDTH * Math.min(seconds, last_s)) / last_s;
    const is = (seconds: number): boolean => seconds >= usual.p5_s && seconds <= usual.p95_s;
    const heights = densities(usual, last_s);
    const highest = Math.max(...heights);
    const words = t('leg.usual', {
      walks: tn('leg.walks', usual.walks),
      from: duration(usual.p5_s),
      to: duration(usual.p95_s),
      took: duration(took_s),
    });
    return html`<figure>
      <svg viewBox="0 -4 ${WIDTH} ${HEIGHT + 20}" role="img" aria-label=${words}>
        ${heights.map((each, index) => {
          const height = (HEIGHT * each) / highest;
          return svg`<rect
            class=${is(((index + 0.5) * last_s) / BARS) ? 'usual' : ''}
            x=${(index * WIDTH) / BARS} width=${WIDTH / BARS - 1}
            y=${HEIGHT - height} height=${height} rx="1"
          />`;
        })}
        <line x1=${at(took_s)} x2=${at(took_s)} y1="-4" y2=${HEIGHT + 2} />
        ${mark(at(took_s), duration(took_s))}
      </svg>
      <figcaption class="muted small numbers">${words}</figcaption>
    </figure>`;
  }
}

function mark(x: number, words: string) {
  const anchor = x < 20 ? 'start' : x > WIDTH - 20 ? 'end' : 'middle';
  return svg`<text x=${x} y=${HEIGHT + 14} text-anchor=${anchor}>${words}</text>`;
}

/** Of the log-normal with these percentiles, in the middle of each bar. */
function densities({ p50_s, p95_s }: UsualTime, last_s: number): number[] {
  const spread = Math.max(0.05, Math.log(p95_s / p50_s) / ONE_IN_TWENTY);
  return Array.from({ length: BARS }, (_, index) => {
    const time_s = ((index + 0.5) * last_s) / BARS;
    const off = Math.log(time_s / p50_s) / spread;
    return Math.exp(-0.5 * off * off) / time_s;
  });
}
