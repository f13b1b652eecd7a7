import { describe, expect, it } from 'vitest';
import { MapStore, isNamed } from '../../src/pages/map/map-store';
import { FakeApi, sighting } from '../fake-api';

const NOW_S = 100_000;
const SIGHTINGS = [
  sighting('a', { camera: 'gate', start_s: 99_000, last_seen_s: 99_010 }),
  sighting('b', { camera: 'drive', start_s: 99_030, last_seen_s: 99_050 }),
  sighting('c', {
    camera: 'drive',
    start_s: 99_990,
    last_seen_s: 99_999,
    state: 'open',
    identity_id: null,
    identity_label: null,
  }),
];

function map() {
  const api = new FakeApi({
    'GET cameras': { items: [{ name: 'gate' }, { name: 'drive' }] },
    'GET sightings': ({ query }: { query: Record<string, string[]> }) =>
      query['cursor']
        ? { items: SIGHTINGS.slice(0, 1), cursor: null }
        : { items: SIGHTINGS.slice(1).toReversed(), cursor: 'more' },
  });
  return { api, store: new MapStore(api.client, () => NOW_S) };
}

describe('the map', () => {
  it('reads the last day, however many pages it has, and does without a plan', async () => {
    const { store } = map();
    await store.load();
    expect(store.state).toMatchObject({ phase: 'ready', plan: null });
    expect(store.state.sightings.map((each) => each.id)).toEqual(['a', 'b', 'c']);
  });

  it('shows who is in sight now, and who was at another time', async () => {
    const { store } = map();
    await store.load();
    expect(store.presence).toMatchObject([{ camera: 'drive', people: [{ sighting_id: 'c' }] }]);
    store.scrub(99_005);
    expect(store.presence).toMatchObject([{ camera: 'gate', people: [{ sighting_id: 'a' }] }]);
    store.live();
    expect(store.presence[0]?.people[0]?.sighting_id).toBe('c');
  });

  it('tells walks up to the shown time', async () => {
    const { store } = map();
    await store.load();
    expect(store.handoffs).toMatchObject([{ from_camera: 'gate', to_camera: 'drive', gap_s: 20 }]);
    store.scrub(99_005);
    expect(store.handoffs).toEqual([]);
  });

  it('plays at a speed, and is live again at the end', async () => {
    const { store } = map();
    await store.load();
    store.setSpeed(10);
    store.play(true);
    expect(store.state.at_s).toBe(98_990);
    store.advance(2);
    expect(store.state.at_s).toBe(99_010);
    store.advance(1000);
    expect(store.state).toMatchObject({ at_s: null, playing: false });
  });

  it('follows a sighting that goes on', async () => {
    const { store, api } = map();
    await store.load();
    api.answers.set('GET sightings/c', { ...SIGHTINGS[2], state: 'closed' });
    await store.take({ topic: 'sightings', event: 'sighting', data: { tracklet_id: 'c' } });
    expect(store.state.sightings).toHaveLength(3);
    expect(store.presence).toEqual([]);
  });
});

describe('who has a name', () => {
  const there = (id: string | null, label: string | null) => ({
    id,
    label,
    crop_id: null,
    sighting_id: 's',
  });

  it('is shown by picture; numbers and strangers are counted', () => {
    expect(isNamed(there('p1', 'Anna'))).toBe(true);
    expect(isNamed(there('p1', 'Person 47'))).toBe(false);
    expect(isNamed(there('p1', 'Person 47 from the garden'))).toBe(true);
    expect(isNamed(there(null, null))).toBe(false);
  });
});
