/** Events as they happen: one WebSocket, opened again whenever it is lost. */

export interface LiveEvent {
  topic: string;
  event: string;
  data: unknown;
}

/** What is needed of a WebSocket; tests bring their own. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface LiveOptions {
  open: () => Socket;
  topics: readonly string[];
  /** Runs `action` after some seconds; returns how to call it off. */
  later: (seconds: number, action: () => void) => () => void;
}

type Listener = (event: LiveEvent) => void;
type StateListener = (connected: boolean) => void;

const SUBPROTOCOL = 'frigate-reid';
const LONGEST_PAUSE_S = 30;

export class LiveConnection {
  readonly #options: LiveOptions;
  readonly #listeners = new Set<Listener>();
  readonly #stateListeners = new Set<StateListener>();
  #socket: Socket | null = null;
  #attempts = 0;
  #callOff: (() => void) | null = null;
  #connected = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#connected;
  }

  start(): void {
    if (this.#socket !== null) return;
    this.#callOff?.();
    this.#callOff = null;
    const socket = this.#options.open();
    this.#socket = socket;
    socket.onopen = () => this.#onOpen(socket);
    socket.onmessage = (message) => this.#onMessage(message.data);
    socket.onclose = () => this.#onClose(socket);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#setConnected(false);
  }

  /** Returns how to stop listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hear when the connection comes and goes. After each coming, read everything anew. */
  onState(listener: StateListener): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  #onOpen(socket: Socket): void {
    this.#attempts = 0;
    // Topics of newer services are unknown to older ones: each is asked for by itself.
    this.#options.topics.forEach((topic, id) => {
      socket.send(JSON.stringify({ type: 'subscribe', id, topics: [topic] }));
    });
    this.#setConnected(true);
  }

  #onMessage(data: unknown): void {
    const message = parsed(data);
    if (message?.type !== 'event') return;
    const event = { topic: message.topic, event: message.event, data: message.data };
    for (const listener of [...this.#listeners]) listener(event);
  }

  #onClose(socket: Socket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.#setConnected(false);
    const pause = Math.min(LONGEST_PAUSE_S, 2 ** this.#attempts);
    this.#attempts += 1;
    this.#callOff = this.#options.later(pause, () => this.start());
  }

  #setConnected(connected: boolean): void {
    if (this.#connected === connected) return;
    this.#connected = connected;
    for (const listener of [...this.#stateListeners]) listener(connected);
  }
}

/** Sub-protocols that carry the token: browsers can send no header with a WebSocket. */
export function subprotocols(token: string | null): string[] {
  return token === null ? [] : [SUBPROTOCOL, `bearer.${base64url(token)}`];
}

function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

interface Message {
  type: string;
  topic: string;
  event: string;
  data: unknown;
}

function parsed(data: unknown): Message | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Message;
  } catch {
    return null;
  }
}
