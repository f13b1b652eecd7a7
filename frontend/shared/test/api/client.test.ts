import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../src/api/client';
import { ApiError, asApiError } from '../../src/api/errors';

interface Sent {
  url: string;
  init: RequestInit;
}

function clientOver(answer: () => Response | Promise<Response>, token: string | null = 'secret') {
  const sent: Sent[] = [];
  let refused = 0;
  const client = new ApiClient({
    base: 'http://site/app/api/',
    token: () => token,
    onUnauthorized: () => (refused += 1),
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      return answer();
    },
  });
  return { client, sent, refusals: () => refused };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

describe('calls of the service', () => {
  it('are relative to the page and carry the token as a header, never in the address', async () => {
    const { client, sent } = clientOver(() => json({ items: [] }));
    await client.get('identities', { q: 'Anna B', camera: ['a', 'b'], day: null, cursor: '' });
    expect(sent[0]?.url).toBe('http://site/app/api/identities?q=Anna+B&camera=a&camera=b');
    expect(sent[0]?.init.headers).toEqual({ Authorization: 'Bearer secret' });
  });

  it('carry no header where no token is needed', async () => {
    const { client, sent } = clientOver(() => json({}), null);
    await client.get('info');
    expect(sent[0]?.init.headers).toEqual({});
  });

  it('send bodies as JSON and files as they are', async () => {
    const { client, sent } = clientOver(() => json({}));
    await client.post('searches', { sighting_id: 'x' });
    expect(sent[0]?.init.body).toBe('{"sighting_id":"x"}');
    const file = new Blob(['<svg/>'], { type: 'image/svg+xml' });
    await client.upload('PUT', 'floors/1/picture', file);
    expect(sent[1]?.init.body).toBe(file);
    expect(sent[1]?.init.headers).toMatchObject({ 'Content-Type': 'image/svg+xml' });
  });
});

describe('failures', () => {
  it('keep the code and the sentence of the service', async () => {
    const { client } = clientOver(() => json({ code: 'conflict', message: 'Too late.' }, 409));
    await expect(client.get('x')).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
      message: 'Too late.',
    });
  });

  it('of something in between are told by their status', async () => {
    const { client } = clientOver(() => new Response('<html>', { status: 502 }));
    await expect(client.get('x')).rejects.toMatchObject({ status: 502, code: 'unexpected' });
  });

  it('of the connection are told as offline', async () => {
    const { client } = clientOver(() => {
      throw new TypeError('failed to fetch');
    });
    const error = asApiError(await client.get('x').catch((each: unknown) => each));
    expect(error.isOffline).toBe(true);
  });

  it('of the token are passed on to whoever asks for it', async () => {
    const { client, refusals } = clientOver(() => json({ code: 'unauthorized', message: '' }, 401));
    await expect(client.get('x')).rejects.toBeInstanceOf(ApiError);
    expect(refusals()).toBe(1);
  });

  it('by calling off stay what they are', async () => {
    const { client } = clientOver(() => {
      throw new DOMException('', 'AbortError');
    });
    await expect(client.get('x')).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('while the service is away', () => {
  function clientWithKept(whyNot: () => string | null = () => null) {
    const known = new Map<string, unknown>();
    let answer: () => Response = () => json({ name: 'Anna' });
    const sent: string[] = [];
    const client = new ApiClient({
      base: 'http://site/api/',
      token: () => null,
      kept: {
        get: (address) => known.get(address),
        put: (address, value) => void known.set(address, value),
        forget: () => known.clear(),
      },
      whyNot,
      fetch: async (url, init) => {
        sent.push(`${init?.method} ${String(url)}`);
        return answer();
      },
    });
    const away = (how: () => Response): void => void (answer = how);
    return { client, sent, known, away };
  }
  const unreachable = (): never => {
    throw new TypeError('Failed to fetch');
  };

  it.each([
    ['nobody answers', unreachable],
    ['a proxy answers for it', () => new Response('Bad gateway', { status: 502 })],
  ])('what it answered before stands in: %s', async (_, how) => {
    const { client, away } = clientWithKept();
    await client.get('identities', { q: 'a' });
    away(how);
    expect(await client.get('identities', { q: 'a' })).toEqual({ name: 'Anna' });
    await expect(client.getNow('identities', { q: 'a' })).rejects.toMatchObject({ isAway: true });
    await expect(client.get('identities', { q: 'b' })).rejects.toMatchObject({ isAway: true });
  });

  it('what was asked of another present time stands in', async () => {
    const { client, away } = clientWithKept();
    const keptAs = { camera: 'gate', from: 'a day ago' };
    await client.get('sightings', { camera: 'gate', from: 1000.5 }, keptAs);
    away(unreachable);
    const later = { camera: 'gate', from: 1007.25 };
    expect(await client.get('sightings', later, keptAs)).toEqual({ name: 'Anna' });
    await expect(client.get('sightings', later)).rejects.toMatchObject({ isAway: true });
  });

  it('its own refusals are told, whatever is known', async () => {
    const { client, away } = clientWithKept();
    await client.get('info');
    away(() => json({ code: 'store', message: 'No database.' }, 503));
    await expect(client.get('info')).rejects.toMatchObject({ code: 'store', isAway: false });
  });

  it('nothing that is changed is sent, and the reason is said', async () => {
    const { client, sent } = clientWithKept(() => 'Not connected.');
    await expect(client.post('identities/a/merge')).rejects.toThrow('Not connected.');
    await client.get('info');
    expect(sent).toEqual(['GET http://site/api/info']);
  });

  it('what was deleted does not come back: a change forgets what was read before it', async () => {
    const { client, known } = clientWithKept();
    await client.get('identities/a');
    await client.delete('identities/a');
    expect(known.size).toBe(0);
  });
});
