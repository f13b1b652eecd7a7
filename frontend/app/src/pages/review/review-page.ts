import { mdiCheckCircleOutline, mdiUndo } from '@mdi/js';
import type { Identity, Review } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons, chips } from '../../ui/styles';
import '../../ui/fr-clip';
import '../../ui/fr-dialog';
import '../../ui/fr-notice';
import '../../ui/term-bars';
import type { Answer } from './review-store';
import { ReviewStore } from './review-store';
import './review-side';

/** Are these two one person? Pictures beside pictures, one key for an answer. */
@customElement('review-page')
export class ReviewPage extends ServiceElement {
  #store: ReviewStore | null = null;
  #leave: (() => void)[] = [];
  @state() private clip = '';

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      y: () => void this.#answer('same'),
      n: () => void this.#answer('different'),
      s: () => void this.#answer('unsure'),
      u: () => void this.#undo(),
      o: () => void this.#openClip(),
    }));
  }

  static override styles = [
    base,
    buttons,
    chips,
    skeletonStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 20px;
        max-width: 1080px;
        margin-inline: auto;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: 6px 14px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 24px;
        min-width: 0;
      }
      .evidence {
        display: grid;
        gap: 14px;
      }
      .answers {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
        position: sticky;
        bottom: var(--bar-height, 0px);
        padding: 12px 0 14px;
        background: linear-gradient(transparent, var(--ground) 14px);
        margin-top: -12px;
      }
      .answers button {
        min-height: 58px;
        font-size: 16px;
        border-radius: 14px;
        box-shadow: var(--shadow-1);
      }
      .changed {
        min-height: 40px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        color: var(--ink-2);
        text-align: center;
      }
      .tall {
        height: 460px;
      }
      @media (max-width: 700px) {
        .two {
          gap: 10px;
        }
        .answers button {
          padding: 0 6px;
        }
      }
    `,
  ];

  get store(): ReviewStore {
    this.#store ??= new ReviewStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live, toasts } = this.services;
    this.#leave = [
      live.subscribe(({ topic }) => {
        if (topic === 'identities' || topic === 'reviews') void this.store.load();
      }),
      live.onState((connected) => connected && void this.store.load()),
      toasts.onUndone(() => void this.store.load()),
    ];
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
  }

  override render() {
    const { open, phase } = this.store.state;
    const review = this.store.current;
    return html`<div class="head">
        <h1>${review ? t('review.title') : t('nav.review')}</h1>
        ${
          phase === 'ready' && open > 0
            ? html`<p class="muted numbers">${tn('review.open', open)} · ${this.#minutes(open)}</p>`
            : nothing
        }
      </div>
      ${this.#content(review)} ${this.#changed()} ${this.#clipDialog()}`;
  }

  #content(review: Review | null) {
    const { phase, error, conflict, answered, more } = this.store.state;
    if (phase === 'loading') return html`<div class="two">${bones(2, 'tall')}</div>`;
    if (phase === 'error' && review === null) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    if (review === null) {
      return html`<fr-notice
        .icon=${mdiCheckCircleOutline}
        heading=${t('review.none.title')}
        text=${answered.length ? tn('review.none.after', answered.length) : t('review.none.text')}
      >
        ${
          more
            ? html`<a href="#/people">${t('people.title')}</a>`
            : html`<button @click=${() => void this.store.askMore()}>${t('review.more')}</button>`
        }
      </fr-notice>`;
    }
    return html`${conflict ? html`<p class="chip warn" role="status">${t('review.conflict')}</p>` : nothing}
      <div class="two">${this.#side(review.a)} ${this.#side(review.b)}</div>
      <div class="card evidence">
        <p>${this.#summary(review)}</p>
        <details>
          <summary>${t('review.reasons')}</summary>
          <term-bars .terms=${review.terms}></term-bars>
        </details>
      </div>
      ${this.#answers()}`;
  }

  #side(person: Identity) {
    return html`<review-side
      .person=${person}
      .crops=${this.store.state.crops.get(person.id) ?? []}
      .now_s=${this.services.site.now_s()}
    ></review-side>`;
  }

  #answers() {
    const { busy } = this.store.state;
    const button = (answer: Answer, key: string) =>
      html`<button aria-disabled=${busy} @click=${() => void this.#answer(answer)}>
        ${t(`answer.${answer}`)} <kbd>${key}</kbd>
      </button>`;
    return html`<div class="answers">
      ${button('different', 'N')} ${button('unsure', 'S')} ${button('same', 'Y')}
    </div>`;
  }

  #summary(review: Review): string {
    const likely = review.probability >= 0.5;
    const strongest = [...review.terms]
      .filter((term) => typeof term.value === 'number' && term.name !== 'probability')
      .sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)))[0];
    const opinion = t(likely ? 'review.likely' : 'review.unlikely');
    const settles = tn('review.settles', review.sightings);
    return [opinion, strongest?.words, settles].filter(Boolean).join(' ');
  }

  #minutes(open: number): string {
    return tn('review.minutes', Math.max(1, Math.round((open * 5) / 60)));
  }

  /** What the last answer changed, with a way back. */
  #changed() {
    const last = this.store.state.answered.at(-1);
    if (last === undefined) return nothing;
    const values = { a: last.review.a.label, b: last.review.b.label, name: last.label };
    return html`<p class="changed" role="status">
      ${t(`review.did.${last.answer}`, values)}
      ${
        last.decisions.length
          ? html`<button class="quiet" @click=${() => void this.#undo()}>
            <fr-icon path=${mdiUndo}></fr-icon>${t('action.undo')} <kbd>U</kbd>
          </button>`
          : nothing
      }
    </p>`;
  }

  #clipDialog() {
    if (!this.clip) return nothing;
    return html`<fr-dialog wide heading=${t('leg.clip')} @closed=${() => (this.clip = '')}>
      <fr-clip .sightingId=${this.clip}></fr-clip>
    </fr-dialog>`;
  }

  async #answer(answer: Answer): Promise<void> {
    try {
      await this.store.answer(answer);
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }

  async #undo(): Promise<void> {
    try {
      const undone = await this.store.undo();
      if (!undone) await this.services.toasts.undoLast(t('undo.done'));
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }

  /** The last sighting of the one who is known least. */
  async #openClip(): Promise<void> {
    const review = this.store.current;
    if (review === null) return;
    const least = review.a.sightings <= review.b.sightings ? review.a : review.b;
    const path = `identities/${encodeURIComponent(least.id)}/sightings`;
    try {
      const { items } = await this.services.api.get<{ items: { id: string }[] }>(path, {
        limit: 1,
      });
      this.clip = items[0]?.id ?? '';
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
