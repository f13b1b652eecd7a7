import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Subscribable {
  subscribe(listener: () => void): () => void;
}

/** Renders the host anew whenever one of the stores changes. */
class StoreController implements ReactiveController {
  #leave: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly stores: () => readonly Subscribable[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = this.stores().map((store) => store.subscribe(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }
}

/** Let `host` follow stores; they are asked for once it is connected. */
export function watch(host: ReactiveControllerHost, stores: () => readonly Subscribable[]): void {
  new StoreController(host, stores);
}
