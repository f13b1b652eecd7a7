import { mdiChevronLeft, mdiChevronRight, mdiMagnifyExpand, mdiSelectSearch } from '@mdi/js';
import type { Candidate, Mark } from '@frigate-reid/shared/api/models';
import { duration } from '@frigate-reid/shared/time/format';
import { html, nothing } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones } from '../../ui/skeleton';
import { cameraName } from '../../ui/words';
import '../../ui/fr-notice';
import '../../ui/fr-segments';
import '../../ui/watch-switch';
import type { CandidateTile } from './candidate-tile';
import './candidate-tile';
import { candidatesStyles } from './candidates-styles';
import type { Order, SearchStore } from './search-store';
import { byCamera } from './search-store';

/** Who it might be: tick who it is, cross who it is not, and look again with what was learned. */
@customElement('candidates-step')
export class CandidatesStep extends ServiceElement {
  @property({ attribute: false }) store!: SearchStore;
  /** Whose recording is played, in their own tile: one at a time. */
  @state() private playing = '';
  @queryAll('candidate-tile') private tiles!: NodeListOf<CandidateTile>;

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      ' ': () => this.#onFocused((each) => this.#label(each, 'tick')),
      x: () => this.#onFocused((each) => this.#label(each, 'cross')),
      p: () => this.#onFocused((each) => this.#play(each)),
      Escape: () => (this.playing = ''),
      r: () => void this.#change(() => this.store.refine()),
      '[': () => void this.#change(() => this.store.shift(-1)),
      ']': () => void this.#change(() => this.store.shift(1)),
      ArrowRight: () => this.#move(1),
      ArrowLeft: () => this.#move(-1),
      ArrowDown: () => this.#down(1),
      ArrowUp: () => this.#down(-1),
    }));
  }

  static override styles = candidatesStyles;

  override render() {
    const { search } = this.store.state;
    return html`${this.#bar()} ${this.#content()}
      <div class="foot">
        <strong>${tn('search.confirmed', search?.ticked ?? 0)}</strong>
        <span class="grow"></span>
        <button data-act
          class="quiet"
          ?hidden=${this.store.isFinished}
          ?disabled=${this.store.state.looking || !search?.ticked}
          @click=${() => void this.#try(() => this.store.refine())}
        >
          ${t('search.refine')} <kbd>R</kbd>
        </button>
        <button class="primary" ?disabled=${!search?.ticked} @click=${() => this.#toResult()}>
          ${t('search.view')}
        </button>
      </div>`;
  }

  #bar() {
    const { search, order } = this.store.state;
    const half_s = search ? (search.to_s - search.from_s) / 2 : 0;
    return html`<div class="bar" ?hidden=${this.store.isFinished}>
      <div class="row">
        <button data-act class="icon" title="[" aria-label=${t('search.earlier')} @click=${() => void this.#try(() => this.store.shift(-1))}>
          <fr-icon path=${mdiChevronLeft}></fr-icon>
        </button>
        <span class="numbers window">± ${duration(half_s)}</span>
        <button data-act class="icon" title="]" aria-label=${t('search.later')} @click=${() => void this.#try(() => this.store.shift(1))}>
          <fr-icon path=${mdiChevronRight}></fr-icon>
        </button>
        <button data-act @click=${() => void this.#try(() => this.store.widen())}>
          <fr-icon path=${mdiMagnifyExpand}></fr-icon>${t('search.widen')}
        </button>
      </div>
      <span class="grow"></span>
      <fr-segments
        label=${t('search.order')}
        .segments=${(['likeness', 'time'] as const).map((value) => ({
          value,
          label: t(`search.order.${value}`),
        }))}
        .value=${order}
        @chosen=${(event: CustomEvent<Order>) => void this.#try(() => this.store.sort(event.detail))}
      ></fr-segments>
    </div>`;
  }

  #content() {
    const { candidates, looking, newcomers, total } = this.store.state;
    if (candidates.length === 0 && looking) {
      return html`<div class="tiles">${bones(8, 'tile')}</div>`;
    }
    if (candidates.length === 0) return this.#nothing();
    return html`<div class="row wrap">
        <p class="muted" role="status">
          ${
            newcomers === null
              ? tn('search.found', total)
              : newcomers === 0
                ? tn('search.nothingMore', this.store.searched.size)
                : tn('search.newcomers', newcomers)
          }
        </p>
        ${
          newcomers === 0 && !this.store.isFinished
            ? html`<button data-act class="small" @click=${() => void this.#try(() => this.store.widen())}>
              ${t('search.widen')}
            </button>`
            : nothing
        }
        ${newcomers === 0 ? this.#watch() : nothing}
        <span class="grow"></span>
        <p class="muted small keys">${t('search.keys')}</p>
      </div>
      ${byCamera(candidates).map(
        ([camera, those]) =>
          html`<section aria-busy=${looking}>
            <h2>${cameraName(camera)} <span class="muted small">${those.length}</span></h2>
            <div class="tiles">${those.map((each) => this.#tile(each))}</div>
          </section>`,
      )}`;
  }

  #nothing() {
    return html`<fr-notice
      .icon=${mdiSelectSearch}
      heading=${t('search.none.title')}
      text=${tn('search.none.text', this.store.searched.size)}
    >
      <button class="primary" @click=${() => void this.#try(() => this.store.widen())}>
        ${t('search.widen')}
      </button>
      ${this.#watch()}
    </fr-notice>`;
  }

  /** Who is not found now may come back. */
  #watch() {
    const { search } = this.store.state;
    const sought = search?.identity_id ?? search?.seed.identity_id;
    return sought ? html`<watch-switch .identityId=${sought}></watch-switch>` : nothing;
  }

  #tile(candidate: Candidate) {
    return html`<candidate-tile
      .candidate=${candidate}
      .locked=${this.store.isFinished}
      .zone=${this.services.site.zone}
      @mark=${(event: CustomEvent<Mark>) => this.#label(candidate, event.detail)}
      .playing=${this.playing === candidate.sighting.id}
      @play=${() => this.#play(candidate)}
    ></candidate-tile>`;
  }

  /** Once more ends it. */
  #play({ sighting }: Candidate): void {
    this.playing = this.playing === sighting.id ? '' : sighting.id;
  }

  /** The same mark once more takes it away. */
  #label(candidate: Candidate, label: Mark): void {
    if (this.store.isFinished) return;
    const wanted = candidate.label === label ? null : label;
    void this.#try(() => this.store.label(candidate.sighting.id, wanted));
  }

  #onFocused(action: (candidate: Candidate) => void): void {
    const focused = this.renderRoot.querySelector<CandidateTile>('candidate-tile:focus-within');
    if (focused) action(focused.candidate);
  }

  #move(step: number): void {
    const all = [...this.tiles];
    const at = all.findIndex((tile) => tile.matches(':focus-within'));
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  }

  /** To the tile that is nearest below or above, whichever camera it is of. */
  #down(rows: 1 | -1): void {
    const all = [...this.tiles];
    const from = all.find((tile) => tile.matches(':focus-within'))?.getBoundingClientRect();
    if (from === undefined) return this.#move(1);
    const beyond = all
      .map((tile) => ({ tile, at: tile.getBoundingClientRect() }))
      .filter(({ at }) => (at.top - from.top) * rows > 1);
    const row = Math.min(...beyond.map(({ at }) => Math.abs(at.top - from.top)));
    const nearest = beyond
      .filter(({ at }) => Math.abs(at.top - from.top) < row + 1)
      .sort((a, b) => Math.abs(a.at.left - from.left) - Math.abs(b.at.left - from.left))[0];
    nearest?.tile.focus();
  }

  #toResult(): void {
    this.dispatchEvent(new CustomEvent('step', { detail: 'result', bubbles: true }));
  }

  async #change(act: () => Promise<void>): Promise<void> {
    if (!this.store.isFinished) await this.#try(act);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
