import { mdiChevronLeft, mdiChevronRight, mdiMapMarkerPath, mdiPause, mdiPlay } from '@mdi/js';
import type { IdentityFound } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { branchLines } from '@frigate-reid/shared/plan/branches';
import { hopsOf } from '@frigate-reid/shared/plan/passages';
import { layoutRoute, positionAt } from '@frigate-reid/shared/plan/route-layout';
import { placesOf } from '@frigate-reid/shared/plan/places';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGE, t } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import type { Lane } from '../../ui/fr-timeline';
import { routeLayer } from '../../ui/plan/route-layer';
import { bones } from '../../ui/skeleton';
import { cameraName } from '../../ui/words';
import '../../ui/fr-notice';
import '../../ui/fr-timeline';
import '../../ui/plan/fr-plan';
import './leg-list';
import './leg-detail';
import './export-button';
import { RouteStore } from './route-store';
import { routeTabStyles } from './route-tab-styles';

/** One day's route: drawn on the plan, as a list, and over time. */
@customElement('route-tab')
export class RouteTab extends ServiceElement {
  @property({ attribute: false }) person: IdentityFound | null = null;
  @property() day = '';
  @state() private store: RouteStore | null = null;
  #leave: () => void = () => undefined;
  #frame = 0;
  #before_ms = 0;

  constructor() {
    super();
    new KeysController(this, () => ({
      ' ': () => this.#play(),
      ArrowLeft: () => this.#toDay(-1),
      ArrowRight: () => this.#toDay(1),
    }));
  }

  static override styles = routeTabStyles;

  override willUpdate(changed: Map<string, unknown>): void {
    const { person } = this;
    if (person === null) return;
    const before = changed.get('person') as IdentityFound | null | undefined;
    if (this.store === null || (before && before.id !== person.id)) this.#follow(person.id);
    if (changed.has('person') || changed.has('day')) void this.store?.load(this.#shownDay(person));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    cancelAnimationFrame(this.#frame);
    this.store = null;
  }

  override render() {
    const { store } = this;
    if (store === null) return nothing;
    return html`<div class="bar">
        ${this.#dayBar(store)}
        <span class="grow"></span>
        ${
          store.legs.length
            ? html`<button @click=${() => this.#play()}>
                <fr-icon path=${store.state.playing ? mdiPause : mdiPlay}></fr-icon>
                ${store.state.playing ? t('route.pause') : t('route.play')}
              </button>
              <export-button
                .request=${{
                  identity_id: this.person?.id,
                  from_s: store.state.range?.[0] ?? store.state.route?.from_s,
                  to_s: store.state.range?.[1] ?? store.state.route?.to_s,
                }}
              ></export-button>`
            : nothing
        }
      </div>
      ${this.#content(store)}`;
  }

  #dayBar(store: RouteStore) {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = store.state.day || this.day;
    const isLast = day >= store.today(site.now_s());
    return html`<div class="row">
      <button class="icon" aria-label=${t('day.before')} @click=${() => this.#toDay(-1)}>
        <fr-icon path=${mdiChevronLeft}></fr-icon>
      </button>
      <label class="date"
        ><strong>${day ? dayName(day, site.now_s(), site.zone, LANGUAGE, words) : ''}</strong>
        <input
          type="date"
          aria-label=${t('day.choose')}
          .value=${day}
          max=${store.today(site.now_s())}
          @change=${(event: Event) => this.#go((event.target as HTMLInputElement).value)}
      /></label>
      <button class="icon" aria-label=${t('day.after')} ?disabled=${isLast} @click=${() => this.#toDay(1)}>
        <fr-icon path=${mdiChevronRight}></fr-icon>
      </button>
    </div>`;
  }

  #content(store: RouteStore) {
    const { phase, error, route } = store.state;
    if (phase === 'loading') return bones(1, 'bones');
    if (phase === 'error' && route === null) {
      return html`<fr-notice .error=${error} @again=${() => void store.load(store.state.day)}></fr-notice>`;
    }
    if (!route?.legs.length) {
      return html`<fr-notice
        .icon=${mdiMapMarkerPath}
        heading=${t('route.none.title')}
        text=${t('route.none.text')}
      ></fr-notice>`;
    }
    return this.#route(store);
  }

