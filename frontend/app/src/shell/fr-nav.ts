import {
  mdiAccountGroup,
  mdiAccountSearch,
  mdiCctv,
  mdiCogOutline,
  mdiCommentQuestionOutline,
  mdiMapOutline,
} from '@mdi/js';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t, tn } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { watch } from '../core/store-controller';
import { base } from '../ui/styles';
import '../ui/fr-icon';
import type { Tab } from './pages';

const TABS: readonly { tab: Tab; icon: string }[] = [
  { tab: 'people', icon: mdiAccountGroup },
  { tab: 'search', icon: mdiAccountSearch },
  { tab: 'review', icon: mdiCommentQuestionOutline },
  { tab: 'map', icon: mdiMapOutline },
  { tab: 'cameras', icon: mdiCctv },
  { tab: 'settings', icon: mdiCogOutline },
];

/** A rail on wide screens, a bar at the lower edge of phones. */
@customElement('fr-nav')
export class FrNav extends ServiceElement {
  @property() current: Tab = 'people';

  constructor() {
    super();
    watch(this, () => [this.services.site]);
  }

  static override styles = [
    base,
    css`
      nav {
        position: sticky;
        top: 0;
        height: 100dvh;
        padding: 22px 14px;
        display: flex;
        flex-direction: column;
        gap: 4px;
        border-right: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 11px;
        font-weight: 680;
        font-size: 16px;
        letter-spacing: -0.01em;
        padding: 2px 10px 22px;
        color: var(--ink);
        text-decoration: none;
        white-space: nowrap;
      }
      .brand svg {
        width: 30px;
        height: 30px;
        flex: none;
      }
      nav > a:not(.brand) {
        display: flex;
        align-items: center;
        gap: 13px;
        min-height: 44px;
        padding: 0 12px;
        border-radius: 11px;
        color: var(--ink-2);
        font-weight: 560;
        text-decoration: none;
        position: relative;
        --icon-size: 22px;
      }
      nav > a:not(.brand):hover {
        background: var(--surface-2);
      }
      nav > a[aria-current]:not(.brand) {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .badge {
        margin-left: auto;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 999px;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 12px;
        line-height: 22px;
        font-weight: 660;
        text-align: center;
      }
      @media (max-width: 1000px) {
        .brand span {
          display: none;
        }
        .brand {
          padding: 2px 8px 22px;
        }
        nav > a:not(.brand) {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          padding: 7px 0;
          font-size: 11px;
          line-height: 1.2;
        }
        .badge {
          position: absolute;
          top: 3px;
          right: 2px;
          min-width: 18px;
          line-height: 18px;
          font-size: 11px;
          padding: 0 4px;
        }
      }
      @media (max-width: 700px) {
        nav {
          position: fixed;
          inset: auto 0 0;
          height: auto;
          flex-direction: row;
          justify-content: space-around;
          gap: 0;
          padding: 5px 4px calc(5px + env(safe-area-inset-bottom));
          border-right: 0;
          border-top: 1px solid var(--line);
          z-index: 10;
        }
        .brand {
          display: none;
        }
        nav > a:not(.brand) {
          flex: 1;
          min-width: 0;
          min-height: 52px;
        }
        nav > a[aria-current]:not(.brand) {
          background: none;
        }
        .badge {
          right: calc(50% - 24px);
        }
      }
    `,
  ];

  override render() {
    const { reviews } = this.services.site.state;
    return html`<nav aria-label=${t('nav.label')}>
      <a class="brand" href="#/people">${brand}<span>${t('app.name')}</span></a>
      ${TABS.map(
        ({ tab, icon }) =>
          html`<a href="#/${tab}" aria-current=${tab === this.current ? 'page' : nothing}>
            <fr-icon path=${icon}></fr-icon>${t(`nav.${tab}`)}
            ${
              tab === 'review' && reviews > 0
                ? html`<span class="badge" aria-label=${tn('nav.open', reviews)}>${reviews}</span>`
                : nothing
            }
          </a>`,
      )}
    </nav>`;
  }
}

const brand = html`<svg viewBox="0 0 64 64" aria-hidden="true">
  <rect width="64" height="64" rx="15" fill="#2f5bd7"></rect>
  <g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round">
    <path d="M14 47c8-1 7-13 15-14s9-11 17-13" stroke-dasharray="0.1 8.5"></path>
    <circle cx="14" cy="47" r="4.5" fill="#fff"></circle>
    <circle cx="48" cy="18" r="6.5"></circle>
  </g>
</svg>`;
