import { mdiContentSave, mdiPlay, mdiRestore, mdiSkipNext } from '@mdi/js';
import type { Leg } from '@frigate-reid/shared/api/models';
import { hopsOf } from '@frigate-reid/shared/plan/passages';
import { layoutRoute } from '@frigate-reid/shared/plan/route-layout';
import { placesOf } from '@frigate-reid/shared/plan/places';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { routeLayer } from '../../ui/plan/route-layer';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons, fields } from '../../ui/styles';
import { betweenWords, cameraName } from '../../ui/words';
import '../../ui/fr-clip';
import '../../ui/watch-switch';
import '../../ui/fr-dialog';
import '../../ui/fr-notice';
import '../../ui/plan/fr-plan';
import '../person/export-button';
import './result-legs';
import type { SearchStore } from './search-store';

const PAUSE_S = 3;

/** All that was confirmed: played in order, drawn, saved, exported. */
@customElement('result-step')
export class ResultStep extends ServiceElement {
  @property({ attribute: false }) store!: SearchStore;
  @state() private chosen = '';
  @state() private playing = false;
  /** Seconds until the next leg is played; null while one plays. */
  @state() private pause_s: number | null = null;
  @state() private saving = false;
  #timer = 0;

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({ p: () => this.#play() }));
  }

  static override styles = [
    base,
    buttons,
    fields,
    skeletonStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin-bottom: 16px;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.6fr) minmax(300px, 1fr);
        gap: 20px;
        align-items: start;
      }
      .pause {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 12px;
        min-height: 260px;
        border-radius: 12px;
        background: var(--surface-2);
        margin-bottom: 14px;
        font-size: 17px;
      }
      .tall {
        height: 50vh;
      }
      @media (max-width: 1000px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#try(() => this.store.readRoute());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    const { route, search } = this.store.state;
    if (route === null) return bones(1, 'tall');
    if (route.legs.length === 0) {
      return html`<fr-notice heading=${t('result.none.title')} text=${t('result.none.text')}></fr-notice>`;
    }
    return html`<div class="bar">
        <button class="primary" @click=${() => this.#play()}>
          <fr-icon path=${mdiPlay}></fr-icon>${t('result.play')} <kbd>P</kbd>
        </button>
        <button data-act @click=${() => (this.saving = true)} ?disabled=${search?.state === 'finished'}>
          <fr-icon path=${mdiContentSave}></fr-icon>
          ${search?.state === 'finished' ? t('result.saved') : t('result.save')}
        </button>
        ${
          search?.arranged
            ? html`<button data-act class="quiet" @click=${() => void this.#try(() => this.store.resetLegs())}>
              <fr-icon path=${mdiRestore}></fr-icon>${t('result.byTime')}
            </button>`
            : nothing
        }
        ${
          search?.identity_id
            ? html`<watch-switch .identityId=${search.identity_id}></watch-switch>`
            : nothing
        }
        <span class="grow"></span>
        <export-button .request=${{ search_id: search?.id }}></export-button>
      </div>
      <div class="two">
        <div>${this.#player()} ${this.#plan()}</div>
        ${this.#legs(route.legs)}
      </div>
      ${this.saving ? this.#saveDialog() : nothing}`;
  }

  #legs(legs: readonly Leg[]) {
    const { search, dropped } = this.store.state;
    return html`<result-legs
      .legs=${legs}
      .dropped=${dropped}
      .search=${search}
      .chosen=${this.chosen}
      .zone=${this.services.site.zone}
      @choose=${(event: CustomEvent<string>) => this.#show(event.detail)}
      @place=${({ detail }: CustomEvent<{ id: string; at: number }>) =>
        void this.#try(() => this.store.placeLeg(detail.id, detail.at))}
      @drop-leg=${({ detail }: CustomEvent<string>) =>
        void this.#try(() => this.store.dropLeg(detail))}
      @doubt=${({ detail }: CustomEvent<string>) =>
        void this.#try(() => this.store.doubtLeg(detail))}
      @restore=${({ detail }: CustomEvent<string>) =>
        void this.#try(() => this.store.restoreLeg(detail))}
    ></result-legs>`;
  }

  #player() {
    if (!this.playing) return nothing;
    if (this.pause_s !== null) {
      const next = this.#next();
      return html`<div class="pause" role="status">
        <p>${this.#gapWords()}</p>
        <p class="muted">
          ${t('result.next', { camera: cameraName(next?.camera ?? ''), n: this.pause_s })}
        </p>
        <button @click=${() => this.#goOn()}>
          <fr-icon path=${mdiSkipNext}></fr-icon>${t('result.skip')}
        </button>
      </div>`;
    }
    return html`<fr-clip .sightingId=${this.chosen} @ended=${() => this.#onEnded()}></fr-clip>`;
  }

  #plan() {
    const { route, plan, cameras } = this.store.state;
    const places = placesOf(
      plan,
      cameras.map((each) => each.name),
    );
    const legs = route?.legs ?? [];
    const hops = hopsOf(plan, places.floor?.id ?? null, legs);
    const layout = layoutRoute(legs, route?.gaps ?? [], places.at, hops);
    const { chosen } = this;
    return html`<fr-plan
      .places=${places}
      .unplaced=${layout.unplaced}
      .layer=${(unit: number) =>
        routeLayer({ layout, chosen, onStop: (id) => this.#show(id) }, unit)}
    ></fr-plan>`;
  }

  #saveDialog() {
    const seeded = this.store.state.search?.seed.identity_id;
    return html`<fr-dialog heading=${t('result.save')} @closed=${() => (this.saving = false)}>
      <form id="save" class="stack" @submit=${(event: SubmitEvent) => void this.#save(event)}>
        <p class="muted">${t(seeded ? 'result.saveKnown' : 'result.saveNew')}</p>
        <label class="field"
          >${t('people.name')}
          <input name="name" maxlength="100" autocomplete="off" autofocus />
        </label>
        <button class="primary">${t('action.save')}</button>
      </form>
    </fr-dialog>`;
  }

  #show(sightingId: string): void {
    clearInterval(this.#timer);
    this.chosen = sightingId;
    this.pause_s = null;
  }

  #play(): void {
    const first = this.store.state.route?.legs[0];
    this.#show(this.chosen || (first?.sighting_id ?? ''));
    this.playing = true;
  }

  /** Between two legs there is a short pause that says how long nobody was seen. */
  #onEnded(): void {
    if (this.#next() === undefined) return;
    this.pause_s = PAUSE_S;
    this.#timer = window.setInterval(() => {
      this.pause_s = (this.pause_s ?? 1) - 1;
      if (this.pause_s <= 0) this.#goOn();
    }, 1000);
  }

  #goOn(): void {
    const next = this.#next();
    if (next) this.#show(next.sighting_id);
  }

  #at(): number {
    const legs = this.store.state.route?.legs ?? [];
    return legs.findIndex((leg) => leg.sighting_id === this.chosen);
  }

  #next(): Leg | undefined {
    return this.store.state.route?.legs[this.#at() + 1];
  }

  #gapWords(): string {
    const now = this.store.state.route?.legs[this.#at()];
    const next = this.#next();
    return now && next ? betweenWords(now, next) : '';
  }

  #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name') ?? '').trim();
    this.saving = false;
    return this.#try(async () => {
      const done = await this.store.finish(name ? { name } : {});
      const words = tn('result.savedAs', done.search.ticked, { name: done.identity.label });
      this.services.toasts.done(words, done.decision_ids);
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
