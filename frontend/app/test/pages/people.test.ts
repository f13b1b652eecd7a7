import type { Identity } from '@frigate-reid/shared/api/models';
import { describe, expect, it, vi } from 'vitest';
import { byPrecedence, withPrimary } from '../../src/pages/people/merge-model';
import { PeopleChanges } from '../../src/pages/people/people-changes';
import { merged } from '../../src/pages/people/people-merge';
import { keepSort, keptSort } from '../../src/pages/people/people-sort';
import { PeopleStore } from '../../src/pages/people/people-store';
import { mostSeen, sectionsOf } from '../../src/pages/people/sections';
import { FakeApi, failure, identity, review } from '../fake-api';

const ANNA = identity(1, { name: 'Anna' });
const [TWO, THREE] = [identity(2), identity(3)];

function people(answers: Record<string, unknown> = {}) {
  const api = new FakeApi({
    'GET identities': ({ query }: { query: Record<string, string[]> }) =>
      query['state']?.[0] === 'named'
        ? { items: [ANNA], cursor: null }
        : query['cursor']
          ? { items: [THREE, identity(4), identity(5)], cursor: null }
          : { items: [ANNA, TWO, THREE], cursor: 'next' },
    'GET cameras': { items: [] },
    'GET reviews/next': { items: [review('q1', TWO, THREE), review('q2', THREE, ANNA)], open: 2 },
    ...answers,
  });
  return { api, store: new PeopleStore(api.client) };
}

