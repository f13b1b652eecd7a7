import { mdiCheck } from '@mdi/js';
import type { Identity, Statistics } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips, fields } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import './name-editor';
import type { Asked } from './people-reader';
import { PeekController } from './peek-controller';
import { weekBars } from './week-bars';

/** One person of the gallery. Fires `toggle`, `name`, `renamed` and `cancel-name`. */
@customElement('person-tile')
export class PersonTile extends ServiceElement {
  @property({ attribute: false }) person!: Identity;
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ type: Number }) now_s = 0;
  @property({ type: Boolean, reflect: true }) selected = false;
  @property({ type: Boolean, reflect: true }) selecting = false;
  @property({ attribute: false }) asked: Asked | null = null;
  @property({ type: Boolean }) naming = false;
  /** The service is not there: nothing can be changed. */
  @property({ type: Boolean }) away = false;
  /** Visits of the last days, where they are known. */
  @property({ attribute: false }) days: Statistics['days'] = [];
  readonly #peek = new PeekController(this);
  @query('a') private link!: HTMLAnchorElement;

  static override styles = [
    base,
    buttons,
    fields,
    chips,
    css`
      :host {
        display: block;
        position: relative;
        border-radius: var(--radius);
        background: var(--surface);
        border: 1px solid var(--line);
        transition: box-shadow var(--quick);
        min-width: 0;
        --picture-radius: 13px 13px 0 0;
        --picture-ratio: 4 / 5;
      }
      :host(:hover) {
        box-shadow: var(--shadow-1);
      }
      :host([selected]) {
        outline: 3px solid var(--accent);
        outline-offset: -1px;
      }
      a {
        display: block;
        color: inherit;
        text-decoration: none;
        border-radius: 13px 13px 0 0;
      }
      .words {
        padding: 10px 14px 14px;
      }
      .name {
        all: unset;
        box-sizing: border-box;
        display: block;
        width: 100%;
        font-weight: 640;
        font-size: 16px;
        line-height: 24px;
        cursor: text;
        border-radius: 6px;
      }
      .name:hover {
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      .name:focus-visible {
        outline: 2px solid var(--accent);
      }
      .name.unnamed {
        color: var(--ink-2);
      }
      .where {
        font-size: 13.5px;
        color: var(--ink-3);
      }
      .foot {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }
      .like {
        margin-top: 4px;
        color: var(--accent);
        font-size: 13.5px;
        font-weight: 560;
        text-decoration: underline;
        border-radius: 6px;
      }
      .week rect {
        fill: var(--route);
      }
      .marks {
        position: absolute;
        left: 10px;
        top: 10px;
        display: flex;
        gap: 6px;
        flex-wrap: wrap;
      }
      .box {
        position: absolute;
        top: 10px;
        right: 10px;
        width: 32px;
        min-height: 32px;
        border-radius: 50%;
        padding: 0;
        opacity: 0;
        color: transparent;
        border: 2px solid #fff;
        background: rgb(20 26 38 / 35%);
        --icon-size: 18px;
      }
      :host(:hover) .box,
      :host([selecting]) .box,
      .box:focus-visible {
        opacity: 1;
      }
      :host([selected]) .box {
        background: var(--accent);
        color: var(--accent-ink);
      }
      @media (hover: none) {
        :host(:not([selecting])) .box {
          display: none;
        }
      }
    `,
  ];

  override focus(): void {
    this.link.focus();
  }

  override render() {
    const { person } = this;
    return html`<a
        href="#/people/${encodeURIComponent(person.id)}"
        aria-label=${person.label}
        @click=${(event: Event) => this.#onOpen(event)}
        @pointerenter=${this.#peek.start}
        @pointerleave=${this.#peek.stop}
      >
        <fr-picture .src=${cropPath(this.#peek.cropId ?? person.crop_id)} alt=${person.label}></fr-picture>
      </a>
      <div class="marks">
        ${person.on_site ? html`<span class="chip good">${t('people.here')}</span>` : nothing}
        ${this.asked && !this.asked.like ? html`<span class="chip accent">${t('people.asked')}</span>` : nothing}
        ${person.hidden ? html`<span class="chip">${t('people.hidden')}</span>` : nothing}
      </div>
      <button
        class="box"
        role="checkbox"
        aria-checked=${this.selected}
        aria-label=${t('people.select', { name: person.label })}
        @click=${() => this.#fire('toggle')}
      >
        <fr-icon path=${mdiCheck}></fr-icon>
      </button>
      <div class="words">
        ${this.naming ? this.#editor() : this.#name()}
        <p class="where cut">${this.#where()}</p>
        <div class="foot">
          <p class="where cut grow">${this.#seen()}</p>
          ${this.days.length ? weekBars(this.days, t('people.week')) : nothing}
        </div>
        ${this.#like()}
      </div>`;
  }

  #like() {
    const { asked } = this;
    if (!asked?.like) return nothing;
    return html`<a class="like" href="#/review?question=${encodeURIComponent(asked.review)}">
      ${t('people.like', { name: asked.like })}
    </a>`;
  }

  #name() {
    const { person } = this;
    return html`<button
      class="name cut ${person.name === null ? 'unnamed' : ''}"
      title=${t(this.away ? 'offline.why' : 'people.rename')}
      ?disabled=${this.away}
      aria-label=${t('people.renameOf', { name: person.label })}
      @click=${() => this.#fire('name')}
    >
      ${person.label}
    </button>`;
  }

  #editor() {
    return html`<name-editor
      .value=${this.person.name ?? ''}
      .names=${this.names}
      label=${t('people.nameOf', { name: this.person.label })}
      @named=${(event: CustomEvent<string>) => this.#fire('renamed', event.detail)}
      @cancelled=${() => this.#fire('cancel-name')}
    ></name-editor>`;
  }

  #where() {
    const { last_camera: camera, last_seen_s: seen_s, on_site } = this.person;
    if (camera === null || seen_s === null) return t('people.never');
    const when = on_site ? t('people.now') : agoWords(this.now_s - seen_s);
    return html`${cameraName(camera)} · ${when}`;
  }

  #seen(): string {
    const { sightings, words } = this.person;
    const today = this.days.at(-1)?.visits ?? 0;
    const count = tn('people.sightings', sightings);
    if (today > 0) return tn('people.today', today);
    return words ? `${count} · ${words}` : count;
  }

  #onOpen(event: Event): void {
    if (!this.selecting) return;
    event.preventDefault();
    this.#fire('toggle');
  }

  #fire(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
