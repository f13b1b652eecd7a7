import { describe, expect, it } from 'vitest';
import type { Decision, PrivateCamera } from '@frigate-reid/shared/api/models';
import { AuditStore, aboutWhom } from '../../src/pages/settings/audit-store';
import { MatchingStore } from '../../src/pages/settings/matching-store';
import { PrivacyStore } from '../../src/pages/settings/privacy-store';
import { ratesWords } from '../../src/pages/settings/rates';
import { UpkeepStore } from '../../src/pages/settings/upkeep-store';
import { actorWords } from '../../src/ui/words';
import { FakeApi, failure } from '../fake-api';

const gate: PrivateCamera = {
  camera: 'gate',
  frigate_instance: 'frigate',
  excluded_since_s: null,
  sightings: 3,
};

describe('cameras left out', () => {
  it('are asked for anew after each change, also one that fails', async () => {
    const api = new FakeApi({
      'GET settings/privacy': { items: [gate] },
      'PUT cameras/gate/exclusion': { camera: gate, deleted: 3 },
    });
    const store = new PrivacyStore(api.client);
    await store.load();
    expect(await store.exclude(gate, true, true)).toBe(3);
    expect(api.find('PUT cameras/gate/exclusion')).toMatchObject({
      query: { frigate_instance: ['frigate'] },
      body: { excluded: true, delete_stored: true },
    });
    api.answers.set('PUT cameras/gate/exclusion', failure(503, 'store_error'));
    await expect(store.exclude(gate, false, false)).rejects.toThrow();
    expect(store.state.busy).toBeNull();
    expect(api.made.filter((call) => call === 'GET settings/privacy')).toHaveLength(3);
  });
});

describe('everything at once', () => {
  const outcome = (at_s: number, done = true) => ({
    kind: 'erase',
    at_s,
    actor: 'user',
    done,
    message: done ? null : 'The disk is full.',
  });

  it('waits until the service that starts anew tells of it', async () => {
    const told = [outcome(1), outcome(1), failure(502, 'away'), outcome(2)];
    const api = new FakeApi({
      'POST erase': { kind: 'erase' },
      'GET upkeep': () => {
        const next = told.shift();
        return next instanceof Response ? next : { last: next };
      },
    });
    const store = new UpkeepStore(api.client, () => Promise.resolve());
    await store.erase(true);
    expect(api.find('POST erase')?.body).toEqual({
      confirm: 'delete everything',
      keep_plan: true,
    });
    expect(store.state).toMatchObject({ doing: null, error: null, outcome: { at_s: 2 } });
  });

  it('restores only what was found sound', async () => {
    const api = new FakeApi({ 'POST backups': failure(422, 'invalid_request', 'No backup.') });
    const store = new UpkeepStore(api.client, () => Promise.resolve());
    await store.check(new Blob(['x']));
    expect(store.state.error?.message).toBe('No backup.');
    await store.restore();
    expect(api.made).toEqual(['POST backups']);
    api.answers.set('POST backups', { id: 'u1' });
    api.answers.set('POST backups/u1/restore', { kind: 'restore' });
    let looks = 0;
    api.answers.set('GET upkeep', () => ({ last: (looks += 1) > 1 ? outcome(9, false) : null }));
    await store.check(new Blob(['x']));
    await store.restore();
    expect(store.state).toMatchObject({ found: null, outcome: { done: false } });
  });
});

describe('the list of decisions', () => {
  const rename = {
    id: 'd1',
    actor: 'user:anna',
    changes: [
      { subject: 'identity', subject_id: 'p1', field: 'name', before: null, after: 'A' },
      { subject: 'tracklet', subject_id: 's1', field: 'identity_id', before: 'p2', after: 'p1' },
      { subject: 'tracklet', subject_id: 's2', field: 'firm', before: false, after: true },
    ],
  } as unknown as Decision;

  it('asks for a group or for one actor, and goes on from the cursor', async () => {
    const api = new FakeApi({
      'GET decisions': ({ query }: { query: Record<string, string[]> }) => ({
        items: [{ ...rename, id: query['cursor']?.[0] ?? 'first' }],
        cursor: query['cursor'] ? null : 'c',
        people: [{ id: 'p1', label: 'Anna' }],
      }),
      'GET decisions/actors': { items: ['system', 'user:anna'] },
    });
    const store = new AuditStore(api.client);
    await store.load();
    await store.filter({ by: 'people' });
    expect(api.find('GET decisions')?.query).toMatchObject({ by: ['people'] });
    await store.filter({ by: 'user:anna', kind: 'merge' });
    expect(api.find('GET decisions')?.query).toEqual({
      actor: ['user:anna'],
      kind: ['merge'],
      limit: ['50'],
    });
    await store.more();
    expect(store.state.decisions.map((each) => each.id)).toEqual(['first', 'c']);
    expect(store.state.cursor).toBeNull();
  });

  it('names whom a decision is about, once, and who is left', () => {
    expect(aboutWhom(rename, new Map([['p1', 'Anna']]))).toEqual([{ id: 'p1', label: 'Anna' }]);
  });

  it('tells people from the service, whatever they are called', () => {
    expect(['system', 'user', 'user:system'].map(actorWords)).toEqual([
      'Service',
      'By hand',
      'system',
    ]);
  });
});

describe('error rates', () => {
  it('are said with their interval, rounded outwards, or not at all', async () => {
    const share = { count: 1, of: 16, low: 0.0111, high: 0.2833 };
    const bands = [
      { band: 'careful', wrong: null, missed: null },
      { band: 'eager', wrong: share, missed: null },
    ];
    const api = new FakeApi({
      'GET settings/matching/rates': { answers: 20, same: 9, enough: 10, bands },
    });
    const store = new MatchingStore(api.client);
    await store.measure();
    const words = store.state.rates?.bands.map((each) => ratesWords(each));
    expect(words).toEqual([
      'Not enough answers yet.',
      'Would have made 16 links, 1 wrong (1–29 %). Not enough right ones answered yet.',
    ]);
    expect(ratesWords(undefined)).toBe('Not enough answers yet.');
  });
});
