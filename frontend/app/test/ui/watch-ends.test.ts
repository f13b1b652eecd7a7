import { describe, expect, it } from 'vitest';
import { endOf } from '../../src/ui/watch-ends';

const at = (time: string): number => Date.parse(time) / 1000;

describe('how long somebody wants to be told', () => {
  const now_s = at('2026-11-22T20:30:00Z');

  it('is until they end it, a day or a week', () => {
    expect(endOf('never', now_s, 'UTC')).toBeNull();
    expect(endOf('day', now_s, 'UTC')).toBe(now_s + 86_400);
    expect(endOf('week', now_s, 'UTC')).toBe(now_s + 7 * 86_400);
  });

  it.each([
    ['2026-11-22T20:30:00Z', '2026-11-23T05:00:00Z'],
    ['2026-11-23T01:00:00Z', '2026-11-23T05:00:00Z'],
    ['2026-11-23T05:00:00Z', '2026-11-24T05:00:00Z'],
    // Clocks change in the night.
    ['2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z'],
    ['2026-03-28T20:00:00Z', '2026-03-29T04:00:00Z'],
  ])('tonight ends at six in the morning of the site: asked %s', (now, end) => {
    expect(endOf('tonight', at(now), 'Europe/Berlin')).toBe(at(end));
  });
});
