import { describe, expect, it } from 'vitest';
import type { Pair, Point } from '../../src/plan/homography';
import { fitHomography, project, residual } from '../../src/plan/homography';

/** A camera that looks down a yard: far points lie close together in the picture. */
const TRUE_H = [420, 130, 210, -30, 880, 95, 0.1, 0.9, 0.4];
const seen: Point[] = [
  { x: 0.1, y: 0.9 },
  { x: 0.9, y: 0.95 },
  { x: 0.2, y: 0.4 },
  { x: 0.8, y: 0.45 },
  { x: 0.5, y: 0.6 },
  { x: 0.35, y: 0.75 },
];

function onPlan(image: Point): Point {
  const at = project(TRUE_H, image);
  if (at === null) throw new Error('the example is wrong');
  return at;
}

const pairs: Pair[] = seen.map((image) => ({ image, plan: onPlan(image) }));

describe('a homography', () => {
  it.each([4, 5, 6])('through %i exact pairs finds every other point', (count) => {
    const found = fitHomography(pairs.slice(0, count));
    expect(found).not.toBeNull();
    for (const image of [
      { x: 0.5, y: 0.5 },
      { x: 0.15, y: 0.8 },
    ]) {
      const at = project(found ?? [], image);
      expect(at?.x).toBeCloseTo(onPlan(image).x, 6);
      expect(at?.y).toBeCloseTo(onPlan(image).y, 6);
    }
  });

  it('has no residual where all agree, and one where somebody slipped', () => {
    const exact = fitHomography(pairs);
    expect(residual(exact ?? [], pairs)).toBeLessThan(1e-6);
    const slipped = pairs.map((pair, index) =>
      index === 2 ? { ...pair, plan: { x: pair.plan.x + 40, y: pair.plan.y } } : pair,
    );
    const fitted = fitHomography(slipped);
    const missed = residual(fitted ?? [], slipped);
    expect(missed).toBeGreaterThan(2);
    expect(missed).toBeLessThan(40);
  });

  it('is not found through fewer than four pairs', () => {
    expect(fitHomography(pairs.slice(0, 3))).toBeNull();
  });

  it('is not found through points on one line, or on one spot', () => {
    const line = [0.1, 0.3, 0.5, 0.9].map((x) => ({
      image: { x, y: 0.5 },
      plan: { x: 100 * x, y: 50 },
    }));
    expect(fitHomography(line)).toBeNull();
    const spot = pairs.map((pair) => ({ ...pair, image: { x: 0.5, y: 0.5 } }));
    expect(fitHomography(spot)).toBeNull();
  });

  it('leads nowhere at the horizon, nor above it', () => {
    expect(project([1, 0, 0, 0, 1, 0, 0, 2, -1], { x: 0.3, y: 0.2 })).toBeNull();
    expect(project([1, 0, 0, 0, 1, 0, 0, 2, -1], { x: 0.3, y: 0.5 })).toBeNull();
    expect(
      residual([1, 0, 0, 0, 1, 0, 0, 2, -1], [{ image: { x: 0, y: 0.5 }, plan: { x: 0, y: 0 } }]),
    ).toBe(Infinity);
  });
});
