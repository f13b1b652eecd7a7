/** A leg is tapped or held: the same for the plan, the bars and the list. */
import type { Leg, Route } from '../data/protocol';
import { fire } from '../ha';

export interface Chosen {
  leg: Leg;
  person: Pick<Route, 'identity_id' | 'name'>;
}

export type Gesture = 'tap' | 'hold';

export interface LegChosen extends Chosen {
  gesture: Gesture;
}

const HOLD_MS = 500;
/** A finger that moves further scrolls the page. */
const STILL_PX = 10;

export function chooseLeg(from: EventTarget, chosen: Chosen, gesture: Gesture, event: Event): void {
  event.preventDefault();
  fire(from, 'leg-chosen', { ...chosen, gesture } satisfies LegChosen);
}

/** Listens from a press on: a short one is a tap, a long one a hold, a moving one neither. */
export function pressed(from: EventTarget, chosen: Chosen): (event: PointerEvent) => void {
  return (down) => {
    if (down.button !== 0) return;
    const ends = new AbortController();
    const listen = { signal: ends.signal };
    const timer = setTimeout(() => {
      ends.abort();
      chooseLeg(from, chosen, 'hold', down);
    }, HOLD_MS);
    ends.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
    const end = (): void => {
      ends.abort();
    };
    window.addEventListener('pointercancel', end, listen);
    window.addEventListener(
      'pointermove',
      (move) => {
        const moved = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY);
        if (moved > STILL_PX) ends.abort();
      },
      listen,
    );
    window.addEventListener(
      'pointerup',
      (up) => {
        ends.abort();
        chooseLeg(from, chosen, 'tap', up);
      },
      listen,
    );
  };
}
