/** Where the last answers wait for a reload: in this tab, and no longer than it. */
const KEY = 'frigate-reid-kept';
const MOST = 60;
const MOST_CHARS = 1_000_000;

interface Written {
  heard_ms: number;
  answers: [string, unknown][];
}

/** The last answers that this tab read, by address: what is shown while the service is away.
 *
 * They are written down when the page is left, not with each answer. Pictures are never among them.
 */
export class KeptAnswers {
  #heard_ms = 0;
  /** In order of their coming: a Map keeps the order of insertion. */
  readonly #answers = new Map<string, unknown>();

  constructor(private readonly storage: Storage) {
    const written = read(storage);
    this.#heard_ms = written.heard_ms;
    for (const [address, answer] of written.answers) this.#answers.set(address, answer);
  }

  /** When the last answer came, by the browser's clock. */
  get heard_ms(): number {
    return this.#heard_ms;
  }

  get(address: string): unknown {
    return this.#answers.get(address);
  }

  put(address: string, answer: unknown): void {
    this.#heard_ms = Date.now();
    this.#answers.delete(address);
    this.#answers.set(address, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST) return;
      this.#answers.delete(oldest);
    }
  }

  /** The newest as far as there is room. */
  write(): void {
    const parts: string[] = [];
    let length = 0;
    for (const entry of [...this.#answers].reverse()) {
      const part = JSON.stringify(entry);
      length += part.length;
      if (length > MOST_CHARS) break;
      parts.unshift(part);
    }
    try {
      const text = `{"heard_ms":${this.#heard_ms},"answers":[${parts.join(',')}]}`;
      this.storage.setItem(KEY, text);
    } catch {
      // Without room a reload shows nothing old.
    }
  }

  forget(): void {
    this.#answers.clear();
    this.storage.removeItem(KEY);
  }
}

function read(storage: Storage): Written {
  try {
    const written = JSON.parse(storage.getItem(KEY) ?? '') as Written;
    return written;
  } catch {
    return { heard_ms: 0, answers: [] };
  }
}