  #route(store: RouteStore) {
    const { legs } = store;
    const { chosen, route } = store.state;
    const all = route?.legs ?? [];
    const first = Math.max(
      0,
      all.findIndex((leg) => leg === legs[0]),
    );
    const leg = all.find((each) => each.sighting_id === chosen);
    return html`<div class="two">
      <div class="stack drawn">
        ${this.#plan(store, first)}
        <div class="card">${this.#timeline(store)}</div>
      </div>
      <leg-list
        .legs=${legs}
        .gaps=${route?.gaps ?? []}
        .edges=${store.edges}
        .branches=${route?.branches ?? []}
        .offset=${first}
        .chosen=${chosen}
        .zone=${this.services.site.zone}
        @choose=${(event: CustomEvent<string>) => store.choose(event.detail)}
      ></leg-list>
      ${
        leg
          ? html`<leg-detail
            .leg=${leg}
            .previous=${all[all.indexOf(leg) - 1] ?? null}
            .edges=${store.edges}
            .identityId=${this.person?.id ?? ''}
          ></leg-detail>`
          : nothing
      }
    </div>`;
  }

  #plan(store: RouteStore, first: number) {
    const { legs } = store;
    const { chosen, trails, plan, at_s, route, cameras } = store.state;
    const passed = route?.legs.map((leg) => leg.camera) ?? [];
    const places = placesOf(plan, [...new Set([...cameras, ...passed])]);
    const hops = hopsOf(plan, places.floor?.id ?? null, legs);
    const layout = layoutRoute(legs, route?.gaps.slice(first) ?? [], places.at, hops);
    const walker = at_s === null ? null : positionAt(layout, at_s);
    const branches = branchLines(route?.branches ?? [], layout, places.at);
    const drawing = {
      layout,
      branches,
      trails,
      chosen,
      walker,
      onStop: (id: string) => store.choose(id),
    };
    return html`<fr-plan
      .places=${places}
      .unplaced=${layout.unplaced}
      label=${t('route.planLabel', { name: this.person?.label ?? '', n: legs.length })}
      .layer=${(unit: number) => routeLayer(drawing, unit)}
    ></fr-plan>`;
  }

  #timeline(store: RouteStore) {
    const legs = store.state.route?.legs ?? [];
    const cameras = [...new Set(legs.map((leg) => leg.camera))];
    const from_s = legs[0]?.start_s ?? 0;
    const to_s = legs.at(-1)?.end_s ?? 1;
    const margin_s = Math.max(10, (to_s - from_s) * 0.02);
    const lanes: Lane[] = cameras.map((camera) => ({
      label: cameraName(camera),
      bars: legs
        .filter((leg) => leg.camera === camera)
        .map((leg) => ({
          id: leg.sighting_id,
          from_s: leg.start_s,
          to_s: leg.end_s,
          style: leg.certainty === 'unsure' ? 'dashed' : 'solid',
          label: t(`band.${leg.certainty}`),
        })),
    }));
    const { at_s, chosen } = store.state;
    return html`<fr-timeline
        .from_s=${from_s - margin_s}
        .to_s=${to_s + margin_s}
        .lanes=${lanes}
        .zone=${this.services.site.zone}
        .chosen=${chosen}
        .at_s=${at_s}
        scrubbing
        @choose=${(event: CustomEvent<string>) => store.choose(event.detail)}
        @scrub=${(event: CustomEvent<number>) => store.scrub(event.detail)}
        @brush=${(event: CustomEvent<[number, number] | null>) => store.brush(event.detail)}
      ></fr-timeline>
      <p class="muted small numbers" aria-live="off">
        ${at_s === null ? t('route.timelineHint') : clockTime(at_s, this.services.site.zone, true)}
      </p>`;
  }

  #follow(identityId: string): void {
    this.#leave();
    const store = new RouteStore(this.services.api, identityId, this.services.site.zone);
    this.#leave = store.subscribe(() => this.requestUpdate());
    this.store = store;
  }

  /** The day in the address, else the last one on which they were seen. */
  #shownDay(person: IdentityFound): string {
    const { site } = this.services;
    return this.day || dayOf(person.last_seen_s ?? site.now_s(), site.zone);
  }

  #toDay(days: number): void {
    const { store } = this;
    if (store === null) return;
    const day = store.step(days);
    if (day <= store.today(this.services.site.now_s())) this.#go(day);
  }

  #go(day: string): void {
    if (day) this.services.router.refine({ day });
  }

  #play(): void {
    const { store } = this;
    if (store === null) return;
    store.play(!store.state.playing);
    this.#before_ms = performance.now();
    if (store.state.playing) this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
  }

  #onFrame(now_ms: number): void {
    const { store } = this;
    if (!store?.state.playing) return;
    store.advance((now_ms - this.#before_ms) / 1000);
    this.#before_ms = now_ms;
    this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
  }
}
