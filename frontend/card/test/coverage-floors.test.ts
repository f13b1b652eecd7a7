import { describe, expect, it } from 'vitest';
// @ts-expect-error -- a script without types
import { measured, misfits, raised } from '../../scripts/coverage-floors.mjs';

const half = { lines: 50, branches: 40 };

describe('the floors of coverage', () => {
  it('are whole percents of files below the folder', () => {
    const found = { lines: { pct: 99.9 }, branches: { pct: 50 } };
    expect(measured({ total: found, '/f/card/a.ts': found }, '/f')).toEqual({
      'card/a.ts': { lines: 99, branches: 50 },
    });
  });

  it('hold when every file is exactly at its own', () => {
    expect(misfits({ a: half }, { a: half })).toEqual([]);
  });

  it.each([
    [
      { a: { lines: 49, branches: 40 } },
      { a: half },
      'a is covered to 49 % of its lines, not 50 %.',
    ],
    [
      { a: { lines: 50, branches: 41 } },
      { a: half },
      'a is covered to 41 % of its branches: raise its 40 %.',
    ],
    [{ a: half }, {}, 'a has no floor: add it with npm run raise.'],
    [{}, { a: half }, 'a has a floor, but was not measured: take it out.'],
  ])('of %j and %j: %s', (found, floors, sentence) => {
    expect(misfits(found, floors)).toEqual([sentence]);
  });

  it('rise and never sink', () => {
    const found = { b: half, a: { lines: 10, branches: 60 } };
    expect(raised(found, { a: half, gone: half })).toEqual({
      a: { lines: 50, branches: 60 },
      b: half,
    });
  });
});
