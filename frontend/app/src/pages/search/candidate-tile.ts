import { mdiCheck, mdiClose, mdiPlay, mdiStop } from '@mdi/js';
import type { Candidate, Mark } from '@frigate-reid/shared/api/models';
import { clockTime, signedOffset } from '@frigate-reid/shared/time/format';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-clip';
import '../../ui/fr-icon';
import './hover-clip';

const CALM = matchMedia('(prefers-reduced-motion: reduce)');

const KINDS = { likely: 'good', unsure: 'warn', weak: '' } as const;

/** A sighting that may be the person. Fires `mark` (tick or cross) and `play` (begin or end). */
@customElement('candidate-tile')
export class CandidateTile extends ServiceElement {
  @property({ attribute: false }) candidate!: Candidate;
  @property({ attribute: false }) zone: Zone;
  /** Marks can no longer be changed. */
  @property({ type: Boolean }) locked = false;
  /** Its recording is played where its picture was. */
  @property({ type: Boolean }) playing = false;
  @state() private hovered = false;
  @query('.picture') private picture!: HTMLElement;

  static override styles = [
    base,
    buttons,
    chips,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      article {
        position: relative;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        --picture-radius: 11px 11px 0 0;
      }
      article.tick {
        outline: 3px solid var(--good);
      }
      article.unsure {
        outline: 3px dashed var(--warn);
      }
      article.cross {
        opacity: 0.55;
      }
      .frame {
        position: relative;
        overflow: hidden;
        border-radius: var(--picture-radius);
      }
      fr-clip {
        position: absolute;
        inset: 0;
        margin: 0;
        font-size: 13px;
        --clip-height: 100%;
        --clip-radius: 0;
      }
      .picture {
        all: unset;
        display: block;
        position: relative;
        width: 100%;
        cursor: pointer;
      }
      .picture:focus-visible {
        outline: 3px solid var(--accent);
        border-radius: 11px;
      }
      .new {
        position: absolute;
        left: 9px;
        top: 9px;
      }
      .words {
        padding: 8px 12px 0;
      }
      .marks {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: 6px;
        padding: 8px;
      }
      .marks button {
        padding: 0;
        min-width: 40px;
      }
      .marks .tick[aria-pressed='true'] {
        background: var(--good);
        color: var(--surface);
      }
      .marks .cross[aria-pressed='true'] {
        background: var(--bad);
        color: var(--surface);
      }
    `,
  ];

  override focus(): void {
    this.picture.focus();
  }

  override render() {
    const { sighting, band, label, offset_s, is_new } = this.candidate;
    const camera = cameraName(sighting.camera);
    const time = clockTime(sighting.start_s, this.zone, true);
    return html`<article class=${label ?? ''}>
      <div class="frame">
        <button
          class="picture"
          data-act
          aria-label=${`${camera}, ${time}`}
          @click=${() => this.#mark('tick')}
          @pointerenter=${(event: PointerEvent) => this.#onEnter(event)}
          @pointerleave=${() => (this.hovered = false)}
        >
          <fr-picture .src=${cropPath(sighting.crop_id)}></fr-picture>
          <hover-clip
            .sightingId=${sighting.id}
            .active=${this.hovered && !this.playing}
          ></hover-clip>
        </button>
        ${
          this.playing
            ? html`<fr-clip
              .sightingId=${sighting.id}
              @ended=${() => this.#fire('play')}
            ></fr-clip>`
            : nothing
        }
      </div>
      ${is_new ? html`<span class="chip accent new">${t('search.new')}</span>` : nothing}
      <div class="words">
        <p class="row">
          <strong class="numbers grow">${offset_s === null ? time : signedOffset(offset_s)}</strong>
          ${
            label === 'unsure'
              ? html`<span class="chip warn">${t('answer.unsure')}</span>`
              : html`<span class="chip ${KINDS[band]}">${t(`band.${band}`)}</span>`
          }
        </p>
        <p class="muted small numbers cut">
          ${time}${sighting.identity_label ? ` · ${sighting.identity_label}` : nothing}
        </p>
      </div>
      <div class="marks">
        ${this.#button('tick', mdiCheck, t('search.tick'))}
        ${this.#button('cross', mdiClose, t('search.cross'))}
        <button
          class="quiet icon"
          aria-label=${t('leg.clip')}
          aria-pressed=${this.playing}
          @click=${() => this.#fire('play')}
        >
          <fr-icon path=${this.playing ? mdiStop : mdiPlay}></fr-icon>
        </button>
      </div>
    </article>`;
  }

  #button(label: Mark, icon: string, words: string) {
    return html`<button data-act
      class=${label}
      aria-pressed=${this.candidate.label === label}
      ?disabled=${this.locked}
      aria-label=${words}
      title=${words}
      @click=${() => this.#mark(label)}
    >
      <fr-icon path=${icon}></fr-icon>
    </button>`;
  }

  /** A finger that passes plays nothing, nor does whoever wants no motion. */
  #onEnter(event: PointerEvent): void {
    this.hovered = event.pointerType === 'mouse' && !CALM.matches;
  }

  #mark(label: Mark): void {
    this.#fire('mark', label);
  }

  #fire(name: string, detail?: Mark): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
