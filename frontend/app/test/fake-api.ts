import type { Kept } from '@frigate-reid/shared/api/client';
import { ApiClient } from '@frigate-reid/shared/api/client';
import { LiveConnection } from '@frigate-reid/shared/api/live';
import type { Identity, Leg, Review, Sighting } from '@frigate-reid/shared/api/models';

export interface Call {
  method: string;
  path: string;
  query: Record<string, string[]>;
  body: unknown;
}

type Answer = unknown;

/** A service that answers as a test says: by method and path, with a value or a function. */
export class FakeApi {
  readonly calls: Call[] = [];
  readonly answers = new Map<string, Answer>();
  readonly client: ApiClient;

  constructor(answers: Record<string, Answer> = {}, kept?: Kept) {
    this.client = new ApiClient({
      base: 'http://site/api/',
      token: () => null,
      fetch: (input, init) => this.#fetch(String(input), init ?? {}),
      ...(kept ? { kept } : {}),
    });
    for (const [call, answer] of Object.entries(answers)) this.answers.set(call, answer);
  }

  /** Calls as `METHOD path`, in their order. */
  get made(): string[] {
    return this.calls.map(({ method, path }) => `${method} ${path}`);
  }

  find(call: string): Call | undefined {
    return this.calls.findLast(({ method, path }) => `${method} ${path}` === call);
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url);
    const path = decodeURIComponent(pathname.replace('/api/', ''));
    const query: Record<string, string[]> = {};
    for (const name of searchParams.keys()) query[name] = searchParams.getAll(name);
    const text = typeof init.body === 'string' ? init.body : 'null';
    const call = { method: init.method ?? 'GET', path, query, body: JSON.parse(text) as unknown };
    this.calls.push(call);
    const answer = this.answers.get(`${call.method} ${path}`);
    const given: unknown = typeof answer === 'function' ? answer(call) : answer;
    if (given instanceof Response) return given;
    if (given === undefined) return failure(404, 'not_found', 'There is no such thing.');
    return Response.json(await given);
  }
}

export function failure(status: number, code: string, message = 'It failed.'): Response {
  return Response.json({ code, message }, { status });
}

/** A connection that a test speaks through. */
export function fakeLive(): { live: LiveConnection; tell: (topic: string, data: unknown) => void } {
  const socket = {
    onopen: null,
    onclose: null,
    onmessage: null as ((message: { data: unknown }) => void) | null,
    send: () => undefined,
    close: () => undefined,
  };
  const live = new LiveConnection({
    topics: [],
    open: () => socket,
    later: () => () => undefined,
  });
  live.start();
  const tell = (topic: string, data: unknown): void =>
    socket.onmessage?.({ data: JSON.stringify({ type: 'event', topic, event: topic, data }) });
  return { live, tell };
}

const NOTHING = { upper: null, lower: null };

export function identity(number: number, change: Partial<Identity> = {}): Identity {
  return {
    id: `p${number}`,
    number,
    label: change.name ?? `Person ${number}`,
    name: null,
    aliases: [],
    hidden: false,
    exposed: false,
    created_s: number,
    sightings: 2,
    first_seen_s: 0,
    last_seen_s: 100,
    last_camera: 'gate',
    on_site: false,
    crop_id: `crop${number}`,
    feature_crop_id: null,
    attributes: NOTHING,
    words: '',
    ...change,
  };
}

export function sighting(id: string, change: Partial<Sighting> = {}): Sighting {
  return {
    id,
    frigate_instance: 'frigate',
    event_id: id,
    camera: 'gate',
    state: 'closed',
    start_s: 0,
    last_seen_s: 10,
    firm: true,
    identity_id: 'p1',
    identity_label: 'Person 1',
    sub_label: null,
    zones: [],
    crop_id: null,
    attributes: NOTHING,
    words: '',
    motion: { dwell_s: 10, direction: 'none', speed: null },
    ...change,
  };
}

export function leg(camera: string, start_s: number, end_s: number): Leg {
  return {
    sighting_id: `${camera}-${start_s}`,
    event_id: '',
    frigate_instance: 'frigate',
    camera,
    start_s,
    end_s,
    firm: true,
    certainty: 'likely',
    doubted: false,
    crop_id: null,
  };
}

export function review(id: string, a = identity(1), b = identity(2)): Review {
  return {
    ...{ id, a, b, probability: 0.6, sightings: 1, terms: [] },
    group: [a.id, b.id],
    nearest: null,
  };
}
