import { describe, expect, it } from 'vitest';
import { ago, clockTime, dayName, duration, roughly, signedOffset } from '../../src/time/format';
import { timeTicks, tickStep } from '../../src/time/ticks';

const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text) / 1000;
const words = { today: 'Today', yesterday: 'Yesterday' };

describe('times in words', () => {
  it('show the clock of the zone', () => {
    expect(clockTime(at('2026-11-22T07:02:10.9Z'), BERLIN)).toBe('08:02');
    expect(clockTime(at('2026-11-22T07:02:10.9Z'), BERLIN, true)).toBe('08:02:10');
    expect(clockTime(at('2026-11-22T23:00:00Z'), BERLIN)).toBe('00:00');
  });

  it.each([
    [0, '0:00'],
    [41.4, '0:41'],
    [59.6, '1:00'],
    [725, '12:05'],
    [3727, '1:02:07'],
    [-3, '0:00'],
  ])('%f seconds are %s', (seconds, shown) => {
    expect(duration(seconds)).toBe(shown);
  });

  it.each([
    [30, { value: 30, unit: 'second' }],
    [119, { value: 2, unit: 'minute' }],
    [-7200, { value: 2, unit: 'hour' }],
    [200_000, { value: 2, unit: 'day' }],
  ])('%f seconds are roughly so much', (seconds, expected) => {
    expect(roughly(seconds)).toEqual(expected);
  });

  it('say how long ago and how far away', () => {
    expect(ago(130, 'en')).toBe('2 minutes ago');
    expect(signedOffset(48)).toBe('+0:48');
    expect(signedOffset(-120)).toBe('−2:00');
    expect(signedOffset(-0.2)).toBe('+0:00');
  });

  it('name days from today on backwards', () => {
    const now_s = at('2026-11-22T23:30:00Z');
    expect(dayName('2026-11-23', now_s, BERLIN, 'en', words)).toBe('Today');
    expect(dayName('2026-11-22', now_s, BERLIN, 'en', words)).toBe('Yesterday');
    expect(dayName('2026-11-20', now_s, BERLIN, 'en-GB', words)).toMatch(/^Fri,? 20 Nov$/);
    expect(dayName('2025-11-20', now_s, BERLIN, 'en-GB', words)).toContain('2025');
  });
});

describe('ticks of a timeline', () => {
  it('are round times of the zone', () => {
    const from = at('2026-11-22T07:12:00Z');
    const ticks = timeTicks(from, from + 3 * 3600, 4, 'Asia/Kolkata');
    expect(ticks.map((tick) => clockTime(tick, 'Asia/Kolkata'))).toEqual([
      '13:00',
      '14:00',
      '15:00',
    ]);
  });

  it('stay round where clocks change', () => {
    const from = at('2026-10-24T22:00:00Z');
    const ticks = timeTicks(from, from + 25 * 3600, 5, BERLIN);
    expect(ticks.map((tick) => clockTime(tick, BERLIN))).toEqual(
      expect.arrayContaining(['06:00', '12:00', '18:00']),
    );
  });

  it.each([
    [60, 6, 10],
    [3600, 5, 900],
    [86_400, 8, 10_800],
    [90 * 86_400, 6, 15 * 86_400],
  ])('over %i seconds, at most %i, are %i apart', (span, most, step) => {
    expect(tickStep(span, most)).toBe(step);
  });

  it('lie within the span and are not too many', () => {
    for (let span = 7; span < 1e7; span *= 3) {
      const ticks = timeTicks(1_790_000_013, 1_790_000_013 + span, 6, BERLIN);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.every((tick) => tick >= 1_790_000_013 && tick <= 1_790_000_013 + span)).toBe(
        true,
      );
    }
  });
});
