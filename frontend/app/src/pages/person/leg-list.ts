import type { Branch, Edge, Gap, Leg } from '@frigate-reid/shared/api/models';
import { clockTime, duration } from '@frigate-reid/shared/time/format';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { cropPath } from '../../ui/fr-picture';
import { base, chips } from '../../ui/styles';
import { cameraName, gapWords, isWalk } from '../../ui/words';
import { legBranch } from './leg-branch';
import { usualTime, usualWords } from './usual-time';

/** A route in words: legs on cameras and the time between them. Fires `choose`. */
@customElement('leg-list')
export class LegList extends LitElement {
  @property({ attribute: false }) legs: readonly Leg[] = [];
  @property({ attribute: false }) gaps: readonly Gap[] = [];
  /** What was learned of the ways. */
  @property({ attribute: false }) edges: readonly Edge[] = [];
  @property({ attribute: false }) branches: readonly Branch[] = [];
  /** Legs of the day before the first one that is shown. */
  @property({ type: Number }) offset = 0;
  @property() chosen = '';
  @property({ attribute: false }) zone: Zone;

  static override styles = [
    base,
    chips,
    css`
      ol {
        display: grid;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 8px;
        max-height: var(--legs-height, 1000px);
        overflow: auto;
      }
      button {
        all: unset;
        box-sizing: border-box;
        width: 100%;
        cursor: pointer;
        display: grid;
        grid-template-columns: 30px minmax(0, 1fr) 62px;
        gap: 12px;
        align-items: center;
        padding: 8px 10px;
        border-radius: 10px;
        --picture-ratio: 4 / 5;
      }
      button:hover {
        background: var(--surface-2);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .chosen .muted {
        color: var(--ink-2);
      }
      .chosen button {
        background: var(--accent-soft);
      }
      .number {
        width: 28px;
        height: 28px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: var(--route);
        color: var(--accent-ink);
        font-weight: 660;
        font-size: 13px;
      }
      .gap {
        margin: 0 0 0 24px;
        padding: 3px 0 3px 27px;
        border-left: 2px solid var(--line-strong);
        font-size: 13px;
        color: var(--ink-3);
      }
      .branch fr-icon {
        --icon-size: 15px;
        vertical-align: -2px;
      }
      .gap.long {
        border-left-style: dotted;
      }
    `,
  ];

  override render() {
    return html`<ol aria-label=${t('route.legs')}>
      ${this.legs.map((leg, index) => this.#leg(leg, index))}
    </ol>`;
  }

  #leg(leg: Leg, index: number) {
    const gap = index > 0 ? this.gaps[this.offset + index - 1] : undefined;
    return html`<li class=${leg.sighting_id === this.chosen ? 'chosen' : ''}>
      ${
        gap
          ? html`<p class="gap ${gap.seconds > 300 ? 'long' : ''}">
            ${gapWords(gap.seconds)}${this.#usually(index, gap)}
          </p>`
          : nothing
      }
      ${this.branches
        .filter((each) => each.instead_of === leg.sighting_id)
        .map((each) => legBranch(each, this.zone))}
      <button
        aria-current=${leg.sighting_id === this.chosen}
        @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: leg.sighting_id }))}
      >
        <span class="number">${this.offset + index + 1}</span>
        <span>
          <strong>${cameraName(leg.camera)}</strong>
          <span class="muted small numbers"
            ><br />${clockTime(leg.start_s, this.zone, true)} · ${duration(leg.end_s - leg.start_s)}</span
          >
          ${this.#band(leg)}
        </span>
        <fr-picture .src=${cropPath(leg.crop_id)}></fr-picture>
      </button>
    </li>`;
  }

  /** Only of a walk: whoever was away longer did something else. */
  #usually(index: number, gap: Gap): string {
    const [before, after] = [this.legs[index - 1], this.legs[index]];
    if (!before || !after || !isWalk(gap.seconds)) return '';
    const usual = usualTime(this.edges, before, after);
    return usual === null ? '' : ` (${usualWords(usual)})`;
  }

  #band(leg: Leg) {
    if (leg.doubted) return html`<span class="chip warn">${t('leg.doubted')}</span>`;
    const tone = { confirmed: 'good', likely: '', unsure: 'warn' }[leg.certainty];
    return html`<span class="chip ${tone}">${t(`band.${leg.certainty}`)}</span>`;
  }
}
