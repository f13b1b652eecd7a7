import {
  mdiAccountSearch,
  mdiDeleteOutline,
  mdiEyeOffOutline,
  mdiEyeOutline,
  mdiPencilOutline,
} from '@mdi/js';
import type { IdentityFound } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { placeHash } from '../../core/router';
import { watch } from '../../core/store-controller';
import { cropPath } from '../../ui/fr-picture';
import { base, buttons, chips, fields } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';
import '../../ui/fr-dialog';
import '../../ui/fr-menu';
import '../../ui/fr-switch';
import '../../ui/watch-switch';
import '../people/name-editor';
import './feature-picker';
import './person-aliases';
import './retention-line';
import type { PersonStore } from './person-store';

/** Who it is, and what is set for them. */
@customElement('person-header')
export class PersonHeader extends ServiceElement {
  @property({ attribute: false }) store!: PersonStore;
  @state() private open: 'none' | 'name' | 'feature' | 'forget' = 'none';

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    fields,
    css`
      .head {
        display: grid;
        grid-template-columns: 148px minmax(0, 1fr) auto;
        gap: 24px;
        align-items: center;
      }
      .photo {
        all: unset;
        cursor: pointer;
        display: block;
        border-radius: 14px;
        position: relative;
        --picture-radius: 14px;
        --picture-ratio: 4 / 5;
      }
      .photo:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .photo span {
        position: absolute;
        inset: auto 0 0;
        padding: 18px 6px 7px;
        text-align: center;
        font-size: 12.5px;
        font-weight: 560;
        color: #fff;
        background: linear-gradient(transparent, rgb(0 0 0 / 75%));
        border-radius: 0 0 14px 14px;
        opacity: 0;
        transition: opacity var(--quick);
      }
      .photo:hover span,
      .photo:focus-visible span {
        opacity: 1;
      }
      .who {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: 30px;
      }
      name-editor {
        max-width: 340px;
        margin: 4px 0 4px 8px;
      }
      .sets {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 26px;
      }
      .does {
        display: flex;
        gap: 6px;
        align-self: start;
      }
      @media (max-width: 700px) {
        .head {
          grid-template-columns: 104px minmax(0, 1fr);
          gap: 16px;
          align-items: start;
        }
        .does {
          grid-column: 1 / -1;
        }
        h1 {
          font-size: 24px;
        }
      }
    `,
  ];

  override render() {
    const person = this.store.state.person;
    if (person === null) return nothing;
    return html`<div class="head">
        <button data-act class="photo" @click=${() => (this.open = 'feature')}>
          <fr-picture .src=${cropPath(person.crop_id)} alt=${person.label}></fr-picture>
          <span>${t('person.choosePhoto')}</span>
        </button>
        <div class="who">
          ${this.open === 'name' ? this.#editor(person) : this.#name(person)}
          <person-aliases
            .names=${person.aliases}
            @changed=${(event: CustomEvent<string[]>) => void this.#change({ aliases: event.detail })}
          ></person-aliases>
          <p class="muted">${this.#where(person)}</p>
          <p class="row wrap">
            ${person.on_site ? html`<span class="chip good">${t('people.here')}</span>` : nothing}
            <span class="chip">${tn('people.sightings', person.sightings)}</span>
            ${person.words ? html`<span class="chip">${person.words}</span>` : nothing}
            ${person.hidden ? html`<span class="chip warn">${t('people.hidden')}</span>` : nothing}
            ${person.redirected_from ? html`<span class="chip">${t('person.redirected')}</span>` : nothing}
          </p>
          <div class="sets">
            <fr-switch data-act
              .checked=${person.exposed}
              label=${t('person.exposed')}
              @changed=${(event: CustomEvent<boolean>) => void this.#change({ exposed: event.detail })}
            ></fr-switch>
            <watch-switch .identityId=${person.id}></watch-switch>
          </div>
          <retention-line ?named=${person.name !== null}></retention-line>
        </div>
        <div class="does">
          <a class="button" href=${placeHash(['search', 'new'], { identity: person.id })}>
            <fr-icon path=${mdiAccountSearch}></fr-icon>${t('person.searchMore')}
          </a>
          <fr-menu
            label=${t('action.moreFor', { name: person.label })}
            .items=${[
              {
                label: t('people.rename'),
                icon: mdiPencilOutline,
                action: () => (this.open = 'name'),
              },
              {
                label: person.hidden ? t('people.show') : t('people.hide'),
                icon: person.hidden ? mdiEyeOutline : mdiEyeOffOutline,
                action: () => void this.#change({ hidden: !person.hidden }),
              },
              {
                label: t('people.delete'),
                icon: mdiDeleteOutline,
                danger: true,
                action: () => (this.open = 'forget'),
              },
            ]}
          ></fr-menu>
        </div>
      </div>
      ${this.#dialog(person)}`;
  }

  #name(person: IdentityFound) {
    return html`<h1>
      <span class="cut">${person.label}</span>
      <button data-act
        class="quiet icon"
        aria-label=${t('people.renameOf', { name: person.label })}
        @click=${() => (this.open = 'name')}
      >
        <fr-icon path=${mdiPencilOutline}></fr-icon>
      </button>
    </h1>`;
  }

  #editor(person: IdentityFound) {
    return html`<name-editor
      .value=${person.name ?? ''}
      label=${t('people.nameOf', { name: person.label })}
      @cancelled=${() => (this.open = 'none')}
      @named=${(event: CustomEvent<string>) => {
        this.open = 'none';
        void this.#change({ name: event.detail || null });
      }}
    ></name-editor>`;
  }

  #where(person: IdentityFound): string {
    if (person.last_seen_s === null || person.last_camera === null) return t('people.never');
    const age_s = this.services.site.now_s() - person.last_seen_s;
    const when = person.on_site ? t('people.now') : agoWords(age_s);
    return t('person.lastSeen', { camera: cameraName(person.last_camera), when });
  }

  #dialog(person: IdentityFound) {
    if (this.open === 'feature') {
      return html`<feature-picker
        .looks=${this.store.state.looks}
        .current=${person.crop_id}
        @closed=${() => (this.open = 'none')}
        @picked=${(event: CustomEvent<string>) => {
          this.open = 'none';
          void this.#change({ feature_crop_id: event.detail });
        }}
      ></feature-picker>`;
    }
    if (this.open !== 'forget') return nothing;
    return html`<fr-dialog heading=${tn('forget.title', 1)} @closed=${() => (this.open = 'none')}>
      <p>${t('forget.text', { names: person.label })}</p>
      <button slot="actions" @click=${() => (this.open = 'none')}>${t('action.cancel')}</button>
      <button slot="actions" class="danger primary" @click=${() => void this.#forget()}>
        ${t('forget.do')}
      </button>
    </fr-dialog>`;
  }

  async #change(patch: Parameters<PersonStore['change']>[0]): Promise<void> {
    const { toasts } = this.services;
    try {
      toasts.done(t('person.changed'), await this.store.change(patch));
    } catch (error) {
      toasts.failed(error);
    }
  }

  async #forget(): Promise<void> {
    const { toasts, router } = this.services;
    try {
      await this.store.forget();
      toasts.done(tn('forget.done', 1));
      router.go(['people']);
    } catch (error) {
      toasts.failed(error);
    }
  }
}
