/** Everybody who is in sight now. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Live, Plan, Present } from '../data/protocol';
import { namedFloor, surfaceOf, usedFloors } from '../logic/floors';
import { say } from '../words';
import { notices, theme } from './styles';

export class LiveView extends LitElement {
  @property({ attribute: false }) live!: Live;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) pictures: Record<string, string> = {};
  @property() floor = 'auto';
  @property({ type: Boolean }) cameras = true;

  static override styles = [
    theme,
    notices,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        gap: 10px;
        min-block-size: 0;
      }
      frr-plan {
        flex: 1 1 auto;
        min-block-size: 160px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      li {
        padding: 6px 12px;
        border-radius: 16px;
        background: var(--sunken);
        font-size: 14px;
      }
    `,
  ];

  override render(): TemplateResult {
    const floors = usedFloors(this.plan);
    const surface = surfaceOf(
      this.plan,
      namedFloor(floors, this.floor) ?? this.busiest(),
      this.pictures,
    );
    return html`
      ${
        surface.places.size > 0
          ? html`<frr-plan
            .surface=${surface}
            .present=${this.present}
            ?cameras=${this.cameras}
          ></frr-plan>`
          : html`<p class="notice">${say('state.no_place')}</p>`
      }
      ${
        this.present.length > 0
          ? html`<ul aria-live="polite">
            ${this.present.map((person) => this.person(person))}
          </ul>`
          : html`<p class="dim">${say('state.nobody_now')}</p>`
      }
    `;
  }

  private get present(): Present[] {
    return [...this.live.people, ...this.live.unknown];
  }

  private person({ name, camera }: Present): TemplateResult {
    return html`<li>${name} <span class="dim">${camera?.replaceAll('_', ' ') ?? ''}</span></li>`;
  }

  /** The floor on which most people are now; the lowest of these. */
  private busiest(): Plan['floors'][number] | null {
    const placed = new Map(this.plan.cameras.map((each) => [each.name, each.placement?.floor_id]));
    const people = (id: string): number =>
      this.present.filter((each) => placed.get(each.camera ?? '') === id).length;
    const floors = usedFloors(this.plan);
    return floors.toSorted((a, b) => people(b.id) - people(a.id))[0] ?? null;
  }
}
