import type { ApiClient } from '@frigate-reid/shared/api/client';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type {
  Camera,
  Identity,
  IdentityFound,
  IdentityPage,
  PrivateCameras,
  Reviews,
  Statistics,
} from '@frigate-reid/shared/api/models';
import type { News } from './people-merge';
import { fits } from './people-merge';
import type { Filters } from './people-store';

export type Days = Statistics['days'];

/** An open question about somebody; `like` is the name of the other, of whoever has none. */
export interface Asked {
  review: string;
  like: string | null;
}

/** What the gallery asks the service. */
export class PeopleReader {
  constructor(private readonly api: ApiClient) {}

  page(filters: Filters, cursor: string | null, limit: number): Promise<IdentityPage> {
    return this.api.get<IdentityPage>('identities', { ...filters, cursor, limit });
  }

  async named(): Promise<Identity[]> {
    return (await this.api.get<IdentityPage>('identities', { state: 'named', limit: 200 })).items;
  }

  async cameras(): Promise<Camera[]> {
    return (await this.api.get<{ items: Camera[] }>('cameras')).items;
  }

  /** Some people one by one: as they are, or gone from a list with such filters. */
  async each(ids: readonly string[], filters: Filters): Promise<News> {
    const found = new Map<string, Identity>();
    const gone = new Set<string>();
    await Promise.all(
      ids.map(async (id) => {
        const answer = await this.#one(id);
        if (answer === null) return gone.add(id);
        const { redirected_from, ...person } = answer;
        const isIn = fits(person, filters);
        if (isIn) found.set(person.id, person);
        return redirected_from === null && isIn ? gone : gone.add(id);
      }),
    );
    return { found: [...found.values()], gone };
  }

  /** Days after which nobody without a name is kept, null where they are. */
  async keptDays(): Promise<number | null> {
    const { retention } = await this.api.get<PrivateCameras>('settings/privacy');
    return retention.unnamed_days;
  }

  /** Who is in an open question: the one first whose answer settles most. */
  async asked(): Promise<ReadonlyMap<string, Asked>> {
    const { items } = await this.api.get<Reviews>('reviews/next', { count: 50 });
    const asked = new Map<string, Asked>();
    for (const { id, a, b } of items) {
      for (const [person, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const like = person.name === null ? other.name : null;
        const known = asked.get(person.id);
        if (known === undefined || (known.like === null && like !== null)) {
          asked.set(person.id, { review: id, like });
        }
      }
    }
    return asked;
  }

  async days(id: string): Promise<Days> {
    return (await this.api.get<Statistics>('statistics', { identity_id: id, days: 7 })).days;
  }

  async #one(id: string): Promise<IdentityFound | null> {
    try {
      return await this.api.get<IdentityFound>(`identities/${encodeURIComponent(id)}`);
    } catch (error) {
      if (asApiError(error).isNotFound) return null;
      throw error;
    }
  }
}
