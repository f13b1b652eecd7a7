import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/plan/calibration';
import type { Pair } from '../../src/plan/homography';
import { project } from '../../src/plan/homography';

/** The service's own cases: both sides must come to the same. */
const FILE = new URL('../../../../tests/fixtures/projection.json', import.meta.url);

interface Case {
  pairs: Pair[];
  metres_per_unit: number | null;
  residual_units: number | null;
  problems: string[];
  usable: boolean;
  projected: { image: { x: number; y: number }; plan: { x: number; y: number } | null }[];
}

const cases: [string, Case][] = existsSync(FILE)
  ? Object.entries(
      (JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Record<string, Case> }).cases,
    )
  : [];

describe.skipIf(cases.length === 0)('pairs of the service', () => {
  it.each(cases)('%s: the same verdict', (_name, expected) => {
    const found = assess(expected.pairs, expected.metres_per_unit);
    expect(found.problems).toEqual(expected.problems);
    expect(found.usable).toBe(expected.usable);
    if (expected.residual_units === null) expect(found.residual_units).toBeNull();
    else {
      // It depends on what is minimised where the pairs do not agree.
      const slack = 0.001 + 0.1 * expected.residual_units;
      expect(Math.abs((found.residual_units ?? Infinity) - expected.residual_units)).toBeLessThan(
        slack,
      );
    }
  });

  it.each(cases.filter(([, each]) => each.residual_units === 0 || each.pairs.length === 4))(
    '%s: the same places',
    (_name, expected) => {
      const { homography } = assess(expected.pairs, expected.metres_per_unit);
      for (const { image, plan } of expected.projected) {
        const at = project(homography ?? [], image);
        if (plan === null) expect(at).toBeNull();
        else {
          expect(at?.x).toBeCloseTo(plan.x, 2);
          expect(at?.y).toBeCloseTo(plan.y, 2);
        }
      }
    },
  );
});

describe('pairs while they are made', () => {
  const pair = (x: number, y: number): Pair => ({
    image: { x, y },
    plan: { x: 100 * x, y: 100 * y },
  });

  it('are too few, then unproven, then fine', () => {
    const pairs = [pair(0.1, 0.9), pair(0.9, 0.9), pair(0.3, 0.4), pair(0.7, 0.4), pair(0.5, 0.6)];
    expect(assess(pairs.slice(0, 3), null)).toMatchObject({ problems: ['too_few'], usable: false });
    expect(assess(pairs.slice(0, 4), null)).toMatchObject({ problems: ['unproven'], usable: true });
    expect(assess(pairs, null)).toMatchObject({ problems: [], usable: true });
  });

  it('on one line are told', () => {
    const pairs = [0.1, 0.3, 0.6, 0.9].map((x) => pair(x, x));
    expect(assess(pairs, null).problems).toEqual(['collinear']);
  });

  it('in a corner of the frame are told', () => {
    const pairs = [
      pair(0.5, 0.5),
      pair(0.6, 0.5),
      pair(0.6, 0.6),
      pair(0.5, 0.6),
      pair(0.56, 0.53),
    ];
    expect(assess(pairs, null).problems).toEqual(['clustered']);
  });

  it('that exchange left and right are told', () => {
    const pairs = [pair(0.1, 0.9), pair(0.9, 0.9), pair(0.3, 0.4), pair(0.7, 0.4), pair(0.5, 0.6)];
    const mirrored = pairs.map(({ image, plan }) => ({ image, plan: { x: -plan.x, y: plan.y } }));
    expect(assess(mirrored, null).problems).toEqual(['mirrored']);
  });
});
