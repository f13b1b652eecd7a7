import { describe, expect, it } from 'vitest';
import { writtenAbove } from '../../src/ui/plan/label-places';

describe('names of cameras on a plan', () => {
  const at = (places: Record<string, [number, number]>) =>
    new Map(Object.entries(places).map(([name, [x, y]]) => [name, { x, y }]));

  it('are below their camera while there is room', () => {
    const far = at({ entrance: [10, 50], driveway: [30, 50], garden: [10, 20] });
    expect([...writtenAbove(far, 2)]).toEqual([]);
  });

  it('go above where they would run into another', () => {
    const near = at({ entrance: [10, 50], driveway: [16, 49.5], garden: [10, 20] });
    expect([...writtenAbove(near, 2)]).toEqual(['entrance']);
  });
});
