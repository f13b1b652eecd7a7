/** The small part of Home Assistant's front end that the card touches. */

export interface EntityState {
  entity_id: string;
  state: string;
  attributes: Record<string, unknown>;
}

export interface Connection {
  subscribeMessage<T>(
    callback: (message: T) => void,
    message: { type: string; [key: string]: unknown },
    options?: { resubscribe?: boolean },
  ): Promise<() => Promise<void>>;
  addEventListener(event: 'ready' | 'disconnected', listener: () => void): void;
  removeEventListener(event: 'ready' | 'disconnected', listener: () => void): void;
}

export interface RegistryEntry {
  entity_id: string;
  platform?: string;
  translation_key?: string;
  device_id?: string;
}

/** A page of the sidebar; those of apps carry the app's slug. */
export interface Panel {
  url_path: string;
  config?: Record<string, unknown> | null;
}

export interface Hass {
  connection: Connection;
  connected: boolean;
  states: Record<string, EntityState>;
  entities: Record<string, RegistryEntry>;
  panels: Record<string, Panel>;
  config: { time_zone: string };
  locale: { language: string; time_zone?: 'local' | 'server' };
  user?: { is_admin: boolean };
  callWS<T>(message: { type: string; [key: string]: unknown }): Promise<T>;
  callService(
    domain: string,
    service: string,
    data?: Record<string, unknown>,
    target?: undefined,
    notifyOnError?: boolean,
    returnResponse?: boolean,
  ): Promise<{ response?: unknown }>;
}

/** The zone in which this user reads times; undefined is the browser's own. */
export function zoneOf(hass: Hass): string | undefined {
  return hass.locale.time_zone === 'local' ? undefined : hass.config.time_zone;
}

/** What Home Assistant's front end listens to: it bubbles out of every shadow root. */
export function fire(from: EventTarget, type: string, detail: unknown): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** Where the service's own pages are within Home Assistant; null where it runs elsewhere. */
export function appPath(hass: Hass): string | null {
  const found = Object.values(hass.panels).find(({ config }) =>
    Object.values(config ?? {}).some((value) => /(^|_)frigate_reid$/.test(String(value))),
  );
  return found ? `/${found.url_path}` : null;
}

/** Go to a page of Home Assistant without loading it anew. */
export function navigate(path: string): void {
  history.pushState(null, '', path);
  fire(window, 'location-changed', { replace: false });
}
