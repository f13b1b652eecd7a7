import type { Job } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Key } from '../../core/i18n';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, fields } from '../../ui/styles';
import { ageWords } from '../../ui/words';
import '../../ui/fr-segments';
import { RescanStore, isUnderWay } from './rescan-store';

const DAYS = ['1', '3', '7', '14'];
const DAY_S = 86_400;

/** Look through Frigate's last days for people who are not known yet. */
@customElement('rescan-card')
export class RescanCard extends ServiceElement {
  #store: RescanStore | null = null;
  @state() private days = '3';

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
    `,
  ];

  get store(): RescanStore {
    this.#store ??= new RescanStore(this.services.api, this.services.live);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.stop();
    this.#store = null;
  }

  override render() {
    const { job, error } = this.store.state;
    return html`<section class="card">
      <h2>${t('rescan.title')}</h2>
      <p class="muted">${t('rescan.why')}</p>
      ${job && isUnderWay(job) ? this.#underWay(job) : this.#form()}
      ${job && !isUnderWay(job) ? html`<p role="status">${this.#outcome(job)}</p>` : nothing}
      ${error ? html`<p role="alert">${error.message}</p>` : nothing}
    </section>`;
  }

  #form() {
    const { trial } = this.store.state;
    const span = this.#span();
    return html`<fr-segments
        label=${t('rescan.range')}
        .segments=${DAYS.map((value) => ({ value, label: tn('time.day', Number(value)) }))}
        .value=${this.days}
        @chosen=${(event: CustomEvent<string>) => (this.days = event.detail)}
      ></fr-segments>
      ${trial?.result ? html`<p>${this.#estimate(trial.result)}</p>` : nothing}
      <div class="row wrap">
        <button data-act @click=${() => void this.store.estimate(...span)}>
          ${trial && isUnderWay(trial) ? t('rescan.counting') : t('rescan.estimate')}
        </button>
        <button class="primary" @click=${() => void this.store.start(...span)}>
          ${t('rescan.start')}
        </button>
      </div>`;
  }

  #underWay(job: Job) {
    return html`<p role="status">${t(`job.${job.state}` as Key)}</p>
      <progress max="1" .value=${job.progress} aria-label=${t('rescan.title')}></progress>
      <button data-act @click=${() => void this.store.cancel()}>${t('action.cancel')}</button>`;
  }

  #estimate(result: Record<string, unknown>): string {
    const events = Number(result['events'] ?? 0);
    const time = ageWords(Number(result['estimate_s'] ?? 0));
    return tn('rescan.would', events, { time });
  }

  #outcome(job: Job): string {
    if (job.state !== 'done') return job.message ?? t(`job.${job.state}` as Key);
    return tn('rescan.took', Number(job.result?.['taken'] ?? 0));
  }

  #span(): [number, number] {
    const now_s = this.services.site.now_s();
    return [now_s - Number(this.days) * DAY_S, now_s];
  }
}
