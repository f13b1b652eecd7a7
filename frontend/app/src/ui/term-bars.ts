import type { Term } from '@frigate-reid/shared/api/models';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tOr } from '../core/i18n';
import { vars } from '../core/vars';
import { base } from './styles';

const WEIGHED = new Set(['appearance', 'time_place', 'face']);
/** A weight that fills its half: a thousand times likelier. */
const FULL = Math.log(1000);

/** Evidence in words; what is weighed has a bar to the right (one person) or left (two). */
@customElement('term-bars')
export class TermBars extends LitElement {
  @property({ attribute: false }) terms: readonly Term[] = [];
  /** Also terms that are only told. */
  @property({ type: Boolean }) all = false;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        gap: 10px;
      }
      .term {
        display: grid;
        grid-template-columns: 118px minmax(60px, 150px) minmax(0, 1fr);
        gap: 14px;
        align-items: center;
      }
      dt {
        font-weight: 560;
      }
      dd.words {
        color: var(--ink-2);
      }
      .scale {
        height: 10px;
        border-radius: 5px;
        background: var(--surface-3);
        position: relative;
      }
      .scale::before {
        content: '';
        position: absolute;
        left: 50%;
        top: -3px;
        bottom: -3px;
        border-left: 2px solid var(--line-strong);
      }
      .fill {
        position: absolute;
        top: 0;
        bottom: 0;
        left: 50%;
        width: var(--w);
        background: var(--good);
        border-radius: 0 5px 5px 0;
      }
      .fill.against {
        left: auto;
        right: 50%;
        background: var(--bad);
        border-radius: 5px 0 0 5px;
      }
      @media (max-width: 560px) {
        .term {
          grid-template-columns: 1fr 110px;
          gap: 4px 12px;
        }
        dd.words {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override render() {
    const shown = this.all ? this.terms : this.terms.filter((term) => isShown(term.name));
    return html`<dl>${shown.map((term) => this.#term(term))}</dl>`;
  }

  #term(term: Term) {
    const weight = WEIGHED.has(term.name) && typeof term.value === 'number' ? term.value : null;
    return html`<div class="term">
      <dt>${tOr(`term.${term.name}`, term.name)}</dt>
      <dd>
        ${
          weight === null
            ? nothing
            : html`<div class="scale" role="presentation">
              <div
                class="fill ${weight < 0 ? 'against' : ''}"
                ${vars({ '--w': `${50 * Math.min(1, Math.abs(weight) / FULL)}%` })}
              ></div>
            </div>`
        }
      </dd>
      <dd class="words">${term.words}</dd>
    </div>`;
  }
}

function isShown(name: string): boolean {
  return WEIGHED.has(name) || name === 'probability';
}
