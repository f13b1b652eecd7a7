import type { Matching, MatchingBand } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, fields } from '../../ui/styles';
import '../../ui/fr-switch';
import { MatchingStore } from './matching-store';
import { ratesWords, thresholdRows } from './rates';

const BANDS: readonly MatchingBand[] = ['careful', 'balanced', 'eager'];

/** Careful, balanced or eager; and the pause. */
@customElement('matching-card')
export class MatchingCard extends ServiceElement {
  #store: MatchingStore | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    fields,
    css`
      .card {
        display: grid;
        gap: 10px;
      }
      .band {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        padding: 11px 14px;
        border: 1px solid var(--line);
        border-radius: 11px;
        cursor: pointer;
        align-items: center;
      }
      .band:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .band span {
        grid-column: 2;
      }
      summary {
        cursor: pointer;
        width: fit-content;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        max-width: 520px;
        margin-top: 8px;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        text-align: right;
      }
      strong {
        font-weight: 600;
      }
    `,
  ];

  get store(): MatchingStore {
    this.#store ??= new MatchingStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.load();
    void this.store.measure();
    void this.store.readThresholds();
  }

  override render() {
    const { matching, error } = this.store.state;
    return html`<section class="card" aria-busy=${matching === null && error === null}>
      <h2>${t('settings.matching')}</h2>
      <p class="muted">${t('settings.matchingWhy')}</p>
      ${error && matching === null ? html`<p role="alert">${error.message}</p>` : nothing}
      <div role="radiogroup" aria-label=${t('settings.matching')} class="card-bands stack">
        ${BANDS.map((band) => this.#band(band, matching))}
      </div>
      ${this.#measured()} ${this.#thresholds(matching)}
      <fr-switch
        data-act
        label=${t('settings.pause')}
        .checked=${matching?.paused ?? false}
        ?disabled=${matching === null}
        @changed=${(event: CustomEvent<boolean>) => void this.#change({ paused: event.detail })}
      ></fr-switch>
      <p class="muted small">${t('settings.pauseWhy')}</p>
    </section>`;
  }

  #band(band: MatchingBand, matching: Matching | null) {
    return html`<label class="band">
      <input
        type="radio"
        name="band"
        data-act
        .checked=${live(matching?.band === band)}
        ?disabled=${matching === null}
        @change=${() => void this.#change({ band })}
      />
      <strong>${t(`band.${band}`)}</strong>
      <span class="muted small">${t(`band.${band}.why`)}</span>
      <span class="small numbers rates">
        ${ratesWords(this.store.state.rates?.bands.find((each) => each.band === band))}
      </span>
    </label>`;
  }

  #measured() {
    const { rates } = this.store.state;
    if (rates === null) return nothing;
    const { answers, enough } = rates;
    return html`<p class="muted small">
      ${tn('rates.measured', answers)} ${t('rates.doubtful', { enough })}
    </p>`;
  }

  #thresholds(matching: Matching | null) {
    const chosen = this.store.state.thresholds.find((each) => each.band === matching?.band);
    if (chosen === undefined) return nothing;
    return html`<details>
      <summary>${t('thresholds.more', { band: t(`band.${chosen.band}`) })}</summary>
      <dl class="numbers small">
        ${thresholdRows(chosen).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
      </dl>
    </details>`;
  }

  async #change(change: Partial<Matching>): Promise<void> {
    try {
      await this.store.change(change);
      this.services.toasts.done(t('person.changed'));
    } catch (error) {
      this.services.toasts.failed(error);
      this.requestUpdate();
    }
  }
}
