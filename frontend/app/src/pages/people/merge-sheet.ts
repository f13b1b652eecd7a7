import { mdiArrowLeft, mdiSwapHorizontal } from '@mdi/js';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Identity, MergeAnswer, Overlap } from '@frigate-reid/shared/api/models';
import { clockTime } from '@frigate-reid/shared/time/format';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-dialog';
import './merge-preview';
import { byPrecedence, withPrimary } from './merge-model';

/** Make people one: who stays, who goes in, and what speaks against it. Fires `merge` or `closed`. */
@customElement('merge-sheet')
export class MergeSheet extends ServiceElement {
  @property({ attribute: false }) people: readonly Identity[] = [];
  @state() private ordered: Identity[] = [];
  @state() private plan: MergeAnswer | null = null;
  @state() private error: ApiError | null = null;

  static override styles = [
    base,
    buttons,
    chips,
    css`
      .people {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 6px 0 14px;
        overflow-x: auto;
      }
      figure {
        width: 132px;
        flex: none;
        display: grid;
        gap: 6px;
      }
      figcaption {
        text-align: center;
        display: grid;
        gap: 2px;
        justify-items: center;
      }
      .primary-one fr-picture {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .against {
        background: var(--bad-soft);
        color: var(--bad);
        border-radius: 12px;
        padding: 12px 16px;
        display: grid;
        gap: 4px;
      }
      .fine {
        color: var(--good);
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('people')) {
      this.ordered = byPrecedence(this.people);
      void this.#try();
    }
  }

  override render() {
    const [primary, ...others] = this.ordered;
    if (primary === undefined) return nothing;
    return html`<fr-dialog wide heading=${t('merge.title')}>
      <div class="stack">
        <div class="people">
          ${this.#one(primary, true)}
          <fr-icon path=${mdiArrowLeft}></fr-icon>
          ${others.map((each) => this.#one(each, false))}
        </div>
        <p>
          ${t('merge.stays', { name: primary.label })}
          ${
            others.length === 1
              ? html`<button class="quiet" @click=${() => this.#choose(others[0]?.id ?? '')}>
                <fr-icon path=${mdiSwapHorizontal}></fr-icon>${t('merge.swap')}
              </button>`
              : nothing
          }
        </p>
        ${this.error ? html`<p class="against" role="alert">${this.error.message}</p>` : this.#overlaps()}
        <merge-preview .people=${this.ordered} .overlaps=${this.plan?.overlaps ?? []}></merge-preview>
      </div>
      <button slot="actions" @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>
        ${t('action.cancel')}
      </button>
      <button
        slot="actions"
        class="primary"
        ?disabled=${this.plan === null || this.error !== null}
        @click=${() => this.#merge()}
      >
        ${tn('merge.do', this.ordered.length)}
      </button>
    </fr-dialog>`;
  }

  #one(person: Identity, isPrimary: boolean) {
    return html`<figure class=${isPrimary ? 'primary-one' : ''}>
      <fr-picture .src=${cropPath(person.crop_id)} alt=""></fr-picture>
      <figcaption>
        <strong>${person.label}</strong>
        <span class="muted small">${tn('people.sightings', person.sightings)}</span>
        ${
          isPrimary
            ? html`<span class="chip accent">${t('merge.keeps')}</span>`
            : this.ordered.length > 2
              ? html`<button class="quiet small" @click=${() => this.#choose(person.id)}>
                ${t('merge.makeFirst')}
              </button>`
              : nothing
        }
      </figcaption>
    </figure>`;
  }

  #overlaps() {
    const overlaps = this.plan?.overlaps;
    if (overlaps === undefined) return html`<p class="muted">${t('merge.looking')}</p>`;
    if (overlaps.length === 0) return html`<p class="fine">${t('merge.noOverlap')}</p>`;
    return html`<div class="against" role="alert">
      <strong>${tn('merge.overlaps', overlaps.length)}</strong>
      ${overlaps.slice(0, 5).map((each) => html`<span>${this.#overlap(each)}</span>`)}
    </div>`;
  }

  #overlap({ first, second, from_s, same_camera }: Overlap): string {
    const values = {
      time: clockTime(from_s, this.services.site.zone),
      a: cameraName(first.camera),
      b: cameraName(second.camera),
    };
    return same_camera ? t('merge.sameCamera', values) : t('merge.twoCameras', values);
  }

  #choose(id: string): void {
    this.ordered = withPrimary(this.ordered, id);
    void this.#try();
  }

  async #try(): Promise<void> {
    const [primary, ...others] = this.ordered;
    if (primary === undefined || others.length === 0) return;
    this.plan = null;
    this.error = null;
    try {
      const path = `identities/${encodeURIComponent(primary.id)}/merge`;
      const body = { others: others.map((each) => each.id), dry_run: true };
      this.plan = await this.services.api.post<MergeAnswer>(path, body);
    } catch (error) {
      this.error = asApiError(error);
    }
  }

  #merge(): void {
    const detail = this.ordered.map((each) => each.id);
    this.dispatchEvent(new CustomEvent('merge', { detail }));
  }
}
