/** Least squares of the distances on the plan, from a first homography on (Levenberg-Marquardt). */
import type { Homography, Pair } from './homography';

const STEPS = 60;
const PARAMETERS = 8;

/** The pairs are about the origin of the picture, where the homography's depth is 1. */
export function refined(start: Homography, pairs: readonly Pair[]): Homography {
  let best = start.slice(0, PARAMETERS);
  let error = squares(best, pairs);
  let damping = 1e-3;
  for (let step = 0; step < STEPS && damping < 1e12; step += 1) {
    const { normal, gradient } = linearised(best, pairs);
    const damped = normal.map((row, i) =>
      row.map((value, j) => (i === j ? value * (1 + damping) + 1e-15 : value)),
    );
    const change = solved(damped, gradient);
    const next = best.map((value, i) => value + (change[i] ?? 0));
    const nextError = squares(next, pairs);
    if (nextError < error) {
      [best, error] = [next, nextError];
      damping /= 10;
    } else damping *= 10;
  }
  return [...best, 1];
}

function squares(h: readonly number[], pairs: readonly Pair[]): number {
  let sum = 0;
  for (const pair of pairs) {
    const { u, v } = at(h, pair);
    sum += (u - pair.plan.x) ** 2 + (v - pair.plan.y) ** 2;
  }
  return sum;
}

function at(h: readonly number[], { image: { x, y } }: Pair) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, k = 0] = h;
  const depth = g * x + k * y + 1;
  return { depth, u: (a * x + b * y + c) / depth, v: (d * x + e * y + f) / depth };
}

/** Jᵀ J and -Jᵀ r of the distances. */
function linearised(h: readonly number[], pairs: readonly Pair[]) {
  const normal = Array.from({ length: PARAMETERS }, () => new Array<number>(PARAMETERS).fill(0));
  const gradient = new Array<number>(PARAMETERS).fill(0);
  const add = (row: readonly number[], off: number): void => {
    for (let i = 0; i < PARAMETERS; i += 1) {
      gradient[i] = (gradient[i] ?? 0) - (row[i] ?? 0) * off;
      const target = normal[i] ?? [];
      for (let j = 0; j < PARAMETERS; j += 1) {
        target[j] = (target[j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
      }
    }
  };
  for (const pair of pairs) {
    const { depth, u, v } = at(h, pair);
    const [x, y, one] = [pair.image.x / depth, pair.image.y / depth, 1 / depth];
    add([x, y, one, 0, 0, 0, -u * x, -u * y], u - pair.plan.x);
    add([0, 0, 0, x, y, one, -v * x, -v * y], v - pair.plan.y);
  }
  return { normal, gradient };
}

/** Gauss elimination with pivots. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((most, row) =>
        Math.abs(row[column] ?? 0) > Math.abs(most[column] ?? 0) ? row : most,
      );
    const from = rows.indexOf(pivot);
    [rows[column], rows[from]] = [pivot, rows[column] ?? []];
    for (let below = 0; below < size; below += 1) {
      const row = rows[below] ?? [];
      if (below === column || !pivot[column]) continue;
      const share = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at += 1)
        row[at] = (row[at] ?? 0) - share * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, i) => (row[i] ? (row[size] ?? 0) / (row[i] ?? 1) : 0));
}
