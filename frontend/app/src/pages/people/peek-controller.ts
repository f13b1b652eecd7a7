import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { Templates } from '@frigate-reid/shared/api/models';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PICTURES = 5;
const HOLD_MS = 350;
const EACH_MS = 750;

interface Host extends ReactiveControllerHost {
  services: { api: ApiClient };
  person: { id: string };
}

/** While somebody rests on a tile, pictures of the person that differ follow each other. */
export class PeekController implements ReactiveController {
  #timer = 0;
  #crops: readonly string[] = [];
  #readFor = '';
  #at = -1;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** The picture to show instead of the usual one, or null. */
  get cropId(): string | null {
    return this.#crops[this.#at] ?? null;
  }

  hostDisconnected(): void {
    this.stop();
  }

  readonly start = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#next(), HOLD_MS);
  };

  readonly stop = (): void => {
    clearTimeout(this.#timer);
    if (this.#at < 0) return;
    this.#at = -1;
    this.host.requestUpdate();
  };

  async #next(): Promise<void> {
    await this.#read();
    if (this.#crops.length < 2) return;
    this.#at = (this.#at + 1) % this.#crops.length;
    this.host.requestUpdate();
    this.#timer = window.setTimeout(() => void this.#next(), EACH_MS);
  }

  async #read(): Promise<void> {
    const { id } = this.host.person;
    if (this.#readFor === id) return;
    this.#readFor = id;
    try {
      const path = `identities/${encodeURIComponent(id)}/templates`;
      const { crops } = await this.host.services.api.get<Templates>(path, { limit: PICTURES });
      this.#crops = crops.filter((crop) => crop.has_picture).map((crop) => crop.id);
    } catch {
      this.#crops = [];
    }
  }
}
