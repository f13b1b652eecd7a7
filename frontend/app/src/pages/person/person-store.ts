import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { ApiError } from '@frigate-reid/shared/api/errors';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  CropWritten,
  Decision,
  IdentityFound,
  IdentityPage,
  IdentityPatched,
  IdentityWritten,
  Identity,
  Page,
  Sighting,
  SightingFound,
  SightingWritten,
  TemplateCrop,
  Templates,
} from '@frigate-reid/shared/api/models';
import type { Phase } from '../../core/store';
import { Store } from '../../core/store';

export interface PersonState {
  phase: Phase;
  error: ApiError | null;
  person: IdentityFound | null;
  /** Pictures that show the person well and differ. */
  looks: readonly TemplateCrop[];
  sightings: readonly Sighting[];
  sightingsCursor: string | null;
  decisions: readonly Decision[];
  decisionsCursor: string | null;
  /** Others, to move a sighting to. */
  others: readonly Identity[];
  selected: ReadonlySet<string>;
}

/** Everything of one person but the route, which has a store of its own. */
export class PersonStore extends Store<PersonState> {
  constructor(
    private readonly api: ApiClient,
    readonly identityId: string,
  ) {
    super({
      phase: 'loading',
      error: null,
      person: null,
      looks: [],
      sightings: [],
      sightingsCursor: null,
      decisions: [],
      decisionsCursor: null,
      others: [],
      selected: new Set(),
    });
  }

  async load(): Promise<void> {
    try {
      const person = await this.api.get<IdentityFound>(this.#path());
      this.set({ phase: 'ready', error: null, person });
      await Promise.all([this.#readLooks(), this.#readSightings(), this.#readDecisions()]);
    } catch (error) {
      this.set({ phase: 'error', error: asApiError(error) });
    }
  }

  async loadOthers(): Promise<void> {
    const page = await this.api.get<IdentityPage>('identities', { limit: 200 });
    this.set({ others: page.items.filter((each) => each.id !== this.state.person?.id) });
  }

  async moreSightings(): Promise<void> {
    const page = await this.#sightings(this.state.sightingsCursor);
    this.set({
      sightings: [...this.state.sightings, ...page.items],
      sightingsCursor: page.cursor,
    });
  }

  async moreDecisions(): Promise<void> {
    const page = await this.#decisions(this.state.decisionsCursor);
    this.set({
      decisions: [...this.state.decisions, ...page.items],
      decisionsCursor: page.cursor,
    });
  }

  /** Returns the decisions to undo. */
  async change(patch: {
    name?: string | null;
    aliases?: readonly string[];
    hidden?: boolean;
    exposed?: boolean;
    feature_crop_id?: string | null;
  }): Promise<readonly string[]> {
    const done = await this.api.patch<IdentityPatched>(this.#path(), patch);
    await this.load();
    return done.decision_ids;
  }

  async forget(): Promise<void> {
    await this.api.delete(this.#path());
  }

  toggle(sightingId: string): void {
    const selected = new Set(this.state.selected);
    if (!selected.delete(sightingId)) selected.add(sightingId);
    this.set({ selected });
  }

  clearSelection(): void {
    this.set({ selected: new Set() });
  }

  /** These sightings are somebody else, who is new. */
  async split(sightingIds: readonly string[]): Promise<IdentityWritten> {
    const path = `${this.#path()}/split`;
    const done = await this.api.post<IdentityWritten>(path, { sightings: sightingIds });
    this.clearSelection();
    await this.load();
    return done;
  }

  /** These sightings are of somebody who is known; returns the decisions to undo. */
  async move(sightingIds: readonly string[], identityId: string): Promise<readonly string[]> {
    const decisions: string[] = [];
    try {
      for (const id of sightingIds) {
        const path = `sightings/${encodeURIComponent(id)}/assign`;
        const done = await this.api.post<SightingWritten>(path, { identity_id: identityId });
        decisions.push(...done.decision_ids);
      }
    } finally {
      this.clearSelection();
      await this.load();
    }
    return decisions;
  }

  /** These pictures show the person badly, or are no longer how they look; decisions to undo. */
  async callBad(cropIds: readonly string[]): Promise<readonly string[]> {
    const decisions: string[] = [];
    try {
      for (const id of cropIds) {
        const path = `crops/${encodeURIComponent(id)}`;
        const done = await this.api.patch<CropWritten>(path, { bad: true });
        decisions.push(...done.decision_ids);
      }
    } finally {
      await this.load();
    }
    return decisions;
  }

  /** All pictures of these sightings: with the shown one alone, the next best would take its place. */
  async removeLooks(sightingIds: readonly string[]): Promise<readonly string[]> {
    const read = [...new Set(sightingIds)].map((id) =>
      this.api.get<SightingFound>(`sightings/${encodeURIComponent(id)}`),
    );
    const crops = (await Promise.all(read)).flatMap((each) => each.crops);
    return this.callBad(crops.filter((each) => !each.bad).map((each) => each.id));
  }

  /** A sighting and all that came after it on the shown list. */
  fromHereOn(sightingId: string): string[] {
    const from = this.state.sightings.find((each) => each.id === sightingId);
    if (from === undefined) return [];
    return this.state.sightings
      .filter((each) => each.start_s >= from.start_s)
      .map((each) => each.id);
  }

  async undo(decisionId: string): Promise<readonly string[]> {
    const path = `decisions/${encodeURIComponent(decisionId)}/undo`;
    const done = await this.api.post<{ decision_ids: string[] }>(path);
    await this.load();
    return done.decision_ids;
  }

  async #readLooks(): Promise<void> {
    const looks = await this.api.get<Templates>(`${this.#path()}/templates`, { limit: 24 });
    this.set({ looks: looks.crops });
  }

  async #readSightings(): Promise<void> {
    const page = await this.#sightings(null);
    this.set({ sightings: page.items, sightingsCursor: page.cursor });
  }

  async #readDecisions(): Promise<void> {
    const page = await this.#decisions(null);
    this.set({ decisions: page.items, decisionsCursor: page.cursor });
  }

  #sightings(cursor: string | null): Promise<Page<Sighting>> {
    return this.api.get(`${this.#path()}/sightings`, { cursor, limit: 48 });
  }

  #decisions(cursor: string | null): Promise<Page<Decision>> {
    return this.api.get(`${this.#path()}/history`, { cursor, limit: 50 });
  }

  #path(): string {
    return `identities/${encodeURIComponent(this.identityId)}`;
  }
}
