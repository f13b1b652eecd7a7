/** The card: what it follows, and which part shows it. */
import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LegChosen } from './components/choosing';
import type { LegDialog } from './components/leg-dialog';
import { notices, theme } from './components/styles';
import { readConfig } from './config';
import type { CardConfig } from './config';
import { Feed, asking, subscribing } from './data/feed';
import type { Live, Plan, PlanAnswer, Route } from './data/protocol';
import { configForm } from './form';
import type { Hass } from './ha';
import { appPath, navigate, zoneOf } from './ha';
import { usedFloors } from './logic/floors';
import { identityIds, lastSeen, personSensors } from './logic/people';
import { missingOf } from './logic/plan-state';
import { say } from './words';

/** A service that has no floor plans yet. */
const NO_PLAN: Plan = { floors: [], cameras: [] };
const PLAN_EDITOR = '#/cameras?tab=plan';
const PLAN_PAGE = 'https://github.com/frigate-reid/frigate-reid/blob/main/docs/floor-plan.md';

export class RouteCard extends LitElement {
  /** Home Assistant's: the card is shown to somebody who edits it. */
  @property({ attribute: false }) preview = false;
  @state() private config: CardConfig | null = null;
  @state() private chosenFloor: string | null = null;
  @query('frr-leg-dialog') private dialog!: LegDialog;

  private home: Hass | null = null;
  private readonly plans = new Feed(this, asking<PlanAnswer>());
  private readonly routes = new Feed(this, subscribing<Route>());
  private readonly live = new Feed(this, subscribing<Live>());

  static getConfigForm = configForm;

  static getStubConfig(hass: Hass): Partial<CardConfig> {
    return { people: personSensors(hass).slice(0, 1), mode: 'route' };
  }

  static override styles = [
    theme,
    notices,
    css`
      :host {
        display: block;
        block-size: 100%;
      }
      ha-card {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        box-sizing: border-box;
        padding: 12px 16px 16px;
        gap: 10px;
        overflow: hidden;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-block-size: 28px;
      }
      h2 {
        margin: 0;
        flex: 0 1 auto;
        font-size: 18px;
        font-weight: 500;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .last {
        flex: 1;
      }
      select {
        font: inherit;
        font-size: 13px;
        color: inherit;
        background: var(--sunken);
        border: 0;
        border-radius: 14px;
        padding: 5px 10px;
        min-block-size: 28px;
      }
    `,
  ];

  setConfig(config: unknown): void {
    this.config = readConfig(config);
    this.chosenFloor = null;
    this.follow();
  }

  /** Home Assistant sets this for every state of every entity; the card shows few of them. */
  set hass(hass: Hass) {
    const before = this.home;
    this.home = hass;
    this.follow();
    const same = before?.connected === hass.connected && before.locale === hass.locale;
    if (!same) this.requestUpdate();
  }

  getCardSize(): number {
    return this.config?.mode === 'strip' ? 3 : 8;
  }

  getGridOptions(): object {
    return {
      columns: 12,
      rows: this.config?.mode === 'strip' ? 4 : 8,
      min_columns: 6,
      min_rows: 3,
    };
  }

  override render(): unknown {
    const [hass, config] = [this.home, this.config];
    if (hass === null || config === null) return nothing;
    return html`<ha-card dir=${document.dir || 'auto'} @leg-chosen=${this.legChosen}>
        ${this.header(config)} ${this.notice(hass)} ${this.warning(hass)} ${this.view(hass, config)}
      </ha-card>
      <frr-leg-dialog .hass=${hass}></frr-leg-dialog>`;
  }

  private follow(): void {
    const [hass, config] = [this.home, this.config];
    if (hass === null || config === null) return;
    const ways = this.people(hass, config).map((person) => ({
      type: 'frigate_reid/route/subscribe',
      person,
      hours: config.hours,
      trail: config.mode === 'route',
    }));
    this.plans.follow(hass, config.mode === 'strip' ? [] : [{ type: 'frigate_reid/plan/get' }]);
    this.live.follow(hass, config.mode === 'live' ? [{ type: 'frigate_reid/live/subscribe' }] : []);
    this.routes.follow(hass, config.mode === 'live' ? [] : ways);
  }

