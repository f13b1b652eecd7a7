import { ApiError, OFFLINE, UNEXPECTED } from './errors';

export type Query = Record<
  string,
  string | number | boolean | readonly string[] | null | undefined
>;

export interface ApiOptions {
  /** Address that calls are relative to; ends with a slash. */
  base: string;
  /** The token, or null where none is needed. */
  token: () => string | null;
  fetch?: typeof fetch;
  /** Called when the service wants a token, or another one. */
  onUnauthorized?: () => void;
  /** Answers from before, which stand in while the service is away. */
  kept?: Kept;
  /** Why nothing can be changed now, as a sentence; null while it can. */
  whyNot?: () => string | null;
}

/** Keeps answers by their whole address. */
export interface Kept {
  get: (address: string) => unknown;
  put: (address: string, answer: unknown) => void;
  forget: () => void;
}

/** Calls of the service. Every failure is an `ApiError`. */
export class ApiClient {
  readonly #options: ApiOptions;
  readonly #fetch: typeof fetch;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
  }

  /** What the service answers; while it is away, what it answered before.
   *
   * `keptAs` stands for the query where that holds the present time, and is another one each time.
   */
  async get<T>(path: string, query?: Query, keptAs: Query | undefined = query): Promise<T> {
    try {
      return await this.getNow<T>(path, query, keptAs);
    } catch (error) {
      const before = this.before<T>(path, keptAs);
      if (before === undefined || !(error instanceof ApiError) || !error.isAway) throw error;
      return before;
    }
  }

  /** The same, but never from before. */
  async getNow<T>(path: string, query?: Query, keptAs: Query | undefined = query): Promise<T> {
    const answer = await this.#json<T>('GET', path, { query });
    this.#options.kept?.put(this.address(path, keptAs), answer);
    return answer;
  }

  /** What the service answered before, if that is still known. */
  before<T>(path: string, query?: Query): T | undefined {
    return this.#options.kept?.get(this.address(path, query)) as T | undefined;
  }

  post<T>(path: string, body: unknown = {}, query?: Query): Promise<T> {
    return this.#json<T>('POST', path, { body, query });
  }

  put<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return this.#json<T>('PUT', path, { body, query });
  }

  patch<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return this.#json<T>('PATCH', path, { body, query });
  }

  delete<T>(path: string, query?: Query): Promise<T> {
    return this.#json<T>('DELETE', path, { query });
  }

  /** A picture, a clip or another file. */
  async blob(path: string, query?: Query, signal?: AbortSignal): Promise<Blob> {
    const response = await this.#send('GET', path, { query, signal });
    return response.blob();
  }

  /** Send a file as it is. */
  async upload<T>(method: 'POST' | 'PUT', path: string, file: Blob, query?: Query): Promise<T> {
    const response = await this.#send(method, path, { file, query });
    return (await readJson(response)) as T;
  }

  /** The whole address of a call. */
  address(path: string, query?: Query): string {
    const url = new URL(path, this.#options.base);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value === null || value === undefined || value === '') continue;
      const values = Array.isArray(value) ? value : [value];
      for (const each of values) url.searchParams.append(name, String(each));
    }
    return url.href;
  }

  async #json<T>(method: string, path: string, call: Call): Promise<T> {
    const response = await this.#send(method, path, call);
    return (await readJson(response)) as T;
  }

  async #send(method: string, path: string, call: Call): Promise<Response> {
    const isWrite = method !== 'GET';
    const reason = isWrite ? this.#options.whyNot?.() : null;
    if (reason) throw new ApiError(0, OFFLINE, reason);
    let response: Response;
    try {
      response = await this.#fetch(this.address(path, call.query), this.#request(method, call));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiError(0, OFFLINE, 'The service cannot be reached.');
    }
    if (response.ok) {
      // What was read before is no longer so, and what was deleted must not come back.
      if (isWrite) this.#options.kept?.forget();
      return response;
    }
    if (response.status === 401) this.#options.onUnauthorized?.();
    throw await failureOf(response);
  }

  #request(method: string, call: Call): RequestInit {
    const token = this.#options.token();
    const headers: Record<string, string> = {};
    if (token !== null) headers['Authorization'] = `Bearer ${token}`;
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.file !== undefined) headers['Content-Type'] = call.file.type;
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    return { method, headers, body: call.file ?? body, signal: call.signal ?? null };
  }
}

interface Call {
  query?: Query | undefined;
  body?: unknown;
  file?: Blob;
  signal?: AbortSignal | undefined;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  return response.json();
}

async function failureOf(response: Response): Promise<ApiError> {
  try {
    const failure = (await response.json()) as { code?: unknown; message?: unknown };
    if (typeof failure.code === 'string' && typeof failure.message === 'string') {
      return new ApiError(response.status, failure.code, failure.message);
    }
  } catch {
    // Something between us and the service answered in its own way.
  }
  return new ApiError(
    response.status,
    UNEXPECTED,
    `The service answered with status ${response.status}.`,
  );
}
