import { describe, expect, it } from 'vitest';
import type { Placement } from '@frigate-reid/shared/api/models';
import { CalibrationStore } from '../../src/pages/cameras/calibration-store';
import { PlanStore, tipOf } from '../../src/pages/cameras/plan-store';
import { FakeApi } from '../fake-api';

const FLOOR = {
  id: 'f1',
  name: 'Ground',
  level: 0,
  width: 1000,
  height: 600,
  has_picture: false,
  metres_per_unit: null,
  north_deg: null,
};
const GATE: Placement = {
  camera: 'gate',
  frigate_instance: 'frigate',
  floor_id: 'f1',
  x: 100,
  y: 100,
  heading_deg: 90,
  view_deg: 80,
  range_units: 200,
};
const camera = (name: string, placement: Placement | null) => ({
  name,
  frigate_instance: 'frigate',
  placement,
  calibrated: false,
  suggested: null,
});

function plan(answers: Record<string, unknown> = {}) {
  const api = new FakeApi({
    'GET plan': {
      floors: [FLOOR],
      placements: [GATE],
      cameras: [camera('gate', GATE), camera('drive', null)],
      edges: [],
    },
    'PUT cameras/gate/placement': {},
    'PUT cameras/drive/placement': {},
    ...answers,
  });
  return { api, store: new PlanStore(api.client) };
}

describe('the plan while it is edited', () => {
  it('takes hold of a camera, and of the end of its view once it is chosen', async () => {
    const { store } = plan();
    await store.load();
    expect(store.handleAt({ x: 104, y: 98 }, 5)).toEqual({ kind: 'body', camera: 'gate' });
    expect(store.handleAt(tipOf(GATE), 5)).toBeNull();
    store.select('gate');
    expect(store.handleAt(tipOf(GATE), 5)).toEqual({ kind: 'heading', camera: 'gate' });
  });

  it('moves a camera within the floor and sends it once it is let go', async () => {
    const { store, api } = plan();
    await store.load();
    store.drag({ kind: 'body', camera: 'gate' }, { x: -50, y: 900 });
    expect(store.placement).toMatchObject({ x: 0, y: 600, heading_deg: 90 });
    expect(api.made).not.toContain('PUT cameras/gate/placement');
    await store.save();
    expect(api.find('PUT cameras/gate/placement')).toMatchObject({
      query: { frigate_instance: ['frigate'] },
      body: { floor_id: 'f1', x: 0, y: 600, heading_deg: 90, view_deg: 80, range_units: 200 },
    });
  });

  it('turns a camera towards the pointer', async () => {
    const { store } = plan();
    await store.load();
    store.drag({ kind: 'heading', camera: 'gate' }, { x: 100, y: 400 });
    expect(store.placement).toMatchObject({ heading_deg: 180, range_units: 300, x: 100 });
  });

  it('places a new camera so that it looks at the middle', async () => {
    const { store, api } = plan();
    await store.load();
    await store.place('drive', { x: 500, y: 590 });
    const body = api.find('PUT cameras/drive/placement')?.body as Placement;
    expect(body).toMatchObject({ x: 500, y: 590, heading_deg: 0 });
  });

  it('never sends a heading of a full turn', async () => {
    const { store, api } = plan();
    await store.load();
    store.select('gate');
    store.adjust({ heading_deg: 359.98 });
    await store.save();
    expect((api.find('PUT cameras/gate/placement')?.body as Placement).heading_deg).toBe(0);
  });

  it('shows what the service has again when a write fails', async () => {
    const { store, api } = plan();
    await store.load();
    api.answers.delete('PUT cameras/gate/placement');
    store.drag({ kind: 'body', camera: 'gate' }, { x: 5, y: 5 });
    await expect(store.save()).rejects.toMatchObject({ status: 404 });
    expect(store.placements).toEqual([GATE]);
  });

  it('gives a way back to learning', async () => {
    const { store, api } = plan({ 'PUT topology/gate/drive': {} });
    await store.load();
    await store.setRule('gate', 'drive', 'learned');
    expect(api.find('PUT topology/gate/drive')?.body).toEqual({ rule: null });
    await store.setRule('gate', 'drive', 'forbidden');
    expect(api.find('PUT topology/gate/drive')?.body).toEqual({ rule: 'forbidden' });
  });
});

describe('the calibration of a camera', () => {
  const points = [
    [0.1, 0.9],
    [0.9, 0.9],
    [0.3, 0.4],
    [0.7, 0.4],
    [0.5, 0.6],
  ] as const;

  function calibration(answers: Record<string, unknown> = {}) {
    const api = new FakeApi(answers);
    return { api, store: new CalibrationStore(api.client, 'gate', 'frigate') };
  }

  it('pairs a point of the frame with the next one on the plan', () => {
    const { store } = calibration();
    store.markPlan({ x: 1, y: 1 });
    expect(store.state.pairs).toEqual([]);
    store.markFrame({ x: 0.1, y: 0.2 });
    store.markFrame({ x: 0.3, y: 0.4 });
    store.markPlan({ x: 10, y: 20 });
    expect(store.state.pairs).toEqual([{ image: { x: 0.3, y: 0.4 }, plan: { x: 10, y: 20 } }]);
    expect(store.state.pending).toBeNull();
  });

  it('knows how well the pairs agree while they are made', () => {
    const { store } = calibration();
    points.forEach(([x, y], index) => {
      expect(store.assess(null).residual_units === null).toBe(index < 5);
      store.markFrame({ x, y });
      store.markPlan({ x: 100 * x, y: 100 * y });
    });
    expect(store.assess(null).residual_units).toBeLessThan(1e-6);
    expect(store.landing({ image: { x: 0.5, y: 0.5 }, plan: { x: 0, y: 0 } })?.x).toBeCloseTo(50);
    store.remove(4);
    store.markFrame({ x: 0.5, y: 0.6 });
    store.markPlan({ x: 90, y: 60 });
    expect(store.assess(0.05).residual_units).toBeGreaterThan(1);
  });

  it('takes what the service says of them', async () => {
    const answer = { camera: 'gate', pairs: [], problems: [], usable: false, residual_m: null };
    const { store, api } = calibration({ 'PUT cameras/gate/calibration': answer });
    store.markFrame({ x: 0, y: 0 });
    store.markPlan({ x: 0, y: 0 });
    await store.save();
    expect(api.find('PUT cameras/gate/calibration')?.body).toEqual({
      pairs: [{ image: { x: 0, y: 0 }, plan: { x: 0, y: 0 } }],
    });
    expect(store.state).toMatchObject({ saved: answer, changed: false });
  });
});
