import { mdiMapOutline, mdiPause, mdiPlay } from '@mdi/js';
import { clockTime } from '@frigate-reid/shared/time/format';
import type { Point } from '@frigate-reid/shared/plan/homography';
import { placesOf } from '@frigate-reid/shared/plan/places';
import { html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { KeysController } from '../../core/keys';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { cropPath } from '../../ui/fr-picture';
import type { Lane } from '../../ui/fr-timeline';
import { bones } from '../../ui/skeleton';
import { cameraName, gapWords } from '../../ui/words';
import '../../ui/fr-notice';
import { PictureUrls } from '../../ui/picture-urls';
import '../../ui/fr-timeline';
import '../../ui/plan/fr-plan';
import { mapStyles } from './map-styles';
import type { Handoff, PersonThere, Presence } from './map-store';
import { MapStore, SPEEDS, isNamed } from './map-store';

const MOST_FACES = 3;

/** Who is where: live, or at another time of the last day. */
@customElement('map-page')
export class MapPage extends ServiceElement {
  #store: MapStore | null = null;
  #leave: (() => void)[] = [];
  #frame = 0;
  #before_ms = 0;
  readonly #pictures = new PictureUrls(this, () => this.services.pictures);

  constructor() {
    super();
    watch(this, () => [this.store]);
    new KeysController(this, () => ({
      ' ': () => this.#play(),
      l: () => this.store.live(),
    }));
  }

  static override styles = mapStyles;

  get store(): MapStore {
    const { api, site } = this.services;
    this.#store ??= new MapStore(api, () => site.now_s());
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live } = this.services;
    this.#leave = [
      live.subscribe((event) => void this.store.take(event)),
      live.subscribe(({ topic }) => topic === 'plan' && void this.store.load()),
      live.onState((connected) => connected && void this.store.load()),
    ];
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    for (const leave of this.#leave) leave();
  }

  override render() {
    const { phase, error, cameras } = this.store.state;
    if (phase === 'loading') return html`<h1>${t('nav.map')}</h1>${bones(1, 'tall')}`;
    if (phase === 'error' && cameras.length === 0) {
      return html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`;
    }
    if (cameras.length === 0) {
      return html`<fr-notice
        .icon=${mdiMapOutline}
        heading=${t('map.none.title')}
        text=${t('people.empty.text')}
      ></fr-notice>`;
    }
    return html`${this.#head()}
      <div class="two">
        <div class="stack">${this.#plan()} ${this.#scrubber()}</div>
        <div class="stack">${this.#who()} ${this.#ticker()}</div>
      </div>`;
  }

  #head() {
    const { at_s, plan, floorId } = this.store.state;
    const floors = plan?.floors ?? [];
    return html`<div class="row wrap">
      <h1>${t('nav.map')}</h1>
      <span class="chip ${at_s === null ? 'good' : 'accent'} numbers">
        ${at_s === null ? t('map.live') : clockTime(at_s, this.services.site.zone, true)}
      </span>
      <span class="grow"></span>
      ${
        floors.length > 1
          ? html`<select
            aria-label=${t('plan.floor')}
            @change=${(event: Event) => this.store.showFloor((event.target as HTMLSelectElement).value)}
          >
            ${floors.map(
              (floor) =>
                html`<option value=${floor.id} ?selected=${floor.id === floorId}>${floor.name}</option>`,
            )}
          </select>`
          : nothing
      }
    </div>`;
  }

  #plan() {
    const { plan, cameras, floorId } = this.store.state;
    const names = cameras.map((each) => each.name);
    const places = placesOf(plan, names, floorId);
    const presence = this.store.presence;
    return html`<fr-plan
      .places=${places}
      label=${t('map.label')}
      .layer=${(unit: number) =>
        svg`${presence.map((each) => {
          const at = places.at.get(each.camera);
          return at ? this.#bubbles(each, at, unit) : nothing;
        })}`}
    ></fr-plan>`;
  }

  /** Named people by their pictures side by side; all others as a number. */
  #bubbles({ people }: Presence, at: Point, unit: number) {
    const named = people.filter(isNamed);
    const others = people.length - named.length;
    const shown = named.slice(0, MOST_FACES);
    const rest = others + named.length - shown.length;
    const bubbles = [
      ...shown.map((each) => (x: number) => this.#face(each, { x, y: at.y }, unit)),
      ...(rest > 0 ? [(x: number) => this.#count(rest, people, { x, y: at.y }, unit)] : []),
    ];
    const left = at.x - ((bubbles.length - 1) * unit * 5) / 2;
    return svg`${bubbles.map((draw, index) => draw(left + index * unit * 5))}`;
  }

  #face(person: PersonThere, at: Point, unit: number) {
    const size = unit * 6.2;
    const url = this.#pictures.get(cropPath(person.crop_id));
    return svg`<g class="bubble" @click=${() => this.#open(person.id)}>
      <title>${person.label}</title>
      <circle cx=${at.x} cy=${at.y} r=${unit * 3.4}></circle>
      ${
        url === null
          ? svg`<text x=${at.x} y=${at.y + unit * 0.9} font-size=${unit * 2.5}>${initials(person.label)}</text>`
          : svg`<image href=${url} x=${at.x - size / 2} y=${at.y - size / 2} width=${size}
              height=${size} preserveAspectRatio="xMidYMin slice"></image>`
      }
    </g>`;
  }

  #count(count: number, people: readonly PersonThere[], at: Point, unit: number) {
    const [only] = people;
    const alone = people.length === 1 ? (only ?? null) : null;
    const words = alone ? initials(alone.label) : String(count);
    return svg`<g class="bubble others" @click=${() => this.#open(alone?.id ?? null)}>
      <title>${tn('map.others', count)}</title>
      <circle cx=${at.x} cy=${at.y} r=${unit * 3.1}></circle>
      <text x=${at.x} y=${at.y + unit * 0.9} font-size=${unit * 2.5}>${words}</text>
    </g>`;
  }

  #open(id: string | null): void {
    if (id !== null) this.services.router.go(['people', id]);
  }

  #scrubber() {
    const { at_s, playing, speed, sightings, cameras } = this.store.state;
    const [from_s, to_s] = this.store.span;
    const lanes: Lane[] = cameras.map(({ name }) => ({
      label: cameraName(name),
      bars: sightings
        .filter((each) => each.camera === name)
        .map((each) => ({
          id: each.id,
          from_s: each.start_s,
          to_s: each.last_seen_s,
          style: each.firm ? 'solid' : 'dashed',
          label: each.identity_label ?? t('search.somebody'),
        })),
    }));
    return html`<section class="card">
      <div class="row wrap controls">
        <button @click=${() => this.#play()}>
          <fr-icon path=${playing ? mdiPause : mdiPlay}></fr-icon>
          ${playing ? t('route.pause') : t('map.replay')}
        </button>
        <select
          aria-label=${t('map.speed')}
          @change=${(event: Event) => this.store.setSpeed(Number((event.target as HTMLSelectElement).value))}
        >
          ${SPEEDS.map((each) => html`<option value=${each} ?selected=${each === speed}>${each}×</option>`)}
        </select>
        <button ?disabled=${at_s === null} @click=${() => this.store.live()}>
          ${t('map.toLive')}
        </button>
      </div>
      <fr-timeline
        .from_s=${from_s}
        .to_s=${to_s}
        .lanes=${lanes}
        .at_s=${at_s ?? to_s}
        .zone=${this.services.site.zone}
        scrubbing
        @scrub=${(event: CustomEvent<number>) => this.store.scrub(event.detail)}
        @choose=${(event: CustomEvent<string>) => this.#toSighting(event.detail)}
      ></fr-timeline>
    </section>`;
  }

  #who() {
    const people = this.store.presence.flatMap(({ camera, people }) =>
      people.map((each) => ({ ...each, camera })),
    );
    return html`<section class="card">
      <h2>${t('map.inSight')} <span class="muted numbers">${people.length}</span></h2>
      ${people.length === 0 ? html`<p class="muted">${t('map.nobody')}</p>` : nothing}
      <ul>
        ${people.map(
          (each) =>
            html`<li>
              <fr-picture .src=${cropPath(each.crop_id)}></fr-picture>
              <span class="grow cut">
                ${
                  each.id
                    ? html`<a href="#/people/${encodeURIComponent(each.id)}">${each.label}</a>`
                    : t('search.somebody')
                }<br /><span class="muted small">${cameraName(each.camera)}</span>
              </span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #ticker() {
    const { handoffs } = this.store;
    return html`<section class="card">
      <h2>${t('map.handoffs')}</h2>
      ${handoffs.length === 0 ? html`<p class="muted">${t('map.noHandoffs')}</p>` : nothing}
      <ol aria-live="polite">
        ${handoffs.map((each) => this.#handoff(each))}
      </ol>
    </section>`;
  }

  #handoff(handoff: Handoff) {
    const { zone } = this.services.site;
    return html`<li class="handoff">
      <time class="muted numbers small">${clockTime(handoff.at_s, zone, true)}</time>
      <span class="grow">
        <a href="#/people/${encodeURIComponent(handoff.identity_id)}">${handoff.identity_label}</a><br />
        <span class="small muted"
          >${cameraName(handoff.from_camera)} → ${cameraName(handoff.to_camera)} · ${gapWords(handoff.gap_s)}</span
        >
      </span>
    </li>`;
  }

  #toSighting(id: string): void {
    const found = this.store.state.sightings.find((each) => each.id === id);
    if (found) this.store.scrub(found.start_s + 0.5);
  }

  #play(): void {
    const { store } = this;
    store.play(!store.state.playing);
    this.#before_ms = performance.now();
    if (store.state.playing) this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
  }

  #onFrame(now_ms: number): void {
    if (!this.store.state.playing) return;
    this.store.advance((now_ms - this.#before_ms) / 1000);
    this.#before_ms = now_ms;
    this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
  }
}

/** `Person 47` is `47`, `Anna Berg` is `AB`. */
export function initials(label: string | null): string {
  if (label === null) return '?';
  const number = /^Person (\d+)$/.exec(label)?.[1];
  if (number) return number;
  const words = label.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
