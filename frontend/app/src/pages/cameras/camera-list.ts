import { mdiCctv } from '@mdi/js';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Camera, SuitableCamera } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { bones, skeletonStyles } from '../../ui/skeleton';
import { lastFrame } from './last-frame';
import { base, chips } from '../../ui/styles';
import { agoWords, cameraName } from '../../ui/words';
import '../../ui/fr-notice';

const KINDS = { good: 'good', limited: 'warn', poor: 'bad' } as const;

/** Every camera with its last picture, and how well it suits for recognising people. */
@customElement('camera-list')
export class CameraList extends ServiceElement {
  @state() private cameras: readonly Camera[] | null = null;
  @state() private suitability: ReadonlyMap<string, SuitableCamera> = new Map();
  @state() private frames: ReadonlyMap<string, string> = new Map();
  @state() private error: ApiError | null = null;

  static override styles = [
    base,
    chips,
    skeletonStyles,
    css`
      .all {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
        gap: 20px;
      }
      article {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        --picture-ratio: 16 / 9;
        --picture-radius: 13px 13px 0 0;
      }
      .words {
        padding: 14px 18px 18px;
        display: grid;
        gap: 8px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 10px;
        margin-top: 4px;
      }
      .figures dt {
        font-size: 12.5px;
        color: var(--ink-3);
      }
      .figures dd {
        font-size: 19px;
        font-weight: 640;
        font-variant-numeric: tabular-nums;
      }
      .card-bone {
        height: 330px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    if (this.error) {
      return html`<fr-notice .error=${this.error} @again=${() => void this.#read()}></fr-notice>`;
    }
    if (this.cameras === null) return html`<div class="all">${bones(4, 'card-bone')}</div>`;
    if (this.cameras.length === 0) {
      return html`<fr-notice
        .icon=${mdiCctv}
        heading=${t('cameras.none.title')}
        text=${t('cameras.none.text')}
      ></fr-notice>`;
    }
    return html`<div class="all">${this.cameras.map((camera) => this.#one(camera))}</div>`;
  }

  #one(camera: Camera) {
    const suits = this.suitability.get(camera.name);
    const now_s = this.services.site.now_s();
    return html`<article>
      <fr-picture
        .src=${this.frames.get(camera.name) ?? null}
        alt=${t('cameras.lastPicture', { name: cameraName(camera.name) })}
      ></fr-picture>
      <div class="words">
        <div class="row">
          <h2 class="grow cut">${cameraName(camera.name)}</h2>
          ${
            camera.on_site
              ? html`<span class="chip good">${tn('cameras.inSight', camera.on_site)}</span>`
              : nothing
          }
          ${
            suits
              ? html`<span class="chip ${KINDS[suits.rating]}">${t(`rating.${suits.rating}`)}</span>`
              : nothing
          }
        </div>
        <p class="muted small">
          ${t('cameras.lastSeen', { when: agoWords(now_s - camera.last_seen_s) })}
        </p>
        ${suits ? html`<p>${suits.reason} <span class="muted">${suits.advice}</span></p>` : nothing}
        <dl class="figures">
          ${this.#figure(t('cameras.tracklets'), suits?.tracklets ?? camera.tracklets)}
          ${suits ? this.#figure(t('cameras.crops'), suits.usable_crops) : nothing}
          ${
            suits?.median_height_px
              ? this.#figure(t('cameras.height'), `${Math.round(suits.median_height_px)} px`)
              : nothing
          }
          ${
            suits && suits.colour_share !== null
              ? this.#figure(t('cameras.colour'), `${Math.round(100 * suits.colour_share)} %`)
              : nothing
          }
        </dl>
      </div>
    </article>`;
  }

  #figure(name: string, value: string | number) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  async #read(): Promise<void> {
    const { api } = this.services;
    this.error = null;
    try {
      this.cameras = (await api.get<{ items: Camera[] }>('cameras')).items;
      void this.#readFrames(this.cameras);
    } catch (error) {
      this.error = asApiError(error);
      return;
    }
    try {
      const { items } = await api.get<{ items: SuitableCamera[] }>('suitability');
      this.suitability = new Map(items.map((each) => [each.camera, each]));
    } catch {
      // The cameras are shown without a rating.
    }
  }

  async #readFrames(cameras: readonly Camera[]): Promise<void> {
    for (const { name } of cameras) {
      const frame = await lastFrame(this.services.api, name);
      if (frame !== null) this.frames = new Map([...this.frames, [name, frame]]);
    }
  }
}
