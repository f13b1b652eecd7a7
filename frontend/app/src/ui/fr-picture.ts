import { consume } from '@lit/context';
import { mdiAccount, mdiImageOffOutline } from '@mdi/js';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import type { Services } from '../core/services';
import { servicesContext } from '../core/services';
import { base } from './styles';
import './fr-icon';

/** A picture of the service; fetched once it comes near the window, a silhouette without one. */
@customElement('fr-picture')
export class FrPicture extends LitElement {
  @consume({ context: servicesContext }) services!: Services;

  /** Address below the API, or null where no picture is left. */
  @property() src: string | null = null;
  @property() alt = '';
  /** `cover` fills the frame, `whole` shows all of the picture before a blurred copy of it. */
  @property({ reflect: true }) fit: 'cover' | 'whole' = 'cover';

  @state() private url: string | null = null;
  @state() private failed = false;

  #held: string | null = null;
  #near = false;
  #observer: IntersectionObserver | null = null;
  #leave: (() => void) | null = null;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: var(--surface-3);
        border-radius: var(--picture-radius, var(--radius-s));
        aspect-ratio: var(--picture-ratio, 3 / 4);
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        object-position: 50% 0;
        display: block;
        animation: come 160ms ease-out;
      }
      :host([fit='whole']) img:not(.behind) {
        object-fit: contain;
        object-position: 50% 50%;
      }
      .behind {
        filter: blur(18px) brightness(0.8);
        transform: scale(1.15);
      }
      .none {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 4px;
        color: var(--ink-3);
        --icon-size: min(40px, 45cqw);
        font-size: 12.5px;
        text-align: center;
        padding: 6px;
        container-type: inline-size;
      }
      @keyframes come {
        from {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        img {
          animation: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          this.#near = true;
          this.#observer?.disconnect();
          void this.#load();
        }
      },
      { rootMargin: '300px' },
    );
    this.#observer.observe(this);
    this.#leave = this.services.live.onState((connected) => connected && this.#tryAgain());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#observer?.disconnect();
    this.#letGo();
    this.#near = false;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('src') && this.#near) void this.#load();
  }

  override render() {
    if (this.url) {
      const behind = html`<img class="behind" src=${this.url} alt="" draggable="false" />`;
      return html`${this.fit === 'whole' ? behind : nothing}
        <img
          src=${this.url}
          alt=${this.alt}
          draggable="false"
          @load=${(event: Event) => this.#onShown(event.target as HTMLImageElement)}
        />`;
    }
    if (this.src !== null && !this.failed) return html``;
    const icon = this.failed ? mdiImageOffOutline : mdiAccount;
    return html`<div class="none" role="img" aria-label=${this.alt || t('picture.none')}>
      <fr-icon path=${icon}></fr-icon><slot name="none"></slot>
    </div>`;
  }

  async #load(): Promise<void> {
    if (this.#held === this.src) return;
    this.#letGo();
    const path = this.src;
    this.failed = false;
    if (path === null) return;
    this.#held = path;
    try {
      const url = await this.services.pictures.acquire(path);
      if (this.#held === path) this.url = url;
    } catch {
      if (this.#held === path) this.failed = true;
    }
  }

  /** What could not be had while the service was away may be there now. */
  #tryAgain(): void {
    if (!this.failed || !this.#near) return;
    this.#letGo();
    void this.#load();
  }

  /** Those who draw on the picture want to know its shape. */
  #onShown({ naturalWidth, naturalHeight }: HTMLImageElement): void {
    const detail = naturalWidth / Math.max(1, naturalHeight);
    this.dispatchEvent(new CustomEvent('shown', { detail }));
  }

  #letGo(): void {
    if (this.#held !== null) this.services.pictures.release(this.#held);
    this.#held = null;
    this.url = null;
  }
}

export function cropPath(cropId: string | null): string | null {
  return cropId === null ? null : `crops/${encodeURIComponent(cropId)}.jpg`;
}
