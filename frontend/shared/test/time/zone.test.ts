import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, offset, spanOfDay, startOfDay } from '../../src/time/zone';

const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text) / 1000;

describe('days in a zone', () => {
  it('are those of its clocks, not of UTC', () => {
    expect(dayOf(at('2026-11-22T23:30:00Z'), BERLIN)).toBe('2026-11-23');
    expect(dayOf(at('2026-11-22T23:30:00Z'), 'America/New_York')).toBe('2026-11-22');
  });

  it('begin at its midnight', () => {
    expect(startOfDay('2026-11-22', BERLIN)).toBe(at('2026-11-21T23:00:00Z'));
    expect(startOfDay('2026-07-01', BERLIN)).toBe(at('2026-06-30T22:00:00Z'));
    expect(startOfDay('2026-07-01', 'Pacific/Auckland')).toBe(at('2026-06-30T12:00:00Z'));
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-11-22', 24],
  ])('%s has %i hours', (day, hours) => {
    const [from, to] = spanOfDay(day, BERLIN);
    expect(to - from).toBe(hours * 3600);
  });

  it('follow each other over months and years', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('know how far clocks are ahead, also between full seconds', () => {
    expect(offset(at('2026-11-22T12:00:00Z') + 0.75, BERLIN)).toBe(3600);
    expect(offset(at('2026-11-22T12:00:00Z'), 'Asia/Kolkata')).toBe(19_800);
  });
});
