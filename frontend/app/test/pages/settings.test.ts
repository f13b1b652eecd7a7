import { describe, expect, it } from 'vitest';
import type { HealthReport } from '@frigate-reid/shared/api/models';
import { ExportStore } from '../../src/pages/export/export-store';
import { healthRows } from '../../src/pages/settings/health-rows';
import { MatchingStore } from '../../src/pages/settings/matching-store';
import { thresholdRows } from '../../src/pages/settings/rates';
import { RescanStore } from '../../src/pages/settings/rescan-store';
import { stepsOf } from '../../src/shell/first-run-steps';
import { FakeApi, failure, fakeLive } from '../fake-api';

const HEALTH = {
  status: 'ok',
  ready: true,
  messages_received: 5,
  mqtt: [{ instance: 'frigate', connected: false, last_message_age_s: 61, problem: 'Refused.' }],
  frigate: [
    { instance: 'frigate', reachable: true, version: '0.17', can_write: null, problem: null },
  ],
  model: { id: 's1', runtime: 'onnx', dimension: 256, ms_per_crop: 6.25 },
  gallery: { kind: 'edge', available: true, points: 3 },
  store: { kind: 'sqlite' },
} as unknown as HealthReport;

const job = (id: string, state: string, result: object | null = null) => ({
  id,
  kind: 'rescan',
  state,
  progress: 0,
  created_s: 0,
  finished_s: null,
  message: null,
  result,
});

describe('health in lines', () => {
  it('says of every part how it is, a problem in its own words', () => {
    const rows = healthRows(HEALTH);
    expect(rows.map((row) => row.state)).toEqual(['bad', 'ok', 'ok', 'ok', 'ok']);
    expect(rows[0]).toMatchObject({ text: 'Refused.', detail: 'last message 1 minute ago' });
  });
});

describe('matching', () => {
  it('shows what the service made of a change', async () => {
    const api = new FakeApi({
      'GET settings/matching': { band: 'careful', paused: false },
      'PATCH settings/matching': { band: 'eager', paused: false },
    });
    const store = new MatchingStore(api.client);
    await store.load();
    await store.change({ band: 'eager' });
    expect(store.state.matching?.band).toBe('eager');
    expect(api.find('PATCH settings/matching')?.body).toEqual({ band: 'eager' });
  });
});

describe('a rescan', () => {
  it('is counted first, then started, then followed', async () => {
    const { live, tell } = fakeLive();
    let next = job('j1', 'waiting');
    const api = new FakeApi({ 'POST rescans': () => next });
    const store = new RescanStore(api.client, live);
    await store.estimate(0, 10);
    expect(api.calls[0]?.body).toEqual({ from_s: 0, to_s: 10, dry_run: true });
    tell('jobs', job('j1', 'done', { events: 7, estimate_s: 20 }));
    expect(store.state.trial?.result).toEqual({ events: 7, estimate_s: 20 });
    next = job('j2', 'running');
    await store.start(0, 10);
    tell('jobs', job('other', 'done'));
    tell('jobs', job('j2', 'done', { taken: 3 }));
    expect(store.state).toMatchObject({ trial: null, job: { id: 'j2', state: 'done' } });
    store.stop();
    tell('jobs', job('j2', 'failed'));
    expect(store.state.job?.state).toBe('done');
  });

  it('that was under way is found again, a mere count is not', async () => {
    const { live } = fakeLive();
    const api = new FakeApi({
      'GET jobs': {
        items: [job('count', 'running', { estimate_s: 1 }), job('j1', 'running')],
      },
    });
    const store = new RescanStore(api.client, live);
    await store.load();
    expect(store.state.job?.id).toBe('j1');
  });
});

describe('an export', () => {
  it('is followed to its end, or says why it could not begin', async () => {
    const { live, tell } = fakeLive();
    const api = new FakeApi({ 'POST exports': job('e1', 'waiting') });
    const store = new ExportStore(api.client, live);
    await store.start({ format: 'mp4' });
    tell('jobs', job('e1', 'done'));
    expect(store.state.job?.state).toBe('done');
    api.answers.set('POST exports', () => failure(422, 'invalid_request', 'Nothing to export.'));
    await store.start({});
    expect(store.state.error?.message).toBe('Nothing to export.');
  });
});

describe('getting started', () => {
  const nothing = {
    dismissed: false,
    skipped: [],
    usable: 0,
    people: 0,
    placements: 0,
    rescans: 0,
    named: 0,
    exposed: 0,
  };

  it('is done step by step', () => {
    expect(stepsOf(nothing, null).every((step) => !step.done)).toBe(true);
    const done = stepsOf({ ...nothing, people: 3, usable: 2, named: 1 }, HEALTH).filter(
      (step) => step.done,
    );
    expect(done.map((step) => step.name)).toEqual(['frigate', 'mqtt', 'model', 'crops', 'names']);
    const skipped = stepsOf({ ...nothing, skipped: ['plan'] }, null).filter((step) => step.done);
    expect(skipped.map((step) => step.name)).toEqual(['plan']);
    const all = stepsOf(nothing, null);
    expect(all).toHaveLength(8);
    expect(all.filter((step) => !step.optional).map((step) => step.name)).toEqual([
      'frigate',
      'mqtt',
      'model',
      'crops',
    ]);
  });
});

describe('the numbers of a band', () => {
  const careful = {
    ...{ band: 'careful' as const, wrong_links: 0.01, wrong_first_links: 0.05 },
    ...{ wrong_merges: 0.0025, ask_from: 0.3, questions_a_day: 3 },
  };

  it('are read from the service and told as exactly as they are', async () => {
    const api = new FakeApi({ 'GET settings/matching/bands': { items: [careful] } });
    const store = new MatchingStore(api.client);
    await store.readThresholds();
    expect(store.state.thresholds).toEqual([careful]);
    const values = thresholdRows(careful).map(([, value]) => value);
    expect(values).toEqual(['1 %', '5 %', '0.25 %', '30 %', '3']);
  });

  it('are left out where the service does not tell them', async () => {
    const store = new MatchingStore(new FakeApi().client);
    await store.readThresholds();
    expect(store.state.thresholds).toEqual([]);
  });
});
