import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PictureCache } from '../core/pictures';

/** Addresses of pictures for drawings: asked for when first wanted, the host drawn when there. */
export class PictureUrls implements ReactiveController {
  readonly #urls = new Map<string, string | null>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly cache: () => PictureCache,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const path of this.#urls.keys()) this.cache().release(path);
    this.#urls.clear();
  }

  /** Null without a picture, and until it is there. */
  get(path: string | null): string | null {
    if (path === null) return null;
    const known = this.#urls.get(path);
    if (known !== undefined) return known;
    this.#urls.set(path, null);
    this.cache()
      .acquire(path)
      .then(
        (url) => {
          if (this.#urls.has(path)) this.#urls.set(path, url);
          this.host.requestUpdate();
        },
        () => undefined,
      );
    return null;
  }
}
