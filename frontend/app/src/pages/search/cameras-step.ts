import { placesOf } from '@frigate-reid/shared/plan/places';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, chips, fields } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/plan/fr-plan';
import { lastUsed, nextDoor, reachable } from './camera-presets';
import type { SearchStore } from './search-store';

/** Which cameras are searched: a list beside the plan, each lighting the other up. */
@customElement('cameras-step')
export class CamerasStep extends ServiceElement {
  @property({ attribute: false }) store!: SearchStore;
  @state() private hovered: string | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    fields,
    css`
      .two {
        display: grid;
        grid-template-columns: 340px minmax(0, 1fr);
        gap: 20px;
        align-items: start;
      }
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-bottom: 10px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 2px 8px;
        border-radius: 9px;
      }
      li:hover {
        background: var(--surface-2);
      }
      label {
        flex: 1;
        min-width: 0;
      }
      .next {
        margin-top: 14px;
        width: 100%;
      }
      @media (max-width: 900px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    const { cameras, plan } = this.store.state;
    const names = cameras.map((each) => each.name);
    const placed = new Set((plan?.placements ?? []).map((each) => each.camera));
    const lit = this.hovered ? new Set([this.hovered]) : this.store.searched;
    return html`<div class="two">
      <section class="card">
        <div class="presets" ?hidden=${this.store.isFinished}>${this.#presets(names)}</div>
        <ul>
          ${names.map((name) => this.#camera(name, placed.has(name) || placed.size === 0))}
        </ul>
        <button class="primary next" @click=${() => this.#next()}>${t('search.toCandidates')}</button>
      </section>
      <fr-plan .places=${placesOf(plan, names)} .lit=${lit}></fr-plan>
    </div>`;
  }

  #presets(names: readonly string[]) {
    const { plan, search, recent } = this.store.state;
    const seed = search?.seed.camera ?? null;
    const window_s = search ? (search.to_s - search.from_s) / 2 : 0;
    const edges = plan?.edges ?? [];
    const last = lastUsed(recent, search?.id ?? '', names);
    return html`<button data-act @click=${() => void this.#choose(names)}>${t('search.preset.all')}</button>
      ${
        seed === null || edges.length === 0
          ? ''
          : html`<button data-act @click=${() => void this.#choose(nextDoor(edges, seed))}>
              ${t('search.preset.nextDoor')}
            </button>
            <button data-act @click=${() => void this.#choose(reachable(edges, seed, window_s))}>
              ${t('search.preset.reachable')}
            </button>`
      }${
        last.length === 0
          ? ''
          : html`<button data-act @click=${() => void this.#choose(last)}>
              ${t('search.preset.lastUsed')}
            </button>`
      }`;
  }

  #camera(name: string, onPlan: boolean) {
    return html`<li
      @pointerenter=${() => (this.hovered = name)}
      @pointerleave=${() => (this.hovered = null)}
    >
      <label class="check"
        ><input data-act
          type="checkbox"
          .checked=${live(this.store.searched.has(name))}
          ?disabled=${this.store.isFinished}
          @focus=${() => (this.hovered = name)}
          @blur=${() => (this.hovered = null)}
          @change=${() => void this.#try(() => this.store.toggleCamera(name))}
        /><span class="cut">${cameraName(name)}</span></label
      >
      ${onPlan ? '' : html`<span class="chip">${t('search.notDrawn')}</span>`}
    </li>`;
  }

  #choose(names: readonly string[]): Promise<void> {
    return this.#try(() => this.store.choose(names));
  }

  #next(): void {
    this.dispatchEvent(new CustomEvent('step', { detail: 'candidates', bubbles: true }));
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
