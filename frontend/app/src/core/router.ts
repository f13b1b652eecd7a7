import { Store } from './store';

export interface Place {
  /** Parts of the path: `#/people/42` has `people` and `42`. */
  path: readonly string[];
  params: URLSearchParams;
}

/** Where in the app somebody is, kept in the address after the `#`. */
export class Router extends Store<{ place: Place }> {
  readonly #window: Window;

  constructor(view: Window) {
    super({ place: parsePlace(view.location.hash) });
    this.#window = view;
  }

  start(): () => void {
    const follow = (): void => this.set({ place: parsePlace(this.#window.location.hash) });
    this.#window.addEventListener('hashchange', follow);
    return () => this.#window.removeEventListener('hashchange', follow);
  }

  go(path: readonly string[], params: Record<string, string | null | undefined> = {}): void {
    this.#window.location.hash = placeHash(path, params);
  }

  /** Change parameters without a step in the browser's history. */
  refine(params: Record<string, string | null | undefined>): void {
    const { place } = this.state;
    const merged = { ...Object.fromEntries(place.params), ...params };
    const hash = placeHash(place.path, merged);
    this.#window.history.replaceState(null, '', hash);
    this.set({ place: parsePlace(hash) });
  }
}

export function parsePlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    params: new URLSearchParams(query),
  };
}

/** `#/people/42?day=2026-11-22`; parameters without a value are left out. */
export function placeHash(
  path: readonly string[],
  params: Record<string, string | null | undefined> = {},
): string {
  const given = Object.entries(params).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query && `?${query}`}`;
}
