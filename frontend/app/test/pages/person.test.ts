import { describe, expect, it } from 'vitest';
import type { Decision, Info } from '@frigate-reid/shared/api/models';
import { decisionWords } from '../../src/pages/person/decision-words';
import { ExpectedStore } from '../../src/pages/person/expected-store';
import { PersonStore } from '../../src/pages/person/person-store';
import { frigatePage } from '../../src/ui/frigate-link';
import { RouteStore } from '../../src/pages/person/route-store';
import { FakeApi, failure, identity, leg, sighting } from '../fake-api';

const SIGHTINGS = [sighting('c', { start_s: 30 }), sighting('b', { start_s: 20 }), sighting('a')];

function person(answers: Record<string, unknown> = {}) {
  const api = new FakeApi({
    'GET identities/p1': { ...identity(1), redirected_from: null },
    'GET identities/p1/templates': { crops: [] },
    'GET identities/p1/sightings': { items: SIGHTINGS, cursor: null },
    'GET identities/p1/history': { items: [], cursor: null },
    ...answers,
  });
  return { api, store: new PersonStore(api.client, 'p1') };
}

describe('one person', () => {
  it('that is gone is told as gone', async () => {
    const { store } = person({ 'GET identities/p1': () => failure(404, 'not_found', 'Gone.') });
    await store.load();
    expect(store.state.error?.isNotFound).toBe(true);
  });

  it('loses the sightings that somebody splits off', async () => {
    const { store, api } = person({
      'POST identities/p1/split': { identity: identity(7), decision_ids: ['d1'] },
    });
    await store.load();
    const done = await store.split(store.fromHereOn('b'));
    expect(api.find('POST identities/p1/split')?.body).toEqual({ sightings: ['c', 'b'] });
    expect(done.decision_ids).toEqual(['d1']);
  });

  it('loses looks with all pictures of their sightings, so that no worse one takes their place', async () => {
    const crops = [
      { id: 'c1', bad: false },
      { id: 'c2', bad: true },
      { id: 'c3', bad: false },
    ];
    const { store, api } = person({
      'GET sightings/a': { ...sighting('a'), crops },
      'PATCH crops/c1': { crop: {}, decision_ids: ['d1'] },
      'PATCH crops/c3': { crop: {}, decision_ids: ['d3'] },
    });
    await store.load();
    expect(await store.removeLooks(['a', 'a'])).toEqual(['d1', 'd3']);
    expect(api.find('PATCH crops/c3')?.body).toEqual({ bad: true });
  });

  it('is read anew even when only some sightings could be moved', async () => {
    const { store, api } = person({ 'POST sightings/a/assign': { decision_ids: ['d1'] } });
    await store.load();
    await expect(store.move(['a', 'b'], 'p2')).rejects.toMatchObject({ status: 404 });
    expect(api.made.filter((each) => each === 'GET identities/p1')).toHaveLength(2);
  });
});

describe('a route', () => {
  const day = '2026-11-22';
  const start = Date.parse('2026-11-21T23:00:00Z') / 1000;
  const legs = [leg('gate', start + 100, start + 110), leg('drive', start + 120, start + 130)];

  function route(answers: Record<string, unknown> = {}) {
    const api = new FakeApi({
      'GET identities/p1/route': { legs, gaps: [], from_s: 0, to_s: 1 },
      'GET cameras': { items: [{ name: 'gate' }] },
      ...answers,
    });
    return { api, store: new RouteStore(api.client, 'p1', 'Europe/Berlin') };
  }

  it('is asked for by the day of the zone', async () => {
    const { store, api } = route();
    await store.load(day);
    expect(api.find('GET identities/p1/route')?.query).toEqual({
      from: [String(start)],
      to: [String(start + 86_400)],
      branches: ['true'],
    });
    expect(store.state.chosen).toBe(legs[0]?.sighting_id);
  });

  it('is there without a plan', async () => {
    const { store } = route();
    await store.load(day);
    expect(store.state).toMatchObject({ phase: 'ready', plan: null, cameras: ['gate'] });
  });

  it('plays legs at a pace, hurries through gaps, and stops at the end', async () => {
    const { store } = route();
    await store.load(day);
    store.play(true);
    expect(store.state.at_s).toBe(start + 100);
    store.advance(0.5);
    expect(store.state.at_s).toBe(start + 104);
    store.advance(60);
    expect(store.state.at_s).toBe(start + 110);
    store.advance(60);
    expect(store.state.chosen).toBe(legs[1]?.sighting_id);
    store.advance(60);
    store.advance(60);
    expect(store.state.playing).toBe(false);
  });

  it('shows the legs of the chosen range only', async () => {
    const { store } = route();
    await store.load(day);
    store.brush([start + 115, start + 200]);
    expect(store.legs).toEqual([legs[1]]);
    store.brush(null);
    expect(store.legs).toHaveLength(2);
  });
});

