import type { Kept } from '@frigate-reid/shared/api/client';
import { describe, expect, it } from 'vitest';
import { SiteStore } from '../../src/core/site';
import { FakeApi, failure, fakeLive } from '../fake-api';

const INFO = { instance: 'main', now_s: 5000, service_version: '1' };
const SESSION = { needs_token: true, user: null, time_zone: 'Europe/Berlin' };

function site(answers: Record<string, unknown>, hasToken = true, kept?: Kept) {
  const api = new FakeApi(answers, kept);
  const { live, tell } = fakeLive();
  let now = 1_000_000;
  const store = new SiteStore({
    api: api.client,
    live,
    hasToken: () => hasToken,
    keptAt_ms: () => 940_000,
    now: () => now,
  });
  return { api, store, tell, pass: (ms: number) => (now += ms) };
}

const OPEN = {
  'GET session': SESSION,
  'GET info': INFO,
  'GET health': { status: 'ok' },
  'GET reviews/next': { items: [], open: 3 },
};

describe('the site', () => {
  it('opens for who may come in, and lives in its own time and zone', async () => {
    const { store, pass } = site(OPEN);
    await store.enter();
    expect(store.state.gate).toBe('open');
    expect(store.zone).toBe('Europe/Berlin');
    pass(2000);
    expect(store.now_s()).toBe(5002);
  });

  it('asks for the token, and says when it was wrong', async () => {
    const refused = { 'GET session': () => failure(401, 'unauthorized') };
    const stranger = site(refused, false).store;
    await stranger.enter();
    expect(stranger.state.gate).toBe('locked');
    const mistaken = site(refused, true).store;
    await mistaken.enter();
    expect(mistaken.state.gate).toBe('wrong-token');
  });

  it('says when nobody answers', async () => {
    const { store } = site({ 'GET session': () => failure(503, 'store') });
    await store.enter();
    expect(store.state.gate).toBe('unreachable');
  });

  it('locks when the token is no longer right', async () => {
    const { store } = site(OPEN);
    store.lock();
    expect(store.state.gate).toBe('starting');
    await store.enter();
    store.lock();
    expect(store.state.gate).toBe('locked');
  });

  it('follows health and questions as they change', async () => {
    const { store, tell } = site(OPEN);
    await store.enter();
    await store.refresh();
    expect(store.state.reviews).toBe(3);
    tell('reviews', { open: 7 });
    tell('health', { status: 'degraded' });
    expect(store.state.reviews).toBe(7);
    expect(store.state.health?.status).toBe('degraded');
  });

  it('counts questions once for a burst of changes, and draws once a second', async () => {
    const { api, store, tell, pass } = site(OPEN);
    await store.enter();
    await store.refresh();
    const counted = () => api.made.filter((each) => each === 'GET reviews/next').length;
    const before = counted();
    pass(5000);
    let drawn = 0;
    store.subscribe(() => (drawn += 1));
    for (let n = 0; n < 50; n += 1) tell('identities', { identity_id: `p${n}` });
    for (let n = 0; n < 50; n += 1) tell('identity_changed', {});
    await store.countReviews();
    expect(counted() - before).toBeLessThanOrEqual(2);
    expect(drawn).toBe(1);
  });

  it('keeps what it knows while the service is away', async () => {
    const { api, store } = site(OPEN);
    await store.enter();
    await store.refresh();
    api.answers.set('GET info', () => failure(503, 'store'));
    await store.refresh();
    expect(store.state.info?.instance).toBe('main');
  });

  it('is shown as it was, as of then, while the service is away', async () => {
    const before: Record<string, unknown> = { session: SESSION, info: INFO };
    const kept: Kept = {
      get: (address) => before[address.replace('http://site/api/', '')],
      put: () => undefined,
      forget: () => undefined,
    };
    const away = { 'GET session': () => new Response('Bad gateway', { status: 502 }) };
    const { store } = site(away, true, kept);
    await store.enter();
    expect(store.state).toMatchObject({ gate: 'open', live: false, heard_ms: 940_000 });
    expect(store.now_s()).toBe(5060);
    delete before['info'];
    const unknown = site(away, true, kept).store;
    await unknown.enter();
    expect(unknown.state.gate).toBe('unreachable');
  });
});
