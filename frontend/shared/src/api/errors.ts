/** A call that failed: `code` is stable, `message` is one sentence for people. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The service could not be reached at all. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Nobody answered, or only what stands in front of the service. */
  get isAway(): boolean {
    return this.isOffline || (this.code === UNEXPECTED && this.status >= 502 && this.status <= 504);
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }
}

export const OFFLINE = 'offline';
/** It was not the service that answered, which names its failures. */
export const UNEXPECTED = 'unexpected';

/** Whatever was thrown, as an `ApiError`. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError(0, OFFLINE, message);
}
