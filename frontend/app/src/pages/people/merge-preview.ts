import type { Identity, Overlap, Route } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import type { Lane } from '../../ui/fr-timeline';
import { base } from '../../ui/styles';
import '../../ui/fr-timeline';

const DAY_S = 86_400;

/** The last day of several people under each other, with times at which they clash. */
@customElement('merge-preview')
export class MergePreview extends ServiceElement {
  @property({ attribute: false }) people: readonly Identity[] = [];
  @property({ attribute: false }) overlaps: readonly Overlap[] = [];
  @state() private routes: ReadonlyMap<string, Route> = new Map();

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-height: 40px;
      }
      h3 {
        margin-bottom: 8px;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    const missing = this.people.some((each) => !this.routes.has(each.id));
    if (changed.has('people') && missing) void this.#read();
  }

  override render() {
    const spans = [...this.routes.values()].flatMap((route) => route.legs);
    if (spans.length === 0) return nothing;
    const from_s = Math.min(...spans.map((leg) => leg.start_s));
    const to_s = Math.max(...spans.map((leg) => leg.end_s));
    const clashing = new Set(
      this.overlaps.flatMap((each) => [each.first.sighting_id, each.second.sighting_id]),
    );
    const lanes: Lane[] = this.people.map((person) => ({
      label: person.label,
      bars: (this.routes.get(person.id)?.legs ?? []).map((leg) => ({
        id: leg.sighting_id,
        from_s: leg.start_s,
        to_s: leg.end_s,
        style: clashing.has(leg.sighting_id) ? 'clash' : 'solid',
        label: leg.camera,
      })),
    }));
    return html`<h3>${t('merge.together')}</h3>
      <fr-timeline
        .from_s=${from_s - 60}
        .to_s=${to_s + 60}
        .lanes=${lanes}
        .zone=${this.services.site.zone}
      ></fr-timeline>`;
  }

  async #read(): Promise<void> {
    const last_s = Math.max(...this.people.map((each) => each.last_seen_s ?? 0));
    const read = this.people.map(async (person): Promise<[string, Route]> => {
      const path = `identities/${encodeURIComponent(person.id)}/route`;
      const span = { from: last_s - DAY_S, to: last_s + 1 };
      return [person.id, await this.services.api.get<Route>(path, span)];
    });
    const found = await Promise.allSettled(read);
    this.routes = new Map(
      found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    );
  }
}
