import { describe, expect, it } from 'vitest';
import type { LiveEvent, Socket } from '../../src/api/live';
import { LiveConnection, subprotocols } from '../../src/api/live';

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  readonly sent: { type: string; topics: string[] }[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text) as { type: string; topics: string[] });
  }

  close(): void {
    this.closed = true;
  }
}

function connection() {
  const sockets: FakeSocket[] = [];
  const pauses: number[] = [];
  let resume: () => void = () => undefined;
  const live = new LiveConnection({
    topics: ['identities', 'unheard'],
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    later: (seconds, action) => {
      pauses.push(seconds);
      resume = action;
      return () => (resume = () => undefined);
    },
  });
  return { live, sockets, pauses, resume: () => resume() };
}

describe('a live connection', () => {
  it('subscribes to each topic by itself, for older services know fewer', () => {
    const { live, sockets } = connection();
    live.start();
    sockets[0]?.onopen?.();
    expect(sockets[0]?.sent.map((each) => each.topics)).toEqual([['identities'], ['unheard']]);
    expect(live.connected).toBe(true);
  });

  it('hands events to listeners until they leave, and nothing else', () => {
    const { live, sockets } = connection();
    const heard: LiveEvent[] = [];
    const leave = live.subscribe((event) => heard.push(event));
    live.start();
    const event = { type: 'event', topic: 'identities', event: 'identity_changed', data: {} };
    for (const data of ['{', 42, '{"type":"hello"}', JSON.stringify(event)]) {
      sockets[0]?.onmessage?.({ data });
    }
    leave();
    sockets[0]?.onmessage?.({ data: JSON.stringify(event) });
    expect(heard).toEqual([{ topic: 'identities', event: 'identity_changed', data: {} }]);
  });

  it('comes back after growing pauses, and tells each coming and going', () => {
    const { live, sockets, pauses, resume } = connection();
    const states: boolean[] = [];
    live.onState((state) => states.push(state));
    live.start();
    sockets[0]?.onopen?.();
    for (let lost = 0; lost < 7; lost += 1) {
      sockets.at(-1)?.onclose?.();
      resume();
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
    sockets.at(-1)?.onopen?.();
    expect(states).toEqual([true, false, true]);
    sockets.at(-1)?.onclose?.();
    expect(pauses.at(-1)).toBe(1);
  });

  it('stays away once it was stopped', () => {
    const { live, sockets, resume } = connection();
    live.start();
    live.start();
    expect(sockets).toHaveLength(1);
    live.stop();
    expect(sockets[0]?.closed).toBe(true);
    sockets[0]?.onclose?.();
    resume();
    expect(sockets).toHaveLength(1);
  });
});

describe('the token in a sub-protocol', () => {
  it('is base64url, whatever letters it has', () => {
    expect(subprotocols('correct-horse')).toEqual(['frigate-reid', 'bearer.Y29ycmVjdC1ob3JzZQ']);
    expect(subprotocols('ä?>')[1]).toBe('bearer.w6Q_Pg');
  });

  it('is left out where none is needed', () => {
    expect(subprotocols(null)).toEqual([]);
  });
});
