import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Audit, Decision } from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface AuditFilter {
  /** Everybody, the service, people, or one of the actors. */
  by: string;
  kind: string;
}

interface AuditState {
  phase: Phase;
  error: ApiError | null;
  filter: AuditFilter;
  actors: readonly string[];
  decisions: readonly Decision[];
  people: ReadonlyMap<string, string>;
  cursor: string | null;
}

const PAGE = 50;
const GROUPS = ['service', 'people'];

/** Everything that was ever decided, by whom. */
export class AuditStore extends Store<AuditState> {
  constructor(private readonly api: ApiClient) {
    super({
      phase: 'loading',
      error: null,
      filter: { by: '', kind: '' },
      actors: [],
      decisions: [],
      people: new Map(),
      cursor: null,
    });
  }

  async load(): Promise<void> {
    await this.#read(null);
    try {
      const { items } = await this.api.get<{ items: string[] }>('decisions/actors');
      this.set({ actors: items });
    } catch {
      // Then people are chosen as a group.
    }
  }

  filter(change: Partial<AuditFilter>): Promise<void> {
    this.set({ filter: { ...this.state.filter, ...change } });
    return this.#read(null);
  }

  more(): Promise<void> {
    return this.#read(this.state.cursor);
  }

  /** Take a decision back; ids of the decisions that do so. */
  async undo(id: string): Promise<string[]> {
    const path = `decisions/${encodeURIComponent(id)}/undo`;
    const { decision_ids } = await this.api.post<{ decision_ids: string[] }>(path);
    await this.#read(null);
    return decision_ids;
  }

  async #read(cursor: string | null): Promise<void> {
    const { filter, decisions, people } = this.state;
    try {
      const who = GROUPS.includes(filter.by) ? { by: filter.by } : { actor: filter.by };
      const query = { ...who, kind: filter.kind, limit: PAGE, cursor };
      const page = await this.api.get<Audit>('decisions', query);
      // What was asked for meanwhile counts.
      if (this.state.filter !== filter) return;
      const named = page.people.map(({ id, label }) => [id, label] as const);
      this.set({
        phase: 'ready',
        error: null,
        decisions: cursor === null ? page.items : [...decisions, ...page.items],
        people: new Map([...(cursor === null ? [] : people), ...named]),
        cursor: page.cursor,
      });
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }
}

/** Whom a decision is about, each once, as far as they are still there. */
export function aboutWhom(
  decision: Decision,
  people: ReadonlyMap<string, string>,
): { id: string; label: string }[] {
  const ids = decision.changes.flatMap((change) => {
    if (change.subject === 'identity') return [change.subject_id];
    return change.field === 'identity_id' ? [change.after, change.before] : [];
  });
  return [...new Set(ids)].flatMap((id) => {
    const label = typeof id === 'string' ? people.get(id) : undefined;
    return label === undefined ? [] : [{ id: id as string, label }];
  });
}
