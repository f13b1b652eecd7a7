import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ServiceElement } from '../../core/page';
import { base } from '../../ui/styles';

const HOLD_MS = 300;
const PLAYED_S = 2;

/** Over a picture: while a mouse rests on it, the sighting's first seconds. Nothing where there is no film. */
@customElement('hover-clip')
export class HoverClip extends ServiceElement {
  @property() sightingId = '';
  @property({ type: Boolean }) active = false;
  @state() private url = '';
  #timer = 0;
  #asking: AbortController | null = null;

  static override styles = [
    base,
    css`
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        background: #000;
        border-radius: var(--picture-radius, 0);
        pointer-events: none;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('active')) return;
    this.#stop();
    if (this.active) this.#timer = window.setTimeout(() => void this.#load(), HOLD_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    if (!this.url) return nothing;
    return html`<video
      src=${this.url}
      autoplay
      muted
      playsinline
      @timeupdate=${(event: Event) => this.#onTime(event.target as HTMLVideoElement)}
      @ended=${() => this.#stop()}
      @error=${() => this.#stop()}
    ></video>`;
  }

  /** Without a film the picture stays: a glance needs no word of excuse. */
  async #load(): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const path = `sightings/${encodeURIComponent(this.sightingId)}/clip.mp4`;
    const query = { padding_s: 0, first_s: PLAYED_S };
    try {
      const blob = await this.services.api.blob(path, query, asking.signal);
      if (this.#asking === asking) this.url = URL.createObjectURL(blob);
    } catch {
      if (this.#asking === asking) this.#asking = null;
    }
  }

  #onTime(video: HTMLVideoElement): void {
    if (video.currentTime >= PLAYED_S) this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = '';
  }
}
