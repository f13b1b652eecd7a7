import type { ApiClient } from '@frigate-reid/shared/api/client';
import { asApiError } from '@frigate-reid/shared/api/errors';
import { Store } from './store';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'error';
  /** Decisions that a press on Undo takes back, newest first. */
  decisions: readonly string[];
  code?: string;
}

const STAYS_S = 8;

/** Short messages at the edge: what was done, with a way back, and what failed. */
export class Toasts extends Store<{ toasts: readonly Toast[] }> {
  #next = 1;
  readonly #undone = new Set<() => void>();

  constructor(
    private readonly api: ApiClient,
    private readonly later: (seconds: number, action: () => void) => void,
  ) {
    super({ toasts: [] });
  }

  done(text: string, decisions: readonly string[] = []): void {
    this.#show({ text, kind: 'done', decisions });
  }

  failed(error: unknown): void {
    const { message, code } = asApiError(error);
    this.#show({ text: message, kind: 'error', decisions: [], code });
  }

  dismiss(id: number): void {
    this.set({ toasts: this.state.toasts.filter((toast) => toast.id !== id) });
  }

  /** Hear when something was taken back: what is shown is no longer so. */
  onUndone(listener: () => void): () => void {
    this.#undone.add(listener);
    return () => this.#undone.delete(listener);
  }

  /** Take back what the newest message with a way back tells. */
  async undoLast(doneText: string): Promise<void> {
    const last = this.state.toasts.findLast((toast) => toast.decisions.length > 0);
    if (last) await this.undo(last, doneText);
  }

  async undo(toast: Toast, doneText: string): Promise<void> {
    this.dismiss(toast.id);
    try {
      for (const decision of toast.decisions.toReversed()) {
        await this.api.post(`decisions/${encodeURIComponent(decision)}/undo`);
      }
      this.done(doneText);
    } catch (error) {
      this.failed(error);
    }
    for (const listener of [...this.#undone]) listener();
  }

  #show(toast: Omit<Toast, 'id'>): void {
    const id = this.#next++;
    this.set({ toasts: [...this.state.toasts.slice(-2), { id, ...toast }] });
    this.later(toast.kind === 'error' ? 2 * STAYS_S : STAYS_S, () => this.dismiss(id));
  }
}
