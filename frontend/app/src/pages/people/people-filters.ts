import { mdiCheckboxMultipleOutline, mdiMagnify } from '@mdi/js';
import type { Camera } from '@frigate-reid/shared/api/models';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { base, buttons, fields } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import '../../ui/fr-segments';
import type { Sort } from './people-sort';
import { SORTS } from './people-sort';
import type { Filters } from './people-store';

/** Which people are shown. Fires `filter` with what changed, and `select-mode`. */
@customElement('people-filters')
export class PeopleFilters extends LitElement {
  @property({ attribute: false }) filters!: Filters;
  @property({ attribute: false }) cameras: readonly Camera[] = [];
  @property() latest = '';
  @property({ type: Boolean }) selecting = false;
  @query('input[type=search]') private search!: HTMLInputElement;
  #typing = 0;

  static override styles = [
    base,
    buttons,
    fields,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      .search {
        position: relative;
        flex: 1 1 170px;
        max-width: 340px;
      }
      .search fr-icon {
        position: absolute;
        left: 11px;
        top: 10px;
        color: var(--ink-3);
      }
      .search input {
        width: 100%;
        padding-left: 38px;
      }
      select {
        padding-right: 6px;
      }
      @media (max-width: 700px) {
        .search {
          flex-basis: 100%;
          max-width: none;
        }
        fr-segments {
          flex: 1 1 100%;
        }
        select,
        input[type='date'] {
          flex: 1 1 40%;
        }
      }
    `,
  ];

  focusSearch(): void {
    this.search.focus();
  }

  override render() {
    const { filters } = this;
    return html`<div class="bar" role="search">
      <div class="search">
        <fr-icon path=${mdiMagnify}></fr-icon>
        <input
          type="search"
          placeholder=${t('people.search')}
          aria-label=${t('people.search')}
          .value=${filters.q}
          @input=${() => this.#onType()}
        />
      </div>
      <fr-segments
        label=${t('people.which')}
        .segments=${(['visible', 'named', 'unnamed', 'hidden'] as const).map((value) => ({
          value,
          label: t(`people.state.${value}`),
        }))}
        .value=${filters.state}
        @chosen=${(event: CustomEvent<Filters['state']>) => this.#filter({ state: event.detail })}
      ></fr-segments>
      <select
        aria-label=${t('people.camera')}
        @change=${(event: Event) => this.#filter({ camera: (event.target as HTMLSelectElement).value })}
      >
        <option value="">${t('people.anyCamera')}</option>
        ${this.cameras.map(
          ({ name }) =>
            html`<option value=${name} ?selected=${name === filters.camera}>
              ${cameraName(name)}
            </option>`,
        )}
      </select>
      <input
        type="date"
        aria-label=${t('people.day')}
        .value=${filters.day}
        max=${this.latest || nothing}
        @change=${(event: Event) => this.#filter({ day: (event.target as HTMLInputElement).value })}
      />
      <select
        aria-label=${t('people.sort')}
        @change=${(event: Event) => this.#filter({ sort: (event.target as HTMLSelectElement).value as Sort })}
      >
        ${SORTS.map(
          (sort) =>
            html`<option value=${sort} ?selected=${sort === filters.sort}>
              ${t(`people.sort.${sort}`)}
            </option>`,
        )}
      </select>
      <button
        aria-pressed=${this.selecting}
        @click=${() => this.dispatchEvent(new CustomEvent('select-mode'))}
      >
        <fr-icon path=${mdiCheckboxMultipleOutline}></fr-icon>${t('people.selectMode')}
      </button>
    </div>`;
  }

  #onType(): void {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => this.#filter({ q: this.search.value.trim() }), 200);
  }

  #filter(change: Partial<Filters>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: change }));
  }
}
