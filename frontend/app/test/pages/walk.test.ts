import { describe, expect, it } from 'vitest';
import type { WalkStep, WalkTest } from '@frigate-reid/shared/api/models';
import { CalibrationStore } from '../../src/pages/cameras/calibration-store';
import { PlanStore } from '../../src/pages/cameras/plan-store';
import { WalkStore, verdict } from '../../src/pages/cameras/walk-store';
import { FakeApi, failure, fakeLive, sighting } from '../fake-api';

const walk = (ended_s: number | null): WalkTest => ({
  started_s: 10,
  ended_s,
  people: 0,
  legs: [],
  steps: [],
});

describe('a walk test', () => {
  it('is read anew with every sighting while somebody walks, and no longer', async () => {
    const api = new FakeApi({
      'GET walk-test': walk(null),
      'POST walk-test': walk(null),
      'POST walk-test/stop': walk(20),
    });
    const { live, tell } = fakeLive();
    const store = new WalkStore(api.client, live);
    tell('sighting', {});
    expect(api.made).toEqual([]);
    await store.start();
    tell('sighting', {});
    await Promise.resolve();
    expect(api.made).toEqual(['POST walk-test', 'GET walk-test']);
    await store.end();
    expect(store.isUnderWay).toBe(false);
    tell('sighting', {});
    expect(api.made).toHaveLength(3);
    api.answers.set('POST walk-test', failure(503, 'store_error', 'The disk is full.'));
    await store.start();
    expect(store.state.error?.message).toBe('The disk is full.');
    expect(store.state.walk?.ended_s).toBe(20);
  });

  it('is compared with what was learned', () => {
    const learned = { p5_s: 5, p50_s: 8, p95_s: 12 };
    const step = (walked_s: number, way: object = learned): WalkStep =>
      ({ walked_s, learned: way }) as WalkStep;
    expect([4, 5, 12, 13].map((seconds) => verdict(step(seconds)))).toEqual([
      'quick',
      'fits',
      'fits',
      'slow',
    ]);
    expect(verdict(step(5, { p5_s: null, p50_s: null, p95_s: null }))).toBe('new');
  });
});

describe('doors and stairs', () => {
  const plan = {
    floors: [
      { id: 'a', name: 'A', width: 100, height: 100 },
      { id: 'b', name: 'B', width: 100, height: 100 },
    ],
    placements: [],
    cameras: [],
    edges: [],
    passages: [],
  };

  it('are made by a press on each floor, the second one shown at once', async () => {
    const api = new FakeApi({ 'GET plan': plan, 'POST passages': { id: 'p' } });
    const store = new PlanStore(api.client);
    await store.load();
    await store.markEnd({ x: 1, y: 1 });
    expect(api.made).toEqual(['GET plan']);
    store.join('stairs');
    await store.markEnd({ x: 10, y: -5 });
    expect(store.state.floorId).toBe('b');
    await store.markEnd({ x: 20, y: 30 });
    expect(api.find('POST passages')?.body).toEqual({
      kind: 'stairs',
      ends: [
        { floor_id: 'a', x: 10, y: 0 },
        { floor_id: 'b', x: 20, y: 30 },
      ],
    });
    expect(store.state.joining).toBeNull();
  });

  it('and a way may lead in one direction only', async () => {
    const api = new FakeApi({
      'GET plan': plan,
      'PUT topology/x/y': {},
      'PUT topology/y/x': {},
    });
    const store = new PlanStore(api.client);
    await store.setOneWay('x', 'y');
    expect(api.find('PUT topology/x/y')?.body).toEqual({ rule: 'forced' });
    expect(api.find('PUT topology/y/x')?.body).toEqual({ rule: 'forbidden' });
  });
});

describe('ways of feet', () => {
  it('lie on the plan as the pairs of this moment put them', async () => {
    const path = [
      { x: 0.2, y: 0.6, time_s: 1 },
      { x: 0.4, y: 0.8, time_s: 2 },
      { x: 9, y: 9, time_s: 3 },
    ];
    const api = new FakeApi({
      'GET sightings': { items: [sighting('a'), sighting('b', { frigate_instance: 'other' })] },
      'GET sightings/a': { path },
    });
    const store = new CalibrationStore(api.client, 'gate', 'frigate');
    await store.readPaths(0);
    expect(store.landedPaths(100, 100)).toEqual([]);
    for (const [x, y] of [
      [0.1, 0.5],
      [0.9, 0.5],
      [0.1, 0.9],
      [0.9, 0.9],
      [0.5, 0.7],
    ] as const) {
      store.markFrame({ x, y });
      store.markPlan({ x: 100 * x, y: 100 * y });
    }
    const [landed] = store.landedPaths(100, 100);
    expect(landed?.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [20, 60],
      [40, 80],
    ]);
  });
});