describe('decisions in words', () => {
  const decision = (change: Partial<Decision>): Decision => ({
    id: 'd',
    at_s: 0,
    actor: 'system',
    kind: 'assign',
    outcome: null,
    reverses: null,
    undone: false,
    changes: [],
    explanation: {},
    ...change,
  });
  const moved = (id: string) => ({
    subject: 'tracklet' as const,
    subject_id: id,
    field: 'identity_id',
    before: null,
    after: 'p1',
  });
  const field = (name: string, after: unknown) => ({
    ...moved('p1'),
    subject: 'identity' as const,
    field: name,
    after,
  });

  it.each<[Partial<Decision>, string]>([
    [{ outcome: 'new' }, 'Seen for the first time.'],
    [
      { outcome: 'accept', explanation: { candidates: [{ probability: 0.99999 }] } },
      'A sighting was recognised, 99.9 % sure.',
    ],
    [
      { outcome: 'accept', explanation: { candidates: [{ probability: 0.874 }] } },
      'A sighting was recognised, 87 % sure.',
    ],
    [{ outcome: 'accept' }, 'A sighting was recognised.'],
    [{ actor: 'user' }, 'A sighting was moved here or away.'],
    [
      { kind: 'merge', changes: [moved('a'), moved('b')] },
      'Merged with somebody else: 2 sightings moved.',
    ],
    [{ kind: 'rename', changes: [field('name', 'Anna')] }, 'Named Anna.'],
    [{ kind: 'rename', changes: [field('name', null)] }, 'The name was taken away.'],
    [{ kind: 'hide', changes: [field('hidden', false)] }, 'Shown in lists again.'],
    [{ kind: 'alias', changes: [field('aliases', ['Mum', 'Annie'])] }, 'Also called Mum, Annie.'],
    [{ kind: 'alias', changes: [field('aliases', [])] }, 'Has no other names any more.'],
    [{ kind: 'unsure' }, 'Left open: nobody could tell.'],
    [{ kind: 'undo' }, 'An earlier decision was taken back.'],
  ])('%o', (change, words) => {
    expect(decisionWords(decision(change))).toBe(words);
  });
});

describe('where somebody is expected next', () => {
  const camera = (name: string, walks: number) => ({
    frigate_instance: 'frigate',
    camera: name,
    probability: 0.3,
    from_s: 10,
    to_s: 20,
    walks,
  });
  const load = async (answer: unknown) => {
    const store = new ExpectedStore(
      new FakeApi({ 'GET identities/p1/expected': answer }).client,
      'p1',
    );
    await store.load();
    return store;
  };

  it('names two cameras at most, and none to which hardly anybody was seen to go', async () => {
    const cameras = [camera('a', 9), camera('guess', 0), camera('b', 4), camera('c', 3)];
    const store = await load({ identity_id: 'p1', last: null, away: 0.1, cameras });
    expect(store.cameras.map((each) => each.camera)).toEqual(['a', 'b']);
  });

  it('is not spoken of when the service cannot say', async () => {
    const store = await load(() => failure(503, 'store', 'Not now.'));
    expect(store.state.expected).toBeNull();
    expect(store.cameras).toEqual([]);
  });
});

describe('the page of a tracked object in Frigate', () => {
  const info = { frigate_urls: { frigate: 'https://frigate.lan:8971' } } as unknown as Info;
  const shown = sighting('x', { event_id: '1789110024.883713-gvgjx4' });

  it('is below the address that a browser reaches', () => {
    expect(frigatePage(info, shown)).toBe(
      'https://frigate.lan:8971/explore?event_id=1789110024.883713-gvgjx4',
    );
  });

  it('is unknown where no address is set', () => {
    expect(frigatePage(info, { ...shown, frigate_instance: 'barn' })).toBeNull();
    expect(frigatePage(null, shown)).toBeNull();
  });
});
