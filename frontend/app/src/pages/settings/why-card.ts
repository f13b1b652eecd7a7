import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Explanation, Page, Sighting, SightingFound } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGE, t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/evidence-view';
import '../../ui/term-bars';

const SHOWN = 24;

/** Why two sightings are one person or not: pick two, see every term. */
@customElement('why-card')
export class WhyCard extends ServiceElement {
  /** Two sightings to begin with. */
  @property({ attribute: false }) asked: readonly string[] = [];
  @state() private recent: readonly Sighting[] = [];
  @state() private picked: readonly string[] = [];
  @state() private found: readonly SightingFound[] = [];
  @state() private explanation: Explanation | null = null;
  @state() private error: ApiError | null = null;

  static override styles = [
    base,
    buttons,
    css`
      .card {
        display: grid;
        gap: 14px;
      }
      .recent {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: 104px;
        gap: 12px;
        overflow-x: auto;
        padding: 4px 4px 10px;
      }
      .one {
        all: unset;
        cursor: pointer;
        font-size: 12.5px;
        line-height: 1.35;
        border-radius: 9px;
      }
      .one[aria-pressed='true'] fr-picture,
      .one:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 1px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readRecent();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('asked') && this.asked.length === 2) {
      this.picked = this.asked;
      void this.#explain();
    }
  }

  override render() {
    const [first = null, second = null] = this.found;
    return html`<section class="card">
      <h2>${t('why.title')}</h2>
      <p class="muted">${t('why.text')}</p>
      <div class="recent">${this.recent.map((each) => this.#one(each))}</div>
      ${this.error ? html`<p role="alert">${this.error.message}</p>` : nothing}
      ${
        this.explanation
          ? html`<evidence-view
              .first=${first}
              .second=${second}
              .conclusion=${this.explanation.conclusion}
            ></evidence-view>
            <term-bars all .terms=${this.explanation.terms}></term-bars>`
          : nothing
      }
    </section>`;
  }

  #one(sighting: Sighting) {
    const { zone } = this.services.site;
    const when = clockTime(sighting.start_s, zone, true);
    return html`<button
      class="one"
      aria-pressed=${this.picked.includes(sighting.id)}
      title=${this.#day(sighting)}
      @click=${() => this.#pick(sighting.id)}
    >
      <fr-picture .src=${cropPath(sighting.crop_id)}></fr-picture>
      <strong class="cut">${sighting.identity_label ?? t('why.nobody')}</strong><br />
      ${cameraName(sighting.camera)}<br /><span class="muted numbers">${when}</span>
    </button>`;
  }

  #day(sighting: Sighting): string {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = dayOf(sighting.start_s, site.zone);
    return dayName(day, site.now_s(), site.zone, LANGUAGE, words);
  }

  #pick(id: string): void {
    this.picked = this.picked.includes(id)
      ? this.picked.filter((each) => each !== id)
      : [...this.picked.slice(-1), id];
    this.explanation = null;
    if (this.picked.length === 2) void this.#explain();
  }

  async #readRecent(): Promise<void> {
    try {
      const page = await this.services.api.get<Page<Sighting>>('sightings', { limit: SHOWN });
      this.recent = page.items;
    } catch (error) {
      this.error = asApiError(error);
    }
  }

  async #explain(): Promise<void> {
    const { api } = this.services;
    const [a = '', b = ''] = this.picked;
    this.error = null;
    try {
      const one = (id: string): Promise<SightingFound> =>
        api.get<SightingFound>(`sightings/${encodeURIComponent(id)}`);
      const explaining = api.post<Explanation>('explain', { a, b });
      const [first, second, explanation] = await Promise.all([one(a), one(b), explaining]);
      this.found = [first, second];
      this.explanation = explanation;
    } catch (error) {
      this.error = asApiError(error);
    }
  }
}
