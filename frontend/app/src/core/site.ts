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
  now: () => number;
}

/** What every page shows of the service itself, and whether we may come in. */
export class SiteStore extends Store<SiteState> {
  readonly #parts: Parts;
  #ahead_s = 0;

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
      this.set({ heard_ms: parts.now() });
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
      const session = await api.get<Session>('session');
      const info = await api.get<Info>('info');
      this.#takeTime(info);
      this.set({ gate: 'open', session, info, heard_ms: this.#parts.now() });
      live.start();
      void this.refresh();
    } catch (error) {
      const { status } = asApiError(error);
      if (status === 401) this.set({ gate: hasToken() ? 'wrong-token' : 'locked' });
      else this.set({ gate: 'unreachable' });
    }
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
        api.get<Info>('info'),
        api.get<HealthReport>('health'),
      ]);
      this.#takeTime(info);
      this.set({ info, health, heard_ms: this.#parts.now() });
      await this.countReviews();
    } catch {
      // The age of what is shown says it.
    }
  }

  async countReviews(): Promise<void> {
    try {
      const { open } = await this.#parts.api.get<{ open: number }>('reviews/next', { count: 1 });
      this.set({ reviews: open });
    } catch {
      // The badge stays as it was.
    }
  }

  #takeTime(info: Info): void {
    this.#ahead_s = info.now_s - this.#parts.now() / 1000;
  }

  #onLive(live: boolean): void {
    this.set({ live, ...(live ? { heard_ms: this.#parts.now() } : {}) });
    if (live) void this.refresh();
  }
}
