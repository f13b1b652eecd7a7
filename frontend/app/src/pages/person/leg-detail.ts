import { mdiHelpCircleOutline, mdiOpenInNew, mdiPlay, mdiUndo } from '@mdi/js';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Decision,
  Edge,
  Explanation,
  IdentityWritten,
  Leg,
  SightingFound,
  SightingWritten,
} from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base, buttons } from '../../ui/styles';
import { actorWords, cameraName } from '../../ui/words';
import '../../ui/fr-clip';
import { frigateLink } from '../../ui/frigate-link';
import '../../ui/evidence-view';
import './usual-curve';
import { usualTime } from './usual-time';

/** Why a leg belongs to the one before it, side by side, with the answers that mend it. */
@customElement('leg-detail')
export class LegDetail extends ServiceElement {
  @property({ attribute: false }) leg!: Leg;
  @property({ attribute: false }) previous: Leg | null = null;
  /** What was learned of the ways. */
  @property({ attribute: false }) edges: readonly Edge[] = [];
  @property() identityId = '';
  @state() private sighting: SightingFound | null = null;
  @state() private earlier: SightingFound | null = null;
  @state() private explanation: Explanation | null = null;
  @state() private playing = false;
  @state() private problem = '';

  static override styles = [
    base,
    buttons,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 14px;
      }
      .open {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        margin-top: 16px;
        padding: 6px 8px 6px 14px;
        border-radius: 12px;
        background: var(--warn-soft);
        color: var(--warn);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-top: 16px;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('leg') as Leg | undefined;
    if (!changed.has('leg')) return;
    if (before?.sighting_id !== this.leg.sighting_id) this.#forget();
    if (before?.sighting_id !== this.leg.sighting_id || before.doubted !== this.leg.doubted) {
      void this.#read();
    }
  }

  override render() {
    const { previous, leg, explanation } = this;
    return html`<section class="card">
      <div class="head">
        <h2 class="grow">
          ${
            previous
              ? t('leg.between', { a: cameraName(previous.camera), b: cameraName(leg.camera) })
              : cameraName(leg.camera)
          }
        </h2>
        <button class="quiet" @click=${() => (this.playing = !this.playing)}>
          <fr-icon path=${mdiPlay}></fr-icon>${t('leg.clip')}
        </button>
        ${frigateLink(this.services.site.state.info, leg)}
      </div>
      ${this.playing ? html`<fr-clip .sightingId=${leg.sighting_id}></fr-clip>` : nothing}
      <evidence-view
        .first=${this.earlier}
        .second=${this.sighting}
        .terms=${explanation?.terms ?? []}
        conclusion=${explanation?.conclusion ?? ''}
      ></evidence-view>
      ${
        previous
          ? html`<usual-curve
            .usual=${usualTime(this.edges, previous, leg)}
            .took_s=${leg.start_s - previous.end_s}
          ></usual-curve>`
          : nothing
      }
      ${this.problem ? html`<p class="muted">${this.problem}</p>` : nothing}
      ${leg.doubted ? this.#leftOpen() : nothing}
      ${
        previous
          ? html`<div class="answers">
            <button data-act @click=${() => void this.#same()}>${t('answer.same')}</button>
            <button data-act @click=${() => void this.#different()}>${t('answer.different')}</button>
            ${
              leg.doubted
                ? nothing
                : html`<button data-act @click=${() => void this.#unsure()}>${t('answer.unsure')}</button>`
            }
            <a class="button quiet" href="#/settings?why=${encodeURIComponent(previous.sighting_id)},${encodeURIComponent(leg.sighting_id)}">
              <fr-icon path=${mdiOpenInNew}></fr-icon>${t('leg.why')}
            </a>
          </div>`
          : nothing
      }
    </section>`;
  }

  /** Who could not tell, with a way back. */
  #leftOpen() {
    const said = this.#doubt();
    const actor = said?.actor ?? 'user';
    const who = actor === 'user' ? t('leg.somebody') : actorWords(actor);
    return html`<p class="open" role="status">
      <fr-icon path=${mdiHelpCircleOutline}></fr-icon>
      <span class="grow">
        ${t('leg.leftOpen', { who })}
      </span>
      ${
        said
          ? html`<button data-act class="quiet" @click=${() => void this.#takeBack(said)}>
            <fr-icon path=${mdiUndo}></fr-icon>${t('action.undo')}
          </button>`
          : nothing
      }
    </p>`;
  }

  #doubt(): Decision | undefined {
    return this.sighting?.decisions.find((each) => each.kind === 'unsure' && !each.undone);
  }

  #forget(): void {
    this.playing = false;
    this.problem = '';
  }

  async #read(): Promise<void> {
    const { leg, previous } = this;
    const { api } = this.services;
    const found = (id: string): Promise<SightingFound> =>
      api.get<SightingFound>(`sightings/${encodeURIComponent(id)}`);
    try {
      const [sighting, before, explanation] = await Promise.all([
        found(leg.sighting_id),
        previous ? found(previous.sighting_id) : null,
        previous
          ? api.post<Explanation>('explain', { a: previous.sighting_id, b: leg.sighting_id })
          : null,
      ]);
      if (this.leg !== leg && this.leg.sighting_id !== leg.sighting_id) return;
      Object.assign(this, { sighting, earlier: before, explanation });
    } catch (error) {
      this.problem = asApiError(error).message;
    }
  }

  /** They are one: the sighting stays where it is, for good. */
  async #same(): Promise<void> {
    const { api, toasts } = this.services;
    try {
      const path = `sightings/${encodeURIComponent(this.leg.sighting_id)}/assign`;
      const done = await api.post<IdentityWritten>(path, { identity_id: this.identityId });
      toasts.done(t('leg.sameDone'), done.decision_ids);
    } catch (error) {
      toasts.failed(error);
    }
  }

  /** Nobody can tell: nothing moves, and the route says so. */
  async #unsure(): Promise<void> {
    const { api, toasts } = this.services;
    try {
      const path = `sightings/${encodeURIComponent(this.leg.sighting_id)}/unsure`;
      const done = await api.post<SightingWritten>(path, { identity_id: this.identityId });
      toasts.done(t('leg.unsureDone'), done.decision_ids);
    } catch (error) {
      toasts.failed(error);
    }
  }

  async #takeBack(decision: Decision): Promise<void> {
    const { api, toasts } = this.services;
    try {
      await api.post(`decisions/${encodeURIComponent(decision.id)}/undo`);
      toasts.done(t('undo.done'));
    } catch (error) {
      toasts.failed(error);
    }
  }

  async #different(): Promise<void> {
    const { api, toasts } = this.services;
    try {
      const path = `identities/${encodeURIComponent(this.identityId)}/split`;
      const done = await api.post<IdentityWritten>(path, { sightings: [this.leg.sighting_id] });
      toasts.done(tn('sightings.split', 1, { name: done.identity.label }), done.decision_ids);
    } catch (error) {
      toasts.failed(error);
    }
  }
}
