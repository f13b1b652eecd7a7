import type { PrivateCamera } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { base, buttons, chips } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';
import '../../ui/fr-dialog';
import '../../ui/fr-notice';
import '../../ui/fr-switch';
import { PrivacyStore } from './privacy-store';

/** Which cameras are left out, and whether what is stored of them goes. */
@customElement('privacy-card')
export class PrivacyCard extends ServiceElement {
  #store: PrivacyStore | null = null;
  /** The camera that is about to be left out. */
  @state() private asked: PrivateCamera | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    skeletonStyles,
    css`
      :host {
        display: grid;
        gap: 20px;
        grid-template-columns: minmax(0, 1fr);
      }
      .card {
        display: grid;
        gap: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr max-content;
        gap: 6px 16px;
      }
      dt {
        color: var(--ink-3);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }
      .bone {
        height: 180px;
      }
    `,
  ];

  get store(): PrivacyStore {
    this.#store ??= new PrivacyStore(this.services.api);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.load();
  }

  override render() {
    const { phase, error, cameras } = this.store.state;
    return html`<section class="card">
        <h2>${t('privacy.cameras')}</h2>
        <p class="muted">${t('privacy.camerasWhy')}</p>
        ${phase === 'loading' ? bones(1, '') : nothing}
        ${
          error && cameras.length === 0
            ? html`<fr-notice .error=${error} @again=${() => void this.store.load()}></fr-notice>`
            : nothing
        }
        ${phase === 'ready' && cameras.length === 0 ? html`<p>${t('privacy.noCameras')}</p>` : nothing}
        <ul>
          ${cameras.map((each) => this.#camera(each))}
        </ul>
      </section>
      ${this.#retention()} ${this.asked ? this.#ask(this.asked) : nothing}`;
  }

  #retention() {
    const { retention } = this.store.state;
    if (retention === null) return nothing;
    const words = (days: number | null): string =>
      days === null ? t('privacy.kept') : tn('time.day', days);
    return html`<section class="card">
      <h2>${t('privacy.retention')}</h2>
      <dl class="numbers">
        <dt>${t('privacy.unnamed')}</dt>
        <dd>${words(retention.unnamed_days)}</dd>
        <dt>${t('privacy.named')}</dt>
        <dd>${words(retention.named_days)}</dd>
        <dt>${t('privacy.pictures')}</dt>
        <dd>${words(retention.pictures_days)}</dd>
        <dt>${t('privacy.exports')}</dt>
        <dd>${words(retention.exports_days)}</dd>
      </dl>
      <p class="muted small">${t('privacy.retentionWhy')}</p>
    </section>`;
  }

  #camera(camera: PrivateCamera) {
    const since_s = camera.excluded_since_s;
    const name = cameraName(camera.camera);
    return html`<li>
      <span class="grow">
        <strong>${name}</strong><br />
        <span class="muted small numbers">${tn('people.sightings', camera.sightings)}</span>
      </span>
      ${
        since_s === null
          ? nothing
          : html`<span class="chip warn"
            >${t('privacy.since', { when: agoWords(this.services.site.now_s() - since_s) })}</span
          >`
      }
      <fr-switch
        data-act
        label=${t('privacy.leaveOut')}
        described=${name}
        .checked=${since_s !== null}
        ?disabled=${this.store.state.busy !== null}
        @changed=${(event: CustomEvent<boolean>) => this.#onSwitch(camera, event.detail)}
      ></fr-switch>
    </li>`;
  }

  #ask(camera: PrivateCamera) {
    const name = cameraName(camera.camera);
    return html`<fr-dialog
      heading=${t('privacy.askTitle', { name })}
      @closed=${() => (this.asked = null)}
    >
      <p>${t('privacy.askText', { name })}</p>
      <p class="muted">${tn('privacy.askStored', camera.sightings)}</p>
      <button slot="actions" @click=${() => void this.#exclude(camera, true, false)}>
        ${t('privacy.keepStored')}
      </button>
      <button
        slot="actions"
        class="danger primary"
        @click=${() => void this.#exclude(camera, true, true)}
      >
        ${t('privacy.deleteStored')}
      </button>
    </fr-dialog>`;
  }

  #onSwitch(camera: PrivateCamera, excluded: boolean): void {
    if (excluded && camera.sightings > 0) this.asked = camera;
    else void this.#exclude(camera, excluded, false);
  }

  async #exclude(camera: PrivateCamera, excluded: boolean, deleteStored: boolean): Promise<void> {
    const { toasts } = this.services;
    this.asked = null;
    const name = cameraName(camera.camera);
    try {
      const deleted = await this.store.exclude(camera, excluded, deleteStored);
      const words = t(excluded ? 'privacy.leftOut' : 'privacy.takenIn', { name });
      toasts.done(deleteStored ? `${words} ${tn('privacy.deleted', deleted)}` : words);
    } catch (error) {
      toasts.failed(error);
    }
  }
}
