import { mdiTransitConnectionVariant } from '@mdi/js';
import type { Edge, Rule } from '@frigate-reid/shared/api/models';
import { duration } from '@frigate-reid/shared/time/format';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, fields } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-notice';
import type { PlanStore } from './plan-store';

const RULES: readonly Rule[] = ['learned', 'forbidden', 'forced', 'overlap'];

/** How long people walk from one camera to another, as learned, and what you say of it. */
@customElement('topology-tab')
export class TopologyTab extends ServiceElement {
  @property({ attribute: false }) store!: PlanStore;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    fields,
    skeletonStyles,
    css`
      .card {
        overflow-x: auto;
      }
      p {
        max-width: 70ch;
        margin-bottom: 14px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        text-align: left;
        font-weight: 560;
        font-size: 13px;
        color: var(--ink-3);
        padding: 6px 14px 8px 0;
        white-space: nowrap;
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
        white-space: nowrap;
      }
      .bone {
        height: 320px;
      }
      @media (max-width: 700px) {
        .wide {
          display: none;
        }
        td {
          white-space: normal;
          padding-right: 8px;
        }
        select {
          width: 112px;
          padding: 0 6px;
        }
      }
    `,
  ];

  override render() {
    const { plan, phase, error } = this.store.state;
    if (phase === 'loading') return bones(1, '');
    if (plan === null) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    if (plan.edges.length === 0) {
      return html`<fr-notice
        .icon=${mdiTransitConnectionVariant}
        heading=${t('ways.none.title')}
        text=${t('ways.none.text')}
      ></fr-notice>`;
    }
    return html`<section class="card">
      <p class="muted">${t('ways.why')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('ways.way')}</th>
            <th scope="col">${t('ways.typical')}</th>
            <th scope="col" class="wide">${t('ways.range')}</th>
            <th scope="col" class="wide">${t('ways.count')}</th>
            <th scope="col">${t('ways.rule')}</th>
          </tr>
        </thead>
        <tbody>
          ${plan.edges.map((edge) => this.#edge(edge))}
        </tbody>
      </table>
    </section>`;
  }

  #edge(edge: Edge) {
    const way = `${cameraName(edge.from_camera)} → ${cameraName(edge.to_camera)}`;
    return html`<tr>
      <td><strong>${way}</strong></td>
      <td>${shown(edge.p50_s)}</td>
      <td class="wide">${shown(edge.p5_s)} – ${shown(edge.p95_s)}</td>
      <td class="wide">${edge.count}</td>
      <td>
        <select
          aria-label=${t('ways.ruleOf', { way })}
          @change=${(event: Event) => void this.#set(edge, event.target as HTMLSelectElement)}
        >
          ${RULES.map(
            (rule) =>
              html`<option value=${rule} ?selected=${rule === edge.rule}>${t(`rule.${rule}`)}</option>`,
          )}
        </select>
      </td>
    </tr>`;
  }

  async #set(edge: Edge, select: HTMLSelectElement): Promise<void> {
    const { toasts } = this.services;
    try {
      await this.store.setRule(edge.from_camera, edge.to_camera, select.value as Rule);
      toasts.done(t('person.changed'));
    } catch (error) {
      toasts.failed(error);
    }
  }
}

function shown(seconds: number | null): string {
  return seconds === null ? '–' : duration(seconds);
}
