import { mdiTransitConnectionVariant } from '@mdi/js';
import type { Edge, Rule } from '@frigate-reid/shared/api/models';
import { duration } from '@frigate-reid/shared/time/format';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Key } from '../../core/i18n';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons, fields } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-notice';
import './walk-card';
import type { PlanStore } from './plan-store';

const RULES: readonly Rule[] = ['learned', 'forbidden', 'forced', 'overlap'];
const ONE_WAY = 'one-way';

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
    buttons,
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
      form label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      h2 {
        margin-bottom: 12px;
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
    return html`<div class="stack">
      <walk-card></walk-card>
      ${plan.edges.length === 0 ? this.#none() : this.#table(plan.edges)} ${this.#another()}
    </div>`;
  }

  #none() {
    return html`<fr-notice
      .icon=${mdiTransitConnectionVariant}
      heading=${t('ways.none.title')}
      text=${t('ways.none.text')}
    ></fr-notice>`;
  }

  /** A way that nobody took yet, or only the other way round. */
  #another() {
    const names = this.store.cameras.map((each) => each.name);
    if (names.length < 2) return nothing;
    const choice = (name: string, label: string, chosen: string | undefined) =>
      html`<label
        >${label}
        <select name=${name} aria-label=${label}>
          ${names.map(
            (each) =>
              html`<option value=${each} ?selected=${each === chosen}>${cameraName(each)}</option>`,
          )}
        </select></label
      >`;
    return html`<section class="card">
      <h2>${t('ways.another')}</h2>
      <form class="row wrap" @submit=${(event: SubmitEvent) => void this.#add(event)}>
        ${choice('from', t('ways.from'), names[0])} ${choice('to', t('ways.to'), names[1])}
        <select name="rule" aria-label=${t('ways.rule')}>
          ${[...RULES.slice(1), ONE_WAY].map(
            (rule) => html`<option value=${rule}>${t(`rule.${rule}` as Key)}</option>`,
          )}
        </select>
        <button data-act>${t('action.save')}</button>
      </form>
    </section>`;
  }

  #table(edges: readonly Edge[]) {
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
          ${edges.map((edge) => this.#edge(edge))}
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
          data-act
          aria-label=${t('ways.ruleOf', { way })}
          @change=${(event: Event) => void this.#set(edge, event.target as HTMLSelectElement)}
        >
          ${RULES.map(
            (rule) =>
              html`<option value=${rule} ?selected=${rule === edge.rule}>${t(`rule.${rule}`)}</option>`,
          )}
          <option value=${ONE_WAY}>${t('rule.one-way')}</option>
        </select>
      </td>
    </tr>`;
  }

  #say(from: string, to: string, rule: string): Promise<void> {
    if (rule === ONE_WAY) return this.store.setOneWay(from, to);
    return this.store.setRule(from, to, rule as Rule);
  }

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { toasts } = this.services;
    const data = new FormData(event.target as HTMLFormElement);
    const [from, to, rule] = ['from', 'to', 'rule'].map((name) => String(data.get(name)));
    try {
      await this.#say(from ?? '', to ?? '', rule ?? '');
      toasts.done(t('person.changed'));
    } catch (error) {
      toasts.failed(error);
    }
  }

  async #set(edge: Edge, select: HTMLSelectElement): Promise<void> {
    const { toasts } = this.services;
    try {
      await this.#say(edge.from_camera, edge.to_camera, select.value);
      toasts.done(t('person.changed'));
    } catch (error) {
      toasts.failed(error);
    }
  }
}

function shown(seconds: number | null): string {
  return seconds === null ? '–' : duration(seconds);
}
