import { mdiHistory, mdiUndo } from '@mdi/js';
import type { Decision } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Key } from '../../core/i18n';
import { LANGUAGE, t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons, chips, fields } from '../../ui/styles';
import { actorWords } from '../../ui/words';
import '../../ui/fr-notice';
import { decisionWords } from '../person/decision-words';
import { AuditStore, aboutWhom } from './audit-store';

const KINDS = [
  'assign',
  'merge',
  'split',
  'distinguish',
  'unsure',
  'rename',
  'hide',
  'expose',
  'feature',
  'undo',
] as const;

/** Who decided what, about whom, and a way back. */
@customElement('audit-card')
export class AuditCard extends ServiceElement {
  #store: AuditStore | null = null;
  #leave: () => void = () => undefined;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    fields,
    skeletonStyles,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-weight: 560;
        font-size: 14px;
        max-width: 100%;
      }
      select {
        min-width: 0;
      }
      li {
        display: grid;
        grid-template-columns: 150px minmax(0, 1fr) auto auto;
        gap: 4px 14px;
        align-items: center;
        min-height: 56px;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--ink-3);
      }
      .undone p {
        text-decoration: line-through;
        color: var(--ink-3);
      }
      .bone {
        height: 320px;
      }
      @media (max-width: 700px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        li time,
        li .what {
          grid-column: 1 / -1;
        }
        li .chip {
          justify-self: start;
        }
      }
    `,
  ];

  get store(): AuditStore {
    this.#store ??= new AuditStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.services.toasts.onUndone(() => void this.store.load());
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render() {
    const { phase, error, decisions, cursor } = this.store.state;
    return html`<section class="card">
      <h2>${t('audit.title')}</h2>
      <p class="muted">${t('audit.why')}</p>
      ${this.#filters()} ${phase === 'loading' ? bones(1, '') : nothing}
      ${
        error && decisions.length === 0
          ? html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`
          : nothing
      }
      ${
        phase === 'ready' && decisions.length === 0
          ? html`<fr-notice
            .icon=${mdiHistory}
            heading=${t('audit.none.title')}
            text=${t('audit.none.text')}
          ></fr-notice>`
          : nothing
      }
      <ol>
        ${decisions.map((each) => this.#one(each))}
      </ol>
      ${
        cursor
          ? html`<div><button @click=${() => void this.store.more()}>${t('action.more')}</button></div>`
          : nothing
      }
    </section>`;
  }

  #filters() {
    const { actors, filter } = this.store.state;
    const names = actors.filter((actor) => actor !== 'system');
    const option = (value: string, words: string) =>
      html`<option value=${value} ?selected=${value === filter.by}>${words}</option>`;
    return html`<div class="row wrap">
      <label
        >${t('audit.by')}
        <select aria-label=${t('audit.by')} @change=${(event: Event) => void this.store.filter({ by: valueOf(event) })}>
          ${option('', t('audit.everybody'))} ${option('service', t('history.system'))}
          ${option('people', t('audit.people'))}
          ${names.map((actor) => option(actor, actorWords(actor)))}
        </select></label
      >
      <label
        >${t('audit.kind')}
        <select aria-label=${t('audit.kind')} @change=${(event: Event) => void this.store.filter({ kind: valueOf(event) })}>
          <option value="">${t('audit.everything')}</option>
          ${KINDS.map((kind) => html`<option value=${kind}>${t(`kind.${kind}` as Key)}</option>`)}
        </select></label
      >
    </div>`;
  }

  #one(decision: Decision) {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = dayName(dayOf(decision.at_s, site.zone), site.now_s(), site.zone, LANGUAGE, words);
    const about = aboutWhom(decision, this.store.state.people);
    const byHand = decision.actor !== 'system';
    return html`<li class=${decision.undone ? 'undone' : ''}>
      <time class="numbers small">${day}, ${clockTime(decision.at_s, site.zone, true)}</time>
      <div class="what">
        <p>${decisionWords(decision)}</p>
        <span class="small">
          ${about.map(
            ({ id, label }) => html`<a href="#/people/${encodeURIComponent(id)}">${label}</a> `,
          )}
        </span>
      </div>
      <span class="chip ${byHand ? 'accent' : ''}">${actorWords(decision.actor)}</span>
      ${
        decision.undone
          ? html`<span class="chip">${t('history.undone')}</span>`
          : html`<button data-act class="quiet" @click=${() => void this.#undo(decision)}>
            <fr-icon path=${mdiUndo}></fr-icon>${t('action.undo')}
          </button>`
      }
    </li>`;
  }

  async #undo(decision: Decision): Promise<void> {
    const { toasts } = this.services;
    try {
      toasts.done(t('undo.done'), await this.store.undo(decision.id));
    } catch (error) {
      toasts.failed(error);
    }
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
