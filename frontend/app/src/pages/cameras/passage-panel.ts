import { mdiDeleteOutline } from '@mdi/js';
import type { Passage } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { PASSAGE_ICONS } from '../../ui/plan/passage-mark';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-icon';
import type { PlanStore } from './plan-store';

const KINDS: readonly Passage['kind'][] = ['stairs', 'lift', 'door'];

/** Doors and stairs between the shown floor and others. */
@customElement('passage-panel')
export class PassagePanel extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
      }
    `,
  ];

  override render() {
    const { plan, joining } = this.store.state;
    if ((plan?.floors.length ?? 0) < 2) return nothing;
    return html`<section class="card">
      <h2>${t('passage.title')}</h2>
      <p class="muted small">${t('passage.why')}</p>
      <ul>
        ${this.store.passages.map((each) => this.#one(each))}
      </ul>
      <div class="row wrap">
        ${KINDS.map(
          (kind) =>
            html`<button
              data-act
              aria-pressed=${joining?.kind === kind}
              @click=${() => this.store.join(joining?.kind === kind ? null : kind)}
            >
              <fr-icon path=${PASSAGE_ICONS[kind]}></fr-icon>${t(`passage.${kind}`)}
            </button>`,
        )}
      </div>
    </section>`;
  }

  #one(passage: Passage) {
    const words = `${t(`passage.${passage.kind}`)}: ${this.#to(passage)}`;
    return html`<li>
      <fr-icon path=${PASSAGE_ICONS[passage.kind]}></fr-icon>
      <span class="grow cut">${words}</span>
      <button
        data-act
        class="quiet icon"
        aria-label=${t('passage.remove', { name: words })}
        @click=${() => void this.#remove(passage)}
      >
        <fr-icon path=${mdiDeleteOutline}></fr-icon>
      </button>
    </li>`;
  }

  #to({ ends }: Passage): string {
    const { plan, floorId } = this.store.state;
    const other = ends.find((end) => end.floor_id !== floorId);
    const floor = plan?.floors.find((each) => each.id === other?.floor_id);
    return t('plan.to', { floor: floor?.name ?? '' });
  }

  async #remove(passage: Passage): Promise<void> {
    try {
      await this.store.removePassage(passage.id);
    } catch (error) {
      this.services.toasts.failed(error);
    }
  }
}
