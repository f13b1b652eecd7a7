import { describe, expect, it } from 'vitest';
import type { Candidate, Edge, Search } from '@frigate-reid/shared/api/models';
import { lastUsed, nextDoor, reachable } from '../../src/pages/search/camera-presets';
import { SearchStore, byCamera } from '../../src/pages/search/search-store';
import { StartStore, eventIdIn } from '../../src/pages/search/start-store';
import { FakeApi, failure, leg, sighting } from '../fake-api';

const SEARCH: Search = {
  id: 's1',
  created_s: 0,
  updated_s: 0,
  state: 'open',
  seed: {
    kind: 'sighting',
    sighting_id: 'a',
    identity_id: null,
    crop_id: null,
    camera: 'gate',
    time_s: 500,
  },
  cameras: null,
  from_s: 400,
  to_s: 600,
  ticked: 0,
  crossed: 0,
  refined: 0,
  arranged: false,
  unsure: [],
  dropped: [],
  identity_id: null,
};

const candidate = (id: string, camera = 'gate'): Candidate => ({
  sighting: sighting(id, { camera }),
  likeness: 0.8,
  band: 'likely',
  offset_s: 10,
  label: null,
  is_new: false,
  probability: 0.9,
  on_plan: true,
});

function search(answers: Record<string, unknown> = {}) {
  const api = new FakeApi({
    'GET searches/s1': SEARCH,
    'GET cameras': { items: [{ name: 'gate' }, { name: 'drive' }] },
    'GET searches/s1/candidates': { items: [candidate('x'), candidate('y', 'drive')], total: 2 },
    'PATCH searches/s1': ({ body }: { body: Partial<Search> }) => ({ ...SEARCH, ...body }),
    ...answers,
  });
  return { api, store: new SearchStore(api.client, 's1') };
}

describe('a search', () => {
  it('searches all cameras until somebody chooses', async () => {
    const { store, api } = search();
    await store.load();
    expect([...store.searched]).toEqual(['gate', 'drive']);
    await store.toggleCamera('drive');
    expect(api.find('PATCH searches/s1')?.body).toEqual({ cameras: ['gate'] });
    await store.toggleCamera('gate');
    expect([...store.searched]).toEqual(['gate']);
    await store.choose(['gate', 'drive']);
    expect(api.find('PATCH searches/s1')?.body).toEqual({ cameras: null });
  });

  it('moves its window by a whole one and widens it around the middle', async () => {
    const { store, api } = search();
    await store.load();
    await store.shift(-1);
    expect(api.find('PATCH searches/s1')?.body).toEqual({ from_s: 200, to_s: 400 });
    await store.widen();
    expect(api.find('PATCH searches/s1')?.body).toEqual({ from_s: 100, to_s: 500 });
  });

  it('puts legs in another order, leaves them out and takes them in where their time is', async () => {
    const legs = [leg('gate', 10, 20), leg('drive', 30, 40), leg('yard', 50, 60)];
    let kept = legs.map((each) => each.sighting_id);
    const { store, api } = search({
      'GET searches/s1/route': () => ({
        legs: kept.map((id) => legs.find((each) => each.sighting_id === id)),
        gaps: [],
      }),
      'GET sightings/drive-30': sighting('drive-30', { start_s: 30 }),
      'PUT searches/s1/legs': ({ body }: { body: { legs: string[] | null } }) => {
        kept = body.legs ?? legs.map((each) => each.sighting_id);
        const dropped = legs.map((each) => each.sighting_id).filter((id) => !kept.includes(id));
        return { ...SEARCH, arranged: body.legs !== null, dropped };
      },
    });
    await store.load();
    await store.readRoute();
    const shown = () => store.state.route?.legs.map((each) => each.camera);
    await store.placeLeg('gate-10', 1);
    expect(shown()).toEqual(['drive', 'gate', 'yard']);
    await store.dropLeg('drive-30');
    expect(shown()).toEqual(['gate', 'yard']);
    expect(store.state.dropped.map((each) => each.id)).toEqual(['drive-30']);
    await store.restoreLeg('drive-30');
    expect(shown()).toEqual(['gate', 'drive', 'yard']);
    expect(store.state.dropped).toEqual([]);
    await store.resetLegs();
    expect(api.find('PUT searches/s1/legs')?.body).toEqual({ legs: null });
    expect(store.state.search?.arranged).toBe(false);
  });

  it('shows a tick at once and takes it away again when it was refused', async () => {
    const { store } = search({ 'POST searches/s1/labels': () => failure(503, 'store') });
    await store.load();
    const labelling = store.label('x', 'tick');
    expect(store.state.candidates[0]?.label).toBe('tick');
    await expect(labelling).rejects.toMatchObject({ code: 'store' });
    expect(store.state.candidates[0]?.label).toBeNull();
  });

  it('sends ticks, crosses and what is cleared', async () => {
    const { store, api } = search({ 'POST searches/s1/labels': { ...SEARCH, ticked: 1 } });
    await store.load();
    await store.label('x', 'cross');
    expect(api.find('POST searches/s1/labels')?.body).toEqual({
      ticks: [],
      crosses: ['x'],
      unsure: [],
      clear: [],
    });
    await store.label('x', null);
    expect(api.find('POST searches/s1/labels')?.body).toEqual({
      ticks: [],
      crosses: [],
      unsure: [],
      clear: ['x'],
    });
  });

  it('tells how many a refinement brought up, until the window moves', async () => {
    const { store } = search({
      'POST searches/s1/refine': { items: [candidate('z')], total: 3, newcomers: 1 },
    });
    await store.load();
    await store.refine();
    expect(store.state).toMatchObject({ newcomers: 1, total: 3, looking: false });
    await store.shift(1);
    expect(store.state.newcomers).toBeNull();
  });

  it('groups candidates by camera in the order in which cameras appear', () => {
    const groups = byCamera([
      candidate('a', 'drive'),
      candidate('b', 'gate'),
      candidate('c', 'drive'),
    ]);
    expect(groups.map(([camera, those]) => [camera, those.length])).toEqual([
      ['drive', 2],
      ['gate', 1],
    ]);
  });
});

