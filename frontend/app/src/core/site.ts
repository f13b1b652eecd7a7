import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { HealthReport, Info, Session } from '@frigate-reid/shared/api/models';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { LiveConnection } from '@frigate-reid/shared/api/live';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { Store } from './store';

export interface SiteState {
  /** `starting` until the service answered once, `locked` while it wants a token. */
  gate: 'starting' | 'locked' | 'wrong-token' | 'open' | 'unreachable';
  session: Session | null;
  info: Info | null;
  health: HealthReport | null;
  /** Whether the WebSocket is there: without it, what is shown grows old. */
  live: boolean;
  /** When the service was last heard, by the browser's clock. */
  heard_ms: number;
  reviews: number;
}

interface Parts {
  api: ApiClient;
  live: LiveConnection;
  hasToken: () => boolean;
  /** When answers last came that are still known from before. */
  keptAt_ms: () => number;
  now: () => number;
}

const HEARD_EVERY_MS = 1000;

/** What every page shows of the service itself, and whether we may come in. */
export class SiteStore extends Store<SiteState> {
  readonly #parts: Parts;
  #ahead_s = 0;
  #counting: Promise<void> | null = null;
  #countAgain = false;

  constructor(parts: Parts) {
    super({
      gate: 'starting',
      session: null,
      info: null,
      health: null,
      live: false,
      heard_ms: 0,
      reviews: 0,
    });
    this.#parts = parts;
    parts.live.onState((live) => this.#onLive(live));
    parts.live.subscribe((event) => {
      this.#heard();
      if (event.event === 'health') this.set({ health: event.data as HealthReport });
      if (event.topic === 'reviews') this.set({ reviews: (event.data as { open: number }).open });
      else if (event.event === 'identity_changed') void this.countReviews();
    });
  }

  get zone(): Zone {
    return this.state.session?.time_zone ?? undefined;
  }

  /** The site's time, which is that of the recording during a replay. */
  now_s(): number {
    return this.#parts.now() / 1000 + this.#ahead_s;
  }

  /** Ask to come in; again after a token was given. */
  async enter(): Promise<void> {
    const { api, live, hasToken } = this.#parts;
    try {
      const session = await api.getNow<Session>('session');
      const info = await api.getNow<Info>('info');
      this.#takeTime(info, this.#parts.now());
      this.set({ gate: 'open', session, info, heard_ms: this.#parts.now() });
      live.start();
      void this.refresh();
    } catch (error) {
      const { status, isAway } = asApiError(error);
      if (status === 401) this.set({ gate: hasToken() ? 'wrong-token' : 'locked' });
      else if (!isAway || !this.#openAsItWas()) this.set({ gate: 'unreachable' });
    }
  }

  /** While the service is away: show what this tab saw last, as of then, and wait for it. */
  #openAsItWas(): boolean {
    const { api, live, keptAt_ms } = this.#parts;
    const session = api.before<Session>('session');
    const info = api.before<Info>('info');
    if (session === undefined || info === undefined) return false;
    const heard_ms = keptAt_ms();
    this.#takeTime(info, heard_ms);
    const health = api.before<HealthReport>('health') ?? null;
    this.set({ gate: 'open', session, info, health, heard_ms });
    live.start();
    return true;
  }

  /** The token is no longer right. */
  lock(): void {
    if (this.state.gate !== 'open') return;
    this.#parts.live.stop();
    this.set({ gate: 'locked' });
  }

  async refresh(): Promise<void> {
    try {
      const { api } = this.#parts;
      const [info, health] = await Promise.all([
        api.getNow<Info>('info'),
        api.getNow<HealthReport>('health'),
      ]);
      this.#takeTime(info, this.#parts.now());
      this.set({ info, health, heard_ms: this.#parts.now() });
      await this.countReviews();
    } catch {
      // The age of what is shown says it.
    }
  }

  /** One question at a time: whatever changes while it is asked is asked about once, afterwards. */
  countReviews(): Promise<void> {
    this.#countAgain = true;
    this.#counting ??= this.#count().finally(() => (this.#counting = null));
    return this.#counting;
  }

  async #count(): Promise<void> {
    try {
      while (this.#countAgain) {
        this.#countAgain = false;
        const { open } = await this.#parts.api.get<{ open: number }>('reviews/next', { count: 1 });
        if (open !== this.state.reviews) this.set({ reviews: open });
      }
    } catch {
      // The badge stays as it was.
    }
  }

  /** Everything follows this store: a burst of events must not draw the whole page for each. */
  #heard(): void {
    const now_ms = this.#parts.now();
    if (now_ms - this.state.heard_ms >= HEARD_EVERY_MS) this.set({ heard_ms: now_ms });
  }

  #takeTime(info: Info, at_ms: number): void {
    this.#ahead_s = info.now_s - at_ms / 1000;
  }

  #onLive(live: boolean): void {
    this.set({ live, ...(live ? { heard_ms: this.#parts.now() } : {}) });
    if (live) void this.refresh();
  }
}
