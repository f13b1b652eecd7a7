import { mdiCheckCircleOutline, mdiUndo } from '@mdi/js';
import type { Identity, Review } from '@frigate-reid/shared/api/models';
import { html, nothing } from 'lit';
import { customElement, queryAll, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones } from '../../ui/skeleton';
import '../../ui/fr-clip';
import '../../ui/fr-dialog';
import '../../ui/fr-notice';
import '../../ui/term-bars';
import './review-group';
import { reviewPageStyles } from './review-page-styles';
import type { ReviewSide } from './review-side';
import './review-side';
import type { Answer, Elsewhere } from './review-store';
import { ReviewStore } from './review-store';
import { didWords, leastKnown, minutesWords, nearestWords, summaryWords } from './review-words';

const DEAF_MS = 700;
const SETTLE_MS = 500;
const NUMBERS = ['1', '2', '3', '4', '5', '6'];

/** Are these two one person? Pictures beside pictures, one key for an answer. */
@customElement('review-page')
export class ReviewPage extends ServiceElement {
  #store: ReviewStore | null = null;
  #leave: (() => void)[] = [];
  @state() private clip = '';
  @queryAll('review-side') private sides!: NodeListOf<ReviewSide>;
  #elsewhere: Elsewhere | null = null;
  #deafUntil_ms = 0;
  #refresh = 0;

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      y: () => void this.#answer('same'),
      n: () => void this.#answer('different'),
      s: () => void this.#answer('unsure'),
      u: () => void this.#undo(),
      o: () => void this.#openClip(),
      b: () => this.#callBadOfLeast(),
      a: () => this.store.toggleAll(),
      ...Object.fromEntries(NUMBERS.map((key) => [key, () => this.#toggle(Number(key) - 1)])),
    }));
  }

  static override styles = reviewPageStyles;

  get store(): ReviewStore {
    this.#store ??= new ReviewStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live, toasts } = this.services;
    this.#leave = [
      live.subscribe(({ topic }) => {
        if (topic === 'identities' || topic === 'reviews') this.#loadSoon();
      }),
      live.onState((connected) => connected && void this.store.load()),
      toasts.onUndone(() => void this.store.load()),
      this.store.subscribe(() => this.#onChange()),
    ];
    void this.store.begin(this.services.router.state.place.params.get('question') ?? '');
    void this.store.readWays();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#refresh);
    this.#refresh = 0;
    for (const leave of this.#leave) leave();
  }

  override render() {
    const { open, phase } = this.store.state;
    const review = this.store.current;
    return html`<div class="head">
        <h1>${review ? t('review.title') : t('nav.review')}</h1>
        ${
          phase === 'ready' && open > 0
            ? html`<p class="muted numbers">${tn('review.open', open)} · ${minutesWords(open)}</p>`
            : nothing
        }
      </div>
      ${this.#settledElsewhere()} ${this.#content(review)} ${this.#changed()} ${this.#clipDialog()}`;
  }

  #content(review: Review | null) {
    const { phase, error } = this.store.state;
    if (phase === 'loading') return html`<div class="two">${bones(2, 'tall')}</div>`;
    if (phase === 'error' && review === null) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    return review === null ? this.#nothingOpen() : this.#question(review);
  }

  #nothingOpen() {
    const { answers } = this.store;
    return html`<fr-notice
      .icon=${mdiCheckCircleOutline}
      heading=${t('review.none.title')}
      text=${answers ? tn('review.none.after', answers) : t('review.none.text')}
    >
      ${
        this.store.state.more
          ? html`<a href="#/people">${t('people.title')}</a>`
          : html`<button @click=${() => void this.store.askMore()}>${t('review.more')}</button>`
      }
    </fr-notice>`;
  }

  #question(review: Review) {
    const { group, also } = this.store.state;
    return html`<div class="two ${group.length ? 'with-group' : ''}">${this.#side(review.a)} ${this.#side(review.b)}</div>
      <div class="card evidence">
        <p class="nearest numbers">${nearestWords(review, this.store.state.edges)}</p>
        <p>${summaryWords(review)}</p>
        <details>
          <summary>${t('review.reasons')}</summary>
          <term-bars .terms=${review.terms}></term-bars>
        </details>
      </div>
      <review-group
        .people=${group}
        .also=${also}
        name=${review.a.label}
        @toggle=${({ detail }: CustomEvent<string>) => this.store.toggleAlso(detail)}
        @all=${() => this.store.toggleAll()}
      ></review-group>
      ${this.#answers()}`;
  }

  #side(person: Identity) {
    return html`<review-side
      .person=${person}
      .crops=${this.store.state.crops.get(person.id) ?? []}
      .now_s=${this.services.site.now_s()}
      @bad=${({ detail }: CustomEvent<string>) => void this.#callBad(person, detail)}
    ></review-side>`;
  }

  #answers() {
    const { busy, also } = this.store.state;
    const same = also.size ? t('review.sameAll', { n: also.size + 2 }) : t('answer.same');
    const button = (answer: Answer, key: string, words: string) =>
      html`<button data-act aria-disabled=${busy} @click=${() => void this.#answer(answer)}>
        ${words} <kbd>${key}</kbd>
      </button>`;
    return html`<div class="answers">
      ${button('different', 'N', t('answer.different'))}
      ${button('unsure', 'S', t('answer.unsure'))} ${button('same', 'Y', same)}
    </div>`;
  }

  /** What became of the question that was shown, where it was not answered here. */
  #settledElsewhere() {
    const { elsewhere } = this.store.state;
    if (elsewhere === null) return nothing;
    const { review, outcome, decision } = elsewhere;
    return html`<p class="elsewhere" role="status">
      <span class="grow">
        ${t(`review.elsewhere.${outcome}`, { a: review.a.label, b: review.b.label })}
      </span>
      ${
        decision === null
          ? nothing
          : html`<button data-act @click=${() => void this.#try(() => this.store.undoElsewhere())}>
            <fr-icon path=${mdiUndo}></fr-icon>${t('action.undo')}
          </button>`
      }
    </p>`;
  }

  /** What the last answer changed, with a way back. */
  #changed() {
    const last = this.store.state.answered.at(-1);
    if (last === undefined) return nothing;
    return html`<p class="changed" role="status">
      ${didWords(last)}
      ${
        last.decisions.length
          ? html`<button data-act class="quiet" @click=${() => void this.#undo()}>
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

  /** During a burst now and then, not for every event. */
  #loadSoon(): void {
    if (this.#refresh !== 0) return;
    this.#refresh = window.setTimeout(() => {
      this.#refresh = 0;
      void this.store.load();
    }, SETTLE_MS);
  }

  #onChange(): void {
    const { elsewhere } = this.store.state;
    if (elsewhere !== null && elsewhere !== this.#elsewhere) {
      this.#deafUntil_ms = performance.now() + DEAF_MS;
    }
    this.#elsewhere = elsewhere;
  }

  /** A press that was meant for a question that is gone must not answer the next one. */
  async #answer(answer: Answer): Promise<void> {
    if (performance.now() >= this.#deafUntil_ms) await this.#try(() => this.store.answer(answer));
  }

  #callBad(person: Identity, cropId: string): Promise<void> {
    return this.#try(() => this.store.callBad(person, cropId));
  }

  #callBadOfLeast(): void {
    const review = this.store.current;
    if (review === null) return;
    const least = leastKnown(review);
    const side = [...this.sides].find((each) => each.person.id === least.id);
    if (side?.shown) void this.#callBad(least, side.shown);
  }

  #toggle(at: number): void {
    const person = this.store.state.group[at];
    if (person) this.store.toggleAlso(person.id);
  }

  #undo(): Promise<void> {
    return this.#try(async () => {
      const undone = await this.store.undo();
      if (!undone) await this.services.toasts.undoLast(t('undo.done'));
    });
  }

  /** The last sighting of the one who is known least. */
  #openClip(): Promise<void> {
    const review = this.store.current;
    if (review === null) return Promise.resolve();
    const path = `identities/${encodeURIComponent(leastKnown(review).id)}/sightings`;
    return this.#try(async () => {
      const { items } = await this.services.api.get<{ items: { id: string }[] }>(path, {
        limit: 1,
      });
      this.clip = items[0]?.id ?? '';
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