describe('presets of cameras', () => {
  const edge = (from: string, to: string, p5_s: number, rule: Edge['rule'] = 'learned'): Edge => ({
    from_camera: from,
    to_camera: to,
    count: 3,
    p5_s,
    from_instance: 'frigate',
    to_instance: 'frigate',
    overlaps: 0,
    p50_s: 2 * p5_s,
    p95_s: 3 * p5_s,
    rule,
  });
  const edges = [
    edge('gate', 'drive', 20),
    edge('garden', 'drive', 30),
    edge('garden', 'shed', 100),
    edge('gate', 'roof', 1, 'forbidden'),
  ];

  it('next door is one walk away, either way, never through what is impossible', () => {
    expect(nextDoor(edges, 'drive').sort()).toEqual(['drive', 'garden', 'gate']);
    expect(nextDoor(edges, 'gate')).toEqual(['gate', 'drive']);
  });

  it('reachable adds up the quickest walks', () => {
    expect(reachable(edges, 'gate', 49).sort()).toEqual(['drive', 'gate']);
    expect(reachable(edges, 'gate', 50).sort()).toEqual(['drive', 'garden', 'gate']);
    expect(reachable(edges, 'gate', 500)).toContain('shed');
  });
});

describe('the cameras used last', () => {
  const others = [
    { ...SEARCH, cameras: ['gate'] },
    { ...SEARCH, id: 's2' },
    { ...SEARCH, id: 's3', cameras: ['drive', 'sold'] },
    { ...SEARCH, id: 's4', cameras: ['gate'] },
  ];

  it('are those of the last other search that had some of its own', () => {
    expect(lastUsed(others, 's1', ['gate', 'drive'])).toEqual(['drive']);
    expect(lastUsed(others.slice(0, 2), 's1', ['gate'])).toEqual([]);
  });

  it('come with the search', async () => {
    const { store } = search({ 'GET searches': { items: others, cursor: null } });
    await store.load();
    expect(store.state.recent).toHaveLength(4);
  });
});

describe('a leg of which somebody is not sure', () => {
  it('is no longer confirmed, and is the next time', async () => {
    const legs = [leg('gate', 10, 20)];
    const { store, api } = search({
      'POST searches/s1/labels': ({ body }: { body: { unsure: string[] } }) => ({
        ...SEARCH,
        unsure: body.unsure,
      }),
      'GET searches/s1/route': { legs, gaps: [] },
    });
    await store.load();
    await store.doubtLeg('gate-10');
    expect(api.find('POST searches/s1/labels')?.body).toMatchObject({ unsure: ['gate-10'] });
    await store.doubtLeg('gate-10');
    expect(api.find('POST searches/s1/labels')?.body).toMatchObject({ ticks: ['gate-10'] });
    expect(store.state.search?.unsure).toEqual([]);
  });
});

describe('where a search begins', () => {
  it.each([
    ['1789110024.883713-gvgjx4', '1789110024.883713-gvgjx4'],
    [
      'http://frigate:5000/explore?event_id=1789110024.883713-gvgjx4&x=1',
      '1789110024.883713-gvgjx4',
    ],
    [' something ', 'something'],
  ])('%s names an event', (text, id) => {
    expect(eventIdIn(text)).toBe(id);
  });

  it('is the last frame with somebody, and stays where there is none before it', async () => {
    const frame = { camera: 'drive', time_s: 90, people: [] };
    const api = new FakeApi({
      'GET searches': { items: [], cursor: null },
      'GET cameras': {
        items: [
          { name: 'gate', last_seen_s: 50 },
          { name: 'drive', last_seen_s: 90 },
        ],
      },
      'GET frames/people': ({ query }: { query: Record<string, string[]> }) =>
        Number(query['time_s']?.[0]) > 90 ? frame : failure(404, 'not_found'),
    });
    const store = new StartStore(api.client);
    await store.load();
    expect(store.state).toMatchObject({ camera: 'drive', frame });
    await store.step('previous');
    expect(store.state.frame).toEqual(frame);
  });
});
