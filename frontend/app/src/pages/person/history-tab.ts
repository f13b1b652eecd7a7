import { mdiHistory, mdiUndo } from '@mdi/js';
import type { Decision } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGE, t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, chips } from '../../ui/styles';
import { actorWords } from '../../ui/words';
import '../../ui/fr-notice';
import { decisionWords } from './decision-words';
import { byDay } from './looks-tab';
import type { PersonStore } from './person-store';

/** Everything that was decided about the person, by the service or by people, with a way back. */
@customElement('history-tab')
export class HistoryTab extends ServiceElement {
  @property({ attribute: false }) store!: PersonStore;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    css`
      section {
        margin-bottom: 24px;
      }
      ol {
        margin-top: 8px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      li {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 8px 10px 8px 18px;
        min-height: 56px;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--ink-3);
        flex: none;
      }
      @media (max-width: 700px) {
        li {
          flex-wrap: wrap;
          gap: 4px 12px;
          padding: 12px 10px 8px 16px;
        }
        li > .grow {
          flex: 1 1 60%;
        }
        li > .chip {
          margin-right: auto;
        }
      }
      .undone p {
        text-decoration: line-through;
        color: var(--ink-3);
      }
    `,
  ];

  override render() {
    const { decisions, decisionsCursor } = this.store.state;
    const { site } = this.services;
    if (decisions.length === 0) {
      return html`<fr-notice
        .icon=${mdiHistory}
        heading=${t('history.none.title')}
        text=${t('history.none.text')}
      ></fr-notice>`;
    }
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    return html`${byDay(decisions, (each) => dayOf(each.at_s, site.zone)).map(
      ([day, those]) =>
        html`<section>
            <h2>${dayName(day, site.now_s(), site.zone, LANGUAGE, words)}</h2>
            <ol>${those.map((each) => this.#one(each))}</ol>
          </section>`,
    )}
      ${
        decisionsCursor
          ? html`<button @click=${() => void this.store.moreDecisions()}>${t('action.more')}</button>`
          : nothing
      }`;
  }

  #one(decision: Decision) {
    const byHand = decision.actor !== 'system';
    return html`<li class=${decision.undone ? 'undone' : ''}>
      <time class="numbers">${clockTime(decision.at_s, this.services.site.zone, true)}</time>
      <div class="grow">
        <p>${decisionWords(decision)}</p>
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
