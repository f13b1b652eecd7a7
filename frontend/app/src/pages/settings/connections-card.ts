import type { HealthReport } from '@frigate-reid/shared/api/models';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base } from '../../ui/styles';
import { ageWords } from '../../ui/words';
import type { HealthRow } from './health-rows';
import { healthRows } from './health-rows';

/** Whether every part of the service is well. */
@customElement('connections-card')
export class ConnectionsCard extends LitElement {
  @property({ attribute: false }) health: HealthReport | null = null;

  static override styles = [
    base,
    skeletonStyles,
    css`
      ul {
        margin: 8px 0 14px;
      }
      li {
        display: grid;
        grid-template-columns: 12px minmax(110px, 190px) minmax(0, 1fr) auto;
        gap: 14px;
        align-items: center;
        padding: 9px 0;
        border-bottom: 1px solid var(--line);
      }
      .dot {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--warn);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.bad {
        background: var(--bad);
      }
      strong {
        font-weight: 580;
      }
      .bone {
        height: 230px;
      }
      @media (max-width: 600px) {
        li {
          grid-template-columns: 12px minmax(0, 1fr);
        }
        li > :nth-child(n + 3) {
          grid-column: 2;
          margin-top: -12px;
        }
      }
    `,
  ];

  override render() {
    const { health } = this;
    return html`<section class="card">
      <h2>${t('settings.connections')}</h2>
      ${
        health === null
          ? bones(1, '')
          : html`<ul>
              ${healthRows(health).map((row) => this.#row(row))}
            </ul>
            <p class="muted small numbers">
              ${tn('settings.messages', health.messages_received)} ·
              ${t('settings.queue', { n: health.queue + health.backlog })} ·
              ${t('settings.uptime', { age: ageWords(health.uptime_s) })} ·
              ${t('settings.memory', { mb: Math.round(health.rss_bytes / 1e6) })}
            </p>`
      }
    </section>`;
  }

  #row({ part, state, text, detail }: HealthRow) {
    return html`<li>
      <span class="dot ${state}" role="img" aria-label=${t(`state.${state}`)}></span>
      <strong>${part}</strong>
      <span class="cut" title=${text}>${text}</span>
      <span class="muted small">${detail}</span>
    </li>`;
  }
}
