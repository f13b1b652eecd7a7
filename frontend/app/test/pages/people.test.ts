import { describe, expect, it } from 'vitest';
import { byPrecedence, withPrimary } from '../../src/pages/people/merge-model';
import { PeopleStore } from '../../src/pages/people/people-store';
import { mostSeen, sectionsOf } from '../../src/pages/people/sections';
import { FakeApi, failure, identity } from '../fake-api';

const ANNA = identity(1, { name: 'Anna' });
const [TWO, THREE] = [identity(2), identity(3)];

function people(answers: Record<string, unknown> = {}) {
  const api = new FakeApi({
    'GET identities': ({ query }: { query: Record<string, string[]> }) =>
      query['state']?.[0] === 'named'
        ? { items: [ANNA], cursor: null }
        : { items: [ANNA, TWO, THREE], cursor: query['cursor'] ? null : 'next' },
    'GET cameras': { items: [] },
    'GET reviews/next': { items: [{ a: TWO, b: THREE }], open: 1 },
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
    expect([...store.state.asked]).toEqual(['p2', 'p3']);
  });

  it('reads on where the page ended', async () => {
    const { store, api } = people();
    await store.load();
    await store.more();
    expect(api.calls.at(-1)?.query['cursor']).toEqual(['next']);
    expect(store.state.cursor).toBeNull();
    await store.more();
    expect(store.state.people).toHaveLength(6);
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

  it('reads a long list anew as far as it was shown', async () => {
    const all = Array.from({ length: 500 }, (_, index) => identity(index + 1));
    const { store } = people({
      'GET identities': ({ query }: { query: Record<string, string[]> }) => {
        const from = Number(query['cursor']?.[0] ?? 0);
        const to = from + Number(query['limit']?.[0]);
        return { items: all.slice(from, to), cursor: to < 500 ? String(to) : null };
      },
    });
    await store.load();
    for (let pages = 0; pages < 5; pages += 1) await store.more();
    expect(store.state.people).toHaveLength(360);
    await store.load();
    expect(store.state.people).toHaveLength(360);
    expect(new Set(store.state.people.map((each) => each.id)).size).toBe(360);
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

function manual(): { promise: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

describe('sections', () => {
  it('hold everybody once: in sight, named, often seen, seen once', () => {
    const here = identity(4, { on_site: true, name: 'Ben' });
    const once = identity(5, { sightings: 1 });
    const often = identity(6, { sightings: 9 });
    const found = sectionsOf([once, TWO, ANNA, here, often]);
    expect(found.map(({ name, people: those }) => [name, those.map((each) => each.id)])).toEqual([
      ['now', ['p4']],
      ['named', ['p1']],
      ['often', ['p6', 'p2']],
      ['once', ['p5']],
    ]);
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