  /** Ids of those whose routes are shown; people who are gone are not replaced by others. */
  private people(hass: Hass, config: CardConfig): string[] {
    const last = lastSeen(hass);
    const automatic = last === null ? [] : [last];
    return identityIds(hass, config.people.length > 0 ? config.people : automatic);
  }

  private view(hass: Hass, config: CardConfig): TemplateResult {
    const answer = this.plans.values[0];
    const [plan, pictures] = [answer ? (answer.plan ?? NO_PLAN) : null, answer?.pictures ?? {}];
    const floor = this.chosenFloor ?? config.floor;
    const live = this.live.values[0];
    if (live !== undefined && plan !== null) {
      return html`<frr-live
        .live=${live}
        .plan=${plan}
        .pictures=${pictures}
        .floor=${floor}
        ?cameras=${config.show.cameras}
      ></frr-live>`;
    }
    if (this.routes.values.length > 0) {
      return html`<frr-route
        .config=${config}
        .routes=${this.routes.values}
        .plan=${plan}
        .pictures=${pictures}
        .floor=${floor}
        .zone=${zoneOf(hass)}
      ></frr-route>`;
    }
    const hasNobody = config.mode !== 'live' && this.people(hass, config).length === 0;
    return hasNobody
      ? html`<p class="empty">${say('state.no_people')}</p>`
      : html`<div class="skeleton" role="status" aria-label=${say('state.loading')}></div>`;
  }

  private header(config: CardConfig): TemplateResult {
    const routes = this.routes.values;
    const names = routes.map((each) => each.name).join(', ');
    const legs = routes.flatMap((route) => route.legs);
    const last = legs.toSorted((a, b) => a.end_s - b.end_s).at(-1);
    const floors = usedFloors(this.plans.values[0]?.plan ?? NO_PLAN);
    return html`<header>
      <h2>${config.title ?? (names || say(`title.${config.mode}`))}</h2>
      <span class="dim last">${last?.camera.replaceAll('_', ' ') ?? ''}</span>
      ${
        floors.length > 1
          ? html`<select aria-label=${say('controls.floor')} @change=${this.floorChosen}>
            <option value="">${say('controls.floor_auto')}</option>
            ${floors.map(
              ({ id, name }) =>
                html`<option value=${id} ?selected=${id === this.chosenFloor}>${name}</option>`,
            )}
          </select>`
          : nothing
      }
    </header>`;
  }

  private notice(hass: Hass): unknown {
    const away = !hass.connected || this.live.values[0]?.connected === false;
    if (away) return html`<p class="notice">${say('state.stale')}</p>`;
    const reason = this.routes.problem ?? this.live.problem ?? this.plans.problem;
    return reason === null
      ? nothing
      : html`<p class="notice" role="alert">${say('state.trouble', { reason })}</p>`;
  }

  /** Whoever edits the card is told what is missing, and where it is made. */
  private warning(hass: Hass): unknown {
    const missing = this.preview ? missingOf(this.plans.values[0]) : null;
    if (missing === null) return nothing;
    const app = appPath(hass);
    // In a tab of its own: the dialog of the editor would be lost.
    return html`<p class="notice warning" role="alert">
      ${say(`editor.${missing}`)}
      <a href=${app === null ? PLAN_PAGE : app + PLAN_EDITOR} target="_blank" rel="noopener">
        ${say(app === null ? 'editor.about_plans' : 'editor.open_plan')}
      </a>
    </p>`;
  }

  private legChosen({ detail }: CustomEvent<LegChosen>): void {
    const { gesture, ...chosen } = detail;
    const kind = gesture === 'tap' ? 'tap_action' : 'hold_action';
    const action = this.config?.[kind].action ?? 'none';
    const app = this.home === null ? null : appPath(this.home);
    if (action === 'none') return;
    if (action === 'open-app' && app !== null) {
      navigate(`${app}#/people/${chosen.person.identity_id}`);
      return;
    }
    this.dialog.open(chosen, action === 'open-app' ? 'menu' : action);
  }

  private floorChosen(event: Event): void {
    this.chosenFloor = (event.target as HTMLSelectElement).value || null;
  }
}
