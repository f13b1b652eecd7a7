import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { t } from './i18n';
import type { SiteStore } from './site';

interface Host extends ReactiveControllerHost {
  readonly services?: { site: SiteStore } | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Whatever changes something at the service: main and dangerous buttons, and what says so. */
const ACTS = 'button.primary, button.danger, [data-act]';
const GRACE_MS = 4000;
const MARK = 'data-offline';

/** Whether what is shown can only be looked at: the connection has been away for some seconds. */
export function isCutOff(site: SiteStore, now_ms = Date.now()): boolean {
  const { gate, live, heard_ms } = site.state;
  return gate === 'open' && !live && now_ms - heard_ms > GRACE_MS;
}

/** Takes acts out of reach while the service is, and says why. What is shown stays. */
export class OfflineController implements ReactiveController {
  #leave: (() => void) | null = null;
  #timer: number | undefined;
  #cutOff = false;
  #guarded = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = null;
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    const site = this.host.services?.site;
    if (site === undefined) return;
    this.#leave ??= site.subscribe(() => this.#apply(site));
    this.#apply(site, true);
  }

  #apply(site: SiteStore, isNew = false): void {
    const cutOff = isCutOff(site);
    clearTimeout(this.#timer);
    if (!cutOff && site.state.gate === 'open' && !site.state.live) {
      this.#timer = window.setTimeout(() => this.#apply(site), GRACE_MS);
    }
    if (cutOff === this.#cutOff && !(isNew && cutOff)) return;
    this.#cutOff = cutOff;
    this.#guard();
    const marked = cutOff ? ACTS : `[${MARK}]`;
    for (const each of this.host.renderRoot.querySelectorAll<HTMLElement>(marked)) {
      if (cutOff) close(each);
      else open(each);
    }
  }

  /** What is closed looks so, says why, and does nothing. */
  #guard(): void {
    if (this.#guarded) return;
    this.#guarded = true;
    this.host.renderRoot.addEventListener(
      'click',
      (event) => {
        // The whole way: an icon in a button has a root of its own.
        const isClosed = event
          .composedPath()
          .some((each) => each instanceof Element && each.hasAttribute(MARK));
        if (!isClosed) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}

type Closable = HTMLElement & { disabled?: boolean };

/** What was out of reach before, for a reason of its own, stays so. */
const wasDisabled = new WeakSet<HTMLElement>();

function close(element: Closable): void {
  if (!element.hasAttribute(MARK)) {
    element.setAttribute(MARK, element.title);
    if (element.disabled) wasDisabled.add(element);
  }
  element.title = t('offline.act');
  if (element instanceof HTMLButtonElement) element.setAttribute('aria-disabled', 'true');
  else element.disabled = true;
}

function open(element: Closable): void {
  element.title = element.getAttribute(MARK) ?? '';
  if (element.title === '') element.removeAttribute('title');
  element.removeAttribute(MARK);
  if (element instanceof HTMLButtonElement) element.removeAttribute('aria-disabled');
  else element.disabled = wasDisabled.delete(element);
}
