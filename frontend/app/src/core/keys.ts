import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

/** Keys of a page: heard wherever the focus is, but not while somebody writes. */
export class KeysController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly keys: () => KeyMap,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && (isWriting(target) || isInDialog(event))) return;
    const action = this.keys()[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action === undefined) return;
    event.preventDefault();
    action(event);
  };
}

function isWriting(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isInDialog(event: KeyboardEvent): boolean {
  return event.composedPath().some((each) => each instanceof HTMLDialogElement);
}
