import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed, asking, sentenceOf, subscribing } from '../src/data/feed';
import type { Hass } from '../src/ha';

/** A connection that remembers whom it tells, and who left. */
function house(): {
  hass: Hass;
  told: Map<string, (value: string) => void>;
  left: string[];
  ready: Set<() => void>;
  fails: (message: string | null) => void;
} {
  const told = new Map<string, (value: string) => void>();
  const left: string[] = [];
  const ready = new Set<() => void>();
  let failure: string | null = null;
  const connection = {
    subscribeMessage: async (tell: (value: string) => void, { type }: { type: string }) => {
      if (failure !== null) throw new Error(failure);
      told.set(type, tell);
      return async () => left.push(type);
    },
    addEventListener: (_: string, listener: () => void) => ready.add(listener),
    removeEventListener: (_: string, listener: () => void) => ready.delete(listener),
  };
  const callWS = async ({ type }: { type: string }): Promise<string> => {
    if (failure !== null) throw new Error(failure);
    return `answer to ${type}`;
  };
  const hass = { connection, callWS } as unknown as Hass;
  return { hass, told, left, ready, fails: (message) => (failure = message) };
}

const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const host = { addController: vi.fn(), requestUpdate: vi.fn() };
const feedOf = (open = subscribing<string>()): Feed<string> =>
  new Feed(host as unknown as ReactiveControllerHost, open);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a feed', () => {
  it('holds the last answer of each request, in their order', async () => {
    const { hass, told } = house();
    const feed = feedOf();
    feed.follow(hass, [{ type: 'a' }, { type: 'b' }]);
    await settled();
    told.get('b')?.('of b');
    expect(feed.values).toEqual(['of b']);
    told.get('a')?.('of a');
    told.get('b')?.('newer');
    expect(feed.values).toEqual(['of a', 'newer']);
    expect(feed.problem).toBeNull();
  });

  it('leaves what is no longer wanted and goes on with the rest', async () => {
    const { hass, told, left } = house();
    const feed = feedOf();
    feed.follow(hass, [{ type: 'a' }, { type: 'b' }]);
    await settled();
    told.get('a')?.('of a');
    feed.follow(hass, [{ type: 'a' }]);
    await settled();
    expect(left).toEqual(['b']);
    expect(feed.values).toEqual(['of a']);
    told.get('b')?.('too late');
    expect(feed.values).toEqual(['of a']);
  });

  it('says what failed, tries again in time, and is well then', async () => {
    const { hass, told, fails } = house();
    const feed = feedOf();
    feed.hostConnected();
    fails('Not allowed');
    feed.follow(hass, [{ type: 'a' }]);
    await settled();
    expect(feed.problem).toBe('Not allowed');
    fails(null);
    await vi.advanceTimersByTimeAsync(6 * 3600 * 1000);
    told.get('a')?.('of a');
    expect(feed.problem).toBeNull();
    expect(feed.values).toEqual(['of a']);
    feed.hostDisconnected();
  });

  it('begins anew with another connection, and ends when its card goes', async () => {
    const [old, young] = [house(), house()];
    const feed = feedOf();
    feed.follow(old.hass, [{ type: 'a' }]);
    await settled();
    feed.follow(young.hass, [{ type: 'a' }]);
    await settled();
    expect(old.left).toEqual(['a']);
    expect([...young.told.keys()]).toEqual(['a']);
    feed.hostDisconnected();
    await settled();
    expect(young.left).toEqual(['a']);
  });

  it('that failed to begin is quiet once nobody wants it', async () => {
    const { hass, fails } = house();
    fails('gone');
    const feed = feedOf();
    feed.follow(hass, [{ type: 'a' }]);
    feed.follow(hass, []);
    await settled();
    expect(feed.problem).toBeNull();
  });
});

describe('asking', () => {
  it('asks once, and again when the connection is back; a failure leaves what was known', async () => {
    const { hass, ready, fails } = house();
    const feed = feedOf(asking<string>());
    feed.follow(hass, [{ type: 'plan' }]);
    await settled();
    expect(feed.values).toEqual(['answer to plan']);
    fails('away');
    ready.forEach((again) => {
      again();
    });
    await settled();
    expect(feed.values).toEqual(['answer to plan']);
    expect(feed.problem).toBeNull();
    feed.follow(hass, []);
    await settled();
    expect(ready.size).toBe(0);
  });
});

describe('a failure', () => {
  it.each([
    [{ message: 'No service' }, 'No service'],
    [{ message: '' }, '[object Object]'],
    ['plain', 'plain'],
    [null, 'null'],
  ])('%j is told as %s', (error, sentence) => {
    expect(sentenceOf(error)).toBe(sentence);
  });
});
