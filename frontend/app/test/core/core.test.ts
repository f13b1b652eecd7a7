import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json';
import { t, tn, tOr } from '../../src/core/i18n';
import { KeptAnswers } from '../../src/core/kept';
import { PictureCache } from '../../src/core/pictures';
import { parsePlace, placeHash } from '../../src/core/router';
import { TokenKeeper } from '../../src/core/session';
import { Toasts } from '../../src/core/toasts';
import { FakeApi, failure } from '../fake-api';

describe('places in the app', () => {
  it.each([
    ['', [], {}],
    ['#/people', ['people'], {}],
    ['#/people/a%2Fb?day=2026-11-22&tab=', ['people', 'a/b'], { day: '2026-11-22', tab: '' }],
  ])('%s is understood', (hash, path, params) => {
    const place = parsePlace(hash);
    expect(place.path).toEqual(path);
    expect(Object.fromEntries(place.params)).toEqual(params);
  });

  it('are written without what is not given', () => {
    expect(placeHash(['people', 'a/b'], { day: '2026-11-22', tab: null })).toBe(
      '#/people/a%2Fb?day=2026-11-22',
    );
    expect(placeHash(['map'])).toBe('#/map');
  });
});

describe('words', () => {
  it('take values and count', () => {
    expect(t('people.renamed', { old: 'Person 1', name: 'Anna' })).toBe('Person 1 is Anna now.');
    expect(tn('people.sightings', 1)).toBe('1 sighting');
    expect(tn('people.sightings', 1200)).toBe('1,200 sightings');
    expect(tOr('term.unheard_of', 'unheard_of')).toBe('unheard_of');
  });

  it('have both forms wherever something is counted', () => {
    const keys = Object.keys(en);
    const bases = keys
      .filter((key) => /_(one|other)$/.test(key))
      .map((key) => key.replace(/_\w+$/, ''));
    const missing = bases.filter(
      (base) => !keys.includes(`${base}_one`) || !keys.includes(`${base}_other`),
    );
    expect(missing).toEqual([]);
  });

  it('are sorted, so that changes do not collide', () => {
    const keys = Object.keys(en);
    expect(keys).toEqual([...keys].sort());
  });
});

class FakeStorage {
  readonly #items = new Map<string, string>();
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
}

describe('the token', () => {
  it('is kept for the tab, or on the device for who wants that, never in both', () => {
    const [tab, device] = [new FakeStorage(), new FakeStorage()];
    const keeper = new TokenKeeper(tab as unknown as Storage, device as unknown as Storage);
    expect(keeper.get()).toBeNull();
    keeper.keep('one', false);
    expect(device.getItem('frigate-reid-token')).toBeNull();
    expect(keeper.get()).toBe('one');
    keeper.keep('two', true);
    expect(tab.getItem('frigate-reid-token')).toBeNull();
    expect(keeper.get()).toBe('two');
    keeper.forget();
    expect(keeper.get()).toBeNull();
  });
});

describe('the cache of pictures', () => {
  function cache(kept: number) {
    const fetched: string[] = [];
    const revoked: string[] = [];
    let fails = false;
    const pictures = new PictureCache(
      {
        fetch: async (path) => {
          fetched.push(path);
          if (fails) throw new Error('gone');
          return new Blob([path]);
        },
        toUrl: () => `blob:${fetched.length}`,
        revoke: (url) => revoked.push(url),
      },
      kept,
    );
    return { pictures, fetched, revoked, fail: (now: boolean) => (fails = now) };
  }

  it('fetches a picture once for all who show it', async () => {
    const { pictures, fetched } = cache(2);
    const urls = await Promise.all([pictures.acquire('a'), pictures.acquire('a')]);
    expect(urls[0]).toBe(urls[1]);
    expect(fetched).toEqual(['a']);
  });

  it('lets the least used go, but never one that is shown', async () => {
    const { pictures, revoked } = cache(1);
    const shown = await pictures.acquire('shown');
    for (const path of ['b', 'c']) {
      await pictures.acquire(path);
      pictures.release(path);
    }
    await Promise.resolve();
    expect(revoked).not.toContain(shown);
    expect(revoked).toHaveLength(2);
    expect(pictures.size).toBe(1);
  });

  it('tries a picture again that failed before', async () => {
    const { pictures, fetched, fail } = cache(5);
    fail(true);
    await expect(pictures.acquire('a')).rejects.toThrow('gone');
    fail(false);
    await expect(pictures.acquire('a')).resolves.toContain('blob:');
    expect(fetched).toEqual(['a', 'a']);
  });
});

describe('messages with a way back', () => {
  function toasts(answers: Record<string, unknown>) {
    const api = new FakeApi(answers);
    return { api, toasts: new Toasts(api.client, () => undefined) };
  }

  it('undo the newest first, and tell those who show what was undone', async () => {
    const { api, toasts: shown } = toasts({
      'POST decisions/d1/undo': {},
      'POST decisions/d2/undo': {},
    });
    let told = 0;
    shown.onUndone(() => (told += 1));
    shown.done('Merged.', ['d1', 'd2']);
    shown.done('Without a way back.');
    await shown.undoLast('Taken back.');
    expect(api.made).toEqual(['POST decisions/d2/undo', 'POST decisions/d1/undo']);
    expect(shown.state.toasts.map((toast) => toast.text)).toEqual([
      'Without a way back.',
      'Taken back.',
    ]);
    expect(told).toBe(1);
  });

  it('say why something cannot be undone', async () => {
    const { toasts: shown } = toasts({
      'POST decisions/d1/undo': () => failure(409, 'conflict', 'Undo the later one first.'),
    });
    shown.done('Merged.', ['d1']);
    await shown.undoLast('Taken back.');
    expect(shown.state.toasts).toMatchObject([
      { kind: 'error', text: 'Undo the later one first.' },
    ]);
  });
});

describe('kept answers', () => {
  const storage = (): Storage => new FakeStorage() as unknown as Storage;

  it('come back after a reload, with when the last of them came', () => {
    const tab = storage();
    const kept = new KeptAnswers(tab);
    kept.put('a', { name: 'Anna' });
    kept.write();
    const again = new KeptAnswers(tab);
    expect(again.get('a')).toEqual({ name: 'Anna' });
    expect(again.heard_ms).toBe(kept.heard_ms);
    again.forget();
    expect(new KeptAnswers(tab).get('a')).toBeUndefined();
  });

  it('are the newest, as far as there is room', () => {
    const tab = storage();
    const kept = new KeptAnswers(tab);
    for (let at = 0; at < 70; at += 1) kept.put(`a${at}`, at);
    expect([kept.get('a9'), kept.get('a10')]).toEqual([undefined, 10]);
    kept.put('large', 'x'.repeat(999_970));
    kept.put('last', 1);
    kept.write();
    const again = new KeptAnswers(tab);
    expect(['last', 'large', 'a69'].map((each) => again.get(each) !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are none where the tab keeps something else, or has no room', () => {
    const tab = storage();
    tab.setItem('frigate-reid-kept', 'no JSON');
    const kept = new KeptAnswers(tab);
    expect(kept.heard_ms).toBe(0);
    kept.put('a', 1);
    tab.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => kept.write()).not.toThrow();
  });
});