describe('the gallery', () => {
  it('shows people, and who is asked about', async () => {
    const { store } = people();
    await store.load();
    expect(store.state.phase).toBe('ready');
    expect(store.state.people).toHaveLength(3);
    expect([...store.state.asked]).toEqual([
      ['p2', { review: 'q1', like: null }],
      ['p3', { review: 'q2', like: 'Anna' }],
      ['p1', { review: 'q2', like: null }],
    ]);
  });

  it('reads on where the page ended', async () => {
    const { store, api } = people();
    await store.load();
    await store.more();
    expect(api.calls.at(-1)?.query['cursor']).toEqual(['next']);
    expect(store.state.cursor).toBeNull();
    await store.more();
    // Whoever moved meanwhile from one page to the other is there once.
    expect(ids(store)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it('keeps a later answer when an earlier one comes afterwards', async () => {
    const slow = manual();
    const { store, api } = people();
    api.answers.set('GET identities', ({ query }: { query: Record<string, string[]> }) =>
      query['q'] || query['state']?.[0] === 'named' ? { items: [TWO], cursor: null } : slow.promise,
    );
    const first = store.load();
    await store.filter({ q: 'Person 2' });
    slow.resolve({ items: [ANNA], cursor: null });
    await first;
    expect(store.state.people).toEqual([TWO]);
  });

  it('tells a failure and keeps what it shows', async () => {
    const { store, api } = people();
    await store.load();
    api.answers.set('GET identities', () => failure(503, 'store', 'Away.'));
    await store.load();
    expect(store.state).toMatchObject({ phase: 'error', error: { message: 'Away.' } });
    expect(store.state.people).toHaveLength(3);
  });

  it('finds namesakes in any case, but not the person itself', async () => {
    const { store } = people();
    await store.load();
    expect(store.namesakes('p2', ' anna ')).toEqual([ANNA]);
    expect(store.namesakes('p1', 'Anna')).toEqual([]);
  });

  it('holds newcomers back from whoever reads further down', async () => {
    const { store, api } = people();
    await store.load();
    const shown = store.state.people.map((each) => each.id);
    const seen = { ...TWO, last_seen_s: 999 };
    api.answers.set('GET identities', { items: [identity(9), THREE, seen, ANNA], cursor: null });
    await store.load({ hold: true });
    expect(store.state.people.map((each) => each.id)).toEqual(shown);
    expect(store.find('p2')?.last_seen_s).toBe(999);
    expect(store.state.waiting).toBe(1);
    await store.load();
    expect(store.state.people[0]?.id).toBe('p9');
    expect(store.state.waiting).toBe(0);
  });

  it('reads a long list anew as far as it was shown, in small pages that are shown one by one', async () => {
    const { store, api } = await many();
    const lengths: number[] = [];
    api.calls.length = 0;
    store.subscribe(() => lengths.push(store.state.people.length));
    await store.load();
    expect(new Set(lengths)).toEqual(new Set([360]));
    expect(new Set(ids(store)).size).toBe(360);
    const limits = api.calls.map(({ query }) => Number(query['limit']?.[0] ?? 0));
    expect(Math.max(...limits.slice(3))).toBeLessThanOrEqual(100);
  });

  it('begins another list at its start', async () => {
    const { store } = await many();
    await store.filter({ state: 'unnamed' });
    expect(store.state.people).toHaveLength(60);
  });

  it('drops from the selection who is no longer there', async () => {
    const { store, api } = people();
    await store.load();
    store.toggle('p2');
    store.toggle('p3');
    expect(store.state.selecting).toBe(true);
    api.answers.set('GET identities', { items: [ANNA, THREE], cursor: null });
    await store.load();
    expect([...store.state.selected]).toEqual(['p3']);
  });

  it('hides one after the other and gives all decisions to undo', async () => {
    const hidden = (number: number) => ({
      identity: identity(number),
      decision_ids: [`d${number}`],
    });
    const { store } = people({
      'PATCH identities/p2': hidden(2),
      'PATCH identities/p3': hidden(3),
    });
    await store.load();
    expect(await store.setHidden(['p2', 'p3'], true)).toEqual(['d2', 'd3']);
  });

  it('never reports a merge that was refused as done', async () => {
    const { store } = people({
      'POST identities/p1/merge': () => failure(409, 'conflict', 'They were told apart.'),
    });
    await store.load();
    store.toggle('p2');
    await expect(store.merge('p1', ['p2'])).rejects.toMatchObject({ code: 'conflict' });
    expect(store.state.selected.size).toBe(1);
  });
});

/** A list of 500 of whom 360 are shown, the last seen first. */
async function many() {
  const all = Array.from({ length: 500 }, (_, at) => identity(500 - at, { last_seen_s: 500 - at }));
  const { store, api } = people({
    'GET identities': ({ query }: { query: Record<string, string[]> }) => {
      if (query['state']?.[0] === 'named') return { items: [], cursor: null };
      const from = Number(query['cursor']?.[0] ?? 0);
      const to = from + Number(query['limit']?.[0]);
      return { items: all.slice(from, to), cursor: to < 500 ? String(to) : null };
    },
  });
  await store.load();
  for (let pages = 0; pages < 10; pages += 1) await store.more();
  return { store, api, all };
}

const ids = (store: PeopleStore): string[] => store.state.people.map((each) => each.id);

function manual(): { promise: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

describe('news of a long list', () => {
  it('come with the first page, and with whoever else was touched', async () => {
    const { store, api, all } = await many();
    const before = store.state.people;
    all.unshift({ ...(all.splice(250, 1)[0] as Identity), last_seen_s: 999 });
    const renamed = { ...(all[300] as Identity), name: 'Ben', label: 'Ben' };
    api.answers.set(`GET identities/${renamed.id}`, { ...renamed, redirected_from: null });
    api.calls.length = 0;
    await store.refresh(new Set(['p250', renamed.id]));
    expect(ids(store)[0]).toBe('p250');
    expect(store.find(renamed.id)?.name).toBe('Ben');
    expect(store.state.people).toHaveLength(360);
    expect(store.state.people[9]).toBe(before[8]);
    expect(api.made.filter((call) => call === 'GET identities')).toHaveLength(2);
  });

  it('take away who was merged, forgotten or hidden', async () => {
    const { store, api } = await many();
    const taker = store.find('p300') as Identity;
    const hidden = { ...(store.find('p310') as Identity), hidden: true };
    api.answers.set('GET identities/p290', { ...taker, redirected_from: 'p290' });
    api.answers.set('GET identities/p310', { ...hidden, redirected_from: null });
    await store.refresh(new Set(['p290', 'p295', 'p310']));
    expect(['p290', 'p295', 'p300', 'p310'].map((id) => store.find(id)?.id)).toEqual([
      undefined,
      undefined,
      'p300',
      undefined,
    ]);
  });

  it('leave whoever lies behind the end to its page', async () => {
    const { store, api, all } = await many();
    const last = all.at(-1) as Identity;
    api.answers.set(`GET identities/${last.id}`, { ...last, redirected_from: null });
    await store.refresh(new Set([last.id]));
    expect(store.find(last.id)).toBeUndefined();
  });

  it('are the whole list where many were touched', async () => {
    const { store, api } = await many();
    api.calls.length = 0;
    await store.refresh(new Set(Array.from({ length: 40 }, (_, at) => `p${200 + at}`)));
    expect(api.made.filter((call) => call.startsWith('GET identities/'))).toEqual([]);
    expect(api.made.filter((call) => call === 'GET identities').length).toBeGreaterThan(4);
    expect(store.state.people).toHaveLength(360);
  });
});

describe('changes', () => {
  it('of a burst are asked about together, one question after the other', async () => {
    vi.useFakeTimers();
    const asked: string[][] = [];
    const answer = manual();
    let busy = true;
    const changes = new PeopleChanges({
      isBusy: () => busy,
      refresh: async (touched) => {
        asked.push([...touched]);
        await answer.promise;
      },
      readAsked: () => Promise.resolve(),
    });
    const tell = (topic: string, data: unknown): void =>
      changes.take({ topic, event: topic, data });
    tell('sightings', { identity_id: 'p1' });
    tell('identities', { identity_id: 'p2', other_identity_id: 'p3' });
    tell('health', {});
    await vi.advanceTimersByTimeAsync(2500);
    expect(asked).toEqual([]);
    busy = false;
    await vi.advanceTimersByTimeAsync(1000);
    tell('sightings', { identity_id: 'p4' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual([['p1', 'p2', 'p3']]);
    answer.resolve(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked[1]).toEqual(['p4']);
    vi.useRealTimers();
  });
});

describe('sections', () => {
  it('hold everybody once: in sight, named, often seen, seen once', () => {
    const here = identity(4, { on_site: true, name: 'Ben' });
    const once = identity(5, { sightings: 1 });
    const often = identity(6, { sightings: 9 });
    const found = sectionsOf([once, TWO, ANNA, here, often], 'last_seen');
    expect(found.map(({ name, people: those }) => [name, those.map((each) => each.id)])).toEqual([
      ['now', ['p4']],
      ['named', ['p1']],
      ['often', ['p6', 'p2']],
      ['once', ['p5']],
    ]);
  });
});

describe('the order', () => {
  it('that was chosen is asked for, and holds for those who come by events', async () => {
    const sorted = [identity(1, { name: 'Anna' }), identity(2, { name: 'Cleo' })];
    const shown = [...sorted, ...Array.from({ length: 70 }, (_, at) => identity(at + 10))];
    const ben = identity(90, { name: 'Ben', last_seen_s: 1 });
    const api = new FakeApi({
      'GET identities': { items: shown, cursor: null },
      'GET cameras': { items: [] },
      'GET identities/p90': { ...ben, redirected_from: null },
    });
    const store = new PeopleStore(api.client, 'name');
    await store.load();
    expect(api.calls[0]?.query['sort']).toEqual(['name']);
    await store.refresh(new Set(['p90']));
    expect(ids(store).slice(0, 4)).toEqual(['p1', 'p90', 'p2', 'p10']);
  });

  it('is kept on the device, and what is kept may be of another version', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as unknown as Storage;
    expect(keptSort(storage)).toBe('last_seen');
    keepSort(storage, 'sightings');
    expect(keptSort(storage)).toBe('sightings');
    for (const key of kept.keys()) kept.set(key, 'shoe_size');
    expect(keptSort(storage)).toBe('last_seen');
  });

  it.each([
    ['last_seen', ['p3', 'p2', 'p1']],
    ['first_seen', ['p2', 'p3', 'p1']],
    ['sightings', ['p1', 'p3', 'p2']],
    ['name', ['p2', 'p1', 'p3']],
  ] as const)('by %s is the order of the service', (sort, expected) => {
    const three = [
      identity(1, { name: 'ben', sightings: 9, first_seen_s: 1, last_seen_s: 5 }),
      identity(2, { name: 'Anna', sightings: 2, first_seen_s: 3, last_seen_s: 6 }),
      identity(3, { sightings: 2, first_seen_s: 2, last_seen_s: 7 }),
    ];
    const found = merged([], { found: three, gone: new Set() }, true, sort);
    expect(found.map((each) => each.id)).toEqual(expected);
  });
});

describe('the naming guide', () => {
  it('begins with those seen most often', () => {
    const people_ = [1, 2, 3].map((n) => identity(n, { sightings: n === 2 ? 9 : 4 }));
    expect(mostSeen(people_, 2).map((each) => each.id)).toEqual(['p2', 'p1']);
  });
});

describe('who stays in a merge', () => {
  it('is the named, then the older, whatever was clicked first', () => {
    const named = identity(9, { name: 'Ben' });
    expect(byPrecedence([THREE, TWO, named]).map((each) => each.id)).toEqual(['p9', 'p2', 'p3']);
    expect(byPrecedence([named, ANNA]).map((each) => each.id)).toEqual(['p1', 'p9']);
  });

  it('can be somebody else', () => {
    expect(withPrimary([ANNA, TWO, THREE], 'p3').map((each) => each.id)).toEqual([
      'p3',
      'p1',
      'p2',
    ]);
  });
});
