import type { FramePeople, PersonInFrame } from '@frigate-reid/shared/api/models';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { vars } from '../../core/vars';
import { base } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-picture';

/** A frame in which people have boxes. Fires `picked` with a sighting's id. */
@customElement('frame-people')
export class FramePeopleView extends ServiceElement {
  @property({ attribute: false }) frame!: FramePeople;
  @state() private ratio = 16 / 9;

  static override styles = [
    base,
    css`
      .frame {
        position: relative;
        --picture-radius: 12px;
      }
      button {
        all: unset;
        box-sizing: border-box;
        position: absolute;
        left: var(--x);
        top: var(--y);
        width: var(--w);
        height: var(--h);
        min-width: 24px;
        min-height: 24px;
        border: 2.5px solid #fff;
        outline: 2px solid rgb(0 0 0 / 55%);
        border-radius: 6px;
        cursor: pointer;
      }
      button:hover,
      button:focus-visible {
        border-color: #86a8ff;
        background: rgb(134 168 255 / 22%);
      }
      span {
        position: absolute;
        left: 0;
        bottom: calc(100% + 5px);
        padding: 1px 8px;
        border-radius: 6px;
        background: rgb(0 0 0 / 72%);
        color: #fff;
        font-size: 12.5px;
        font-weight: 560;
        white-space: nowrap;
      }
      .right span {
        left: auto;
        right: 0;
      }
    `,
  ];

  override render() {
    const { camera, time_s, people } = this.frame;
    return html`<div class="frame" ${vars({ '--picture-ratio': String(this.ratio) })}>
      <fr-picture
        .src=${`cameras/${encodeURIComponent(camera)}/frame.jpg?time_s=${time_s}`}
        alt=${cameraName(camera)}
        @shown=${(event: CustomEvent<number>) => (this.ratio = event.detail)}
      ></fr-picture>
      ${people.map((person) => this.#box(person))}
    </div>`;
  }

  #box(person: PersonInFrame) {
    const { x_min, y_min, x_max, y_max } = person.box;
    const label = person.label ?? t('search.somebody');
    return html`<button data-act
      class=${x_min > 0.6 ? 'right' : ''}
      aria-label=${t('search.searchFor', { name: label })}
      ${vars({
        '--x': share(x_min),
        '--y': share(y_min),
        '--w': share(x_max - x_min),
        '--h': share(y_max - y_min),
      })}
      @click=${() => this.dispatchEvent(new CustomEvent('picked', { detail: person.sighting_id }))}
    >
      <span>${label}</span>
    </button>`;
  }
}

function share(value: number): string {
  return `${100 * value}%`;
}
