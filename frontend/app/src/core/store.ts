/** State of one page or part: read by components, changed by the store's own methods. */
export abstract class Store<S extends object> {
  #state: Readonly<S>;
  readonly #listeners = new Set<() => void>();

  protected constructor(initial: S) {
    this.#state = initial;
  }

  get state(): Readonly<S> {
    return this.#state;
  }

  /** Returns how to stop listening. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected set(change: Partial<S>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** How reading went; `stale` means that what is shown is older than the last try. */
export type Phase = 'loading' | 'ready' | 'error';
