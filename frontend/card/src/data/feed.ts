/** Follows what Home Assistant's WebSocket tells, and holds the last of it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Hass } from '../ha';

export interface Request {
  type: string;
  [key: string]: unknown;
}

type Leave = () => unknown;
type Open<T> = (hass: Hass, request: Request, tell: (value: T) => void) => Promise<Leave>;

/** Told of every change. */
export function subscribing<T>(): Open<T> {
  return (hass, request, tell) => hass.connection.subscribeMessage<T>(tell, request);
}

/** Asked once, and again whenever the connection is back. */
export function asking<T>(): Open<T> {
  return async (hass, request, tell) => {
    const ask = async (): Promise<void> => {
      tell(await hass.callWS<T>(request));
    };
    const again = (): void => {
      // A failure leaves what was known.
      ask().catch(() => undefined);
    };
    await ask();
    hass.connection.addEventListener('ready', again);
    return () => {
      hass.connection.removeEventListener('ready', again);
    };
  };
}

/** Paths are signed for twelve hours: on a wall tablet they are asked for anew in time. */
const FRESH_FOR_MS = 6 * 3600 * 1000;

interface Line<T> {
  request: Request;
  leave: Promise<Leave> | null;
  value: T | null;
  problem: string | null;
}

/** Any number of requests of one kind, each with its last answer. */
export class Feed<T> implements ReactiveController {
  private hass: Hass | null = null;
  private readonly lines = new Map<string, Line<T>>();
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly open: Open<T>,
  ) {
    host.addController(this);
  }

  /** Answers that are there, in the order in which they were asked for. */
  get values(): T[] {
    return [...this.lines.values()].map(({ value }) => value).filter((value) => value !== null);
  }

  /** A sentence on what failed first; null while all is well. */
  get problem(): string | null {
    return [...this.lines.values()].find(({ problem }) => problem !== null)?.problem ?? null;
  }

  /** Follow exactly these from now on; those that were followed already go on. */
  follow(hass: Hass, requests: readonly Request[]): void {
    const moved = this.hass !== null && this.hass.connection !== hass.connection;
    this.hass = hass;
    const wanted = new Map(requests.map((request) => [JSON.stringify(request), request]));
    for (const [key, line] of this.lines) {
      if (moved || !wanted.has(key)) this.end(line);
      if (!wanted.has(key)) this.lines.delete(key);
    }
    for (const [key, request] of wanted) {
      const line = this.lines.get(key) ?? { request, leave: null, value: null, problem: null };
      // Deleted and set again, so that the order is that of the requests.
      this.lines.delete(key);
      this.lines.set(key, line);
      if (line.leave === null) this.begin(line);
    }
  }

  hostConnected(): void {
    this.restart();
    this.timer = window.setInterval(() => {
      this.restart();
    }, FRESH_FOR_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.lines.forEach((line) => {
      this.end(line);
    });
  }

  private restart(): void {
    this.lines.forEach((line) => {
      this.end(line);
      this.begin(line);
    });
  }

  private begin(line: Line<T>): void {
    if (this.hass === null) return;
    const mine = this.open(this.hass, line.request, (value) => {
      if (line.leave !== mine) return;
      line.value = value;
      line.problem = null;
      this.host.requestUpdate();
    });
    line.leave = mine;
    mine.catch((error: unknown) => {
      if (line.leave !== mine) return;
      // It stays begun: the next restart tries again, not the next state of some entity.
      line.problem = sentenceOf(error);
      this.host.requestUpdate();
    });
  }

  private end(line: Line<T>): void {
    // Leaving a connection that is gone fails, and that is all right.
    line.leave?.then((leave) => leave()).catch(() => undefined);
    line.leave = null;
  }
}

/** What Home Assistant says of a failure. */
export function sentenceOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' && message !== '' ? message : String(error);
}
