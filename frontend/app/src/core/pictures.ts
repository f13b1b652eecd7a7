/** Pictures by address: fetched with the token, shown from memory, the least used let go. */

interface Entry {
  url: Promise<string>;
  users: number;
}

interface Parts {
  fetch: (path: string) => Promise<Blob>;
  toUrl: (blob: Blob) => string;
  revoke: (url: string) => void;
}

const KEPT_UNUSED = 300;

export class PictureCache {
  readonly #parts: Parts;
  readonly #kept: number;
  /** In order of last use: a Map keeps the order of insertion. */
  readonly #entries = new Map<string, Entry>();

  constructor(parts: Parts, kept = KEPT_UNUSED) {
    this.#parts = parts;
    this.#kept = kept;
  }

  /** An address for `src`; give it back with `release`. Fails as the fetch does. */
  acquire(path: string): Promise<string> {
    const entry = this.#entries.get(path) ?? this.#load(path);
    this.#entries.delete(path);
    this.#entries.set(path, entry);
    entry.users += 1;
    return entry.url;
  }

  release(path: string): void {
    const entry = this.#entries.get(path);
    if (entry === undefined) return;
    entry.users -= 1;
    this.#evict();
  }

  get size(): number {
    return this.#entries.size;
  }

  #load(path: string): Entry {
    const url = this.#parts.fetch(path).then((blob) => this.#parts.toUrl(blob));
    const entry = { url, users: 0 };
    // A failure is not kept: the next one who asks tries again.
    url.catch(() => {
      if (this.#entries.get(path) === entry) this.#entries.delete(path);
    });
    this.#entries.set(path, entry);
    return entry;
  }

  #evict(): void {
    let surplus = this.#entries.size - this.#kept;
    for (const [path, entry] of this.#entries) {
      if (surplus <= 0) return;
      if (entry.users > 0) continue;
      this.#entries.delete(path);
      surplus -= 1;
      entry.url.then(
        (url) => this.#parts.revoke(url),
        () => undefined,
      );
    }
  }
}
