import { describe, expect, it } from 'vitest';
import { barsOf, busySpan, neighbour } from '../src/logic/strip';
import { leg, route } from './site';

describe('barsOf', () => {
  it('is a bar for each leg, as shares of the span', () => {
    const [bar] = barsOf(route(leg('gate', 125, 150)), 100, 200);
    expect(bar).toMatchObject({ start: 0.25, width: 0.25 });
  });

  it('cuts legs at the edges and leaves out those beyond', () => {
    const bars = barsOf(route(leg('gate', 0, 50), leg('yard', 90, 120)), 100, 200);
    expect(bars).toHaveLength(1);
    expect(bars[0]).toMatchObject({ start: 0, width: 0.2 });
  });

  it('keeps the shortest leg visible, also at the very end', () => {
    const [bar] = barsOf(route(leg('gate', 199.9, 200)), 100, 200);
    expect(bar?.width).toBeGreaterThan(0);
    expect((bar?.start ?? 1) + (bar?.width ?? 1)).toBeLessThanOrEqual(1);
  });

  it('has none without a span', () => {
    expect(barsOf(route(leg('gate', 0, 1)), 5, 5)).toEqual([]);
  });
});

describe('busySpan', () => {
  it('is as long as somebody was there, with a little room', () => {
    const [from_s, to_s] = busySpan([route(leg('gate', 1000, 2000))], 0, 86_400);
    expect([from_s, to_s]).toEqual([960, 2040]);
  });

  it('is the whole span where nobody was', () => {
    expect(busySpan([route()], 0, 86_400)).toEqual([0, 86_400]);
  });
});

describe('neighbour', () => {
  const routes = [route(leg('gate', 100, 110)), route(leg('yard', 50, 60), leg('yard', 150, 160))];

  it.each([
    [100, 1, 150],
    [100, -1, 50],
    [0, 1, 50],
  ] as const)('of %d in direction %d', (time_s, step, start_s) => {
    expect(neighbour(routes, time_s, step)?.start_s).toBe(start_s);
  });

  it('is none beyond the last', () => {
    expect(neighbour(routes, 150, 1)).toBeNull();
  });
});
