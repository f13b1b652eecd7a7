/** From a camera's picture to the floor plan: a homography by least squares, with its checks.
 *
 * Points of pictures are fractions of the frame, points of plans are in the plan's units. The
 * service has the same in Python; both are held to the same fixtures.
 */

import { refined } from './refine';

export interface Point {
  x: number;
  y: number;
}

export interface Pair {
  image: Point;
  plan: Point;
}

/** Nine numbers, row by row; the third coordinate is 1 amid the pairs and falls to 0 at the horizon. */
export type Homography = readonly number[];

/** The homography that fits the pairs best; null when they do not determine one. */
export function fitHomography(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null;
  const image = normalisation(pairs.map((pair) => pair.image));
  const plan = normalisation(pairs.map((pair) => pair.plan));
  if (image === null || plan === null) return null;
  const shiftedPairs = pairs.map((pair) => ({
    image: shifted(pair.image, image),
    plan: shifted(pair.plan, plan),
  }));
  const first = smallestDirection(equations(shiftedPairs));
  const depth = first?.[8] ?? 0;
  if (first === null || Math.abs(depth) < 1e-12) return null;
  const h = refined(
    first.map((each) => each / depth),
    shiftedPairs,
  );
  const fitted = multiply(multiply(inverse(plan), h), image.matrix);
  const amid = depthAt(fitted, image.centre);
  return Math.abs(amid) < 1e-12 ? null : fitted.map((each) => each / amid);
}

/** Two rows a pair that the homography makes zero (Hartley and Zisserman 2003, section 4.1). */
function equations(pairs: readonly Pair[]): number[][] {
  return pairs.flatMap(({ image: { x, y }, plan: { x: u, y: v } }) => [
    [x, y, 1, 0, 0, 0, -u * x, -u * y, -u],
    [0, 0, 0, x, y, 1, -v * x, -v * y, -v],
  ]);
}

/** Times as far away as the pairs; what is farther is at the horizon. */
const FARTHEST = 50;

/** Where a point of the picture lies on the plan; null at the horizon and above it. */
export function project(homography: Homography, point: Point): Point | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = homography;
  const w = depthAt(homography, point);
  if (w <= 1 / FARTHEST) return null;
  return {
    x: (a * point.x + b * point.y + c) / w,
    y: (d * point.x + e * point.y + f) / w,
  };
}

/** Root of the mean squared distance between the plan's points and where they come to lie. */
export function residual(homography: Homography, pairs: readonly Pair[]): number {
  let sum = 0;
  for (const pair of pairs) {
    const at = project(homography, pair.image);
    if (at === null) return Infinity;
    sum += (at.x - pair.plan.x) ** 2 + (at.y - pair.plan.y) ** 2;
  }
  return Math.sqrt(sum / Math.max(1, pairs.length));
}

function depthAt(homography: Homography, point: Point): number {
  return (homography[6] ?? 0) * point.x + (homography[7] ?? 0) * point.y + (homography[8] ?? 0);
}

interface Normalisation {
  centre: Point;
  scale: number;
  matrix: Homography;
}

/** Hartley's normalisation: around the origin, at a mean distance of the root of two. */
function normalisation(points: readonly Point[]): Normalisation | null {
  const count = points.length;
  const centre = {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
  const distances = points.map((point) => Math.hypot(point.x - centre.x, point.y - centre.y));
  const mean = distances.reduce((sum, each) => sum + each, 0) / count;
  if (mean < 1e-12) return null;
  const scale = Math.SQRT2 / mean;
  return {
    centre,
    scale,
    matrix: [scale, 0, -scale * centre.x, 0, scale, -scale * centre.y, 0, 0, 1],
  };
}

function shifted(point: Point, by: Normalisation): Point {
  return { x: (point.x - by.centre.x) * by.scale, y: (point.y - by.centre.y) * by.scale };
}

function inverse({ centre, scale }: Normalisation): Homography {
  return [1 / scale, 0, centre.x, 0, 1 / scale, centre.y, 0, 0, 1];
}

function multiply(a: Homography, b: Homography): number[] {
  const product: number[] = [];
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      let sum = 0;
      for (let k = 0; k < 3; k += 1) sum += (a[3 * row + k] ?? 0) * (b[3 * k + column] ?? 0);
      product.push(sum);
    }
  }
  return product;
}

/** Eigenvector of the least eigenvalue of AᵀA, by Jacobi rotations; null if two are as small. */
function smallestDirection(rows: readonly number[][]): number[] | null {
  const size = 9;
  const matrix = normalMatrix(rows, size);
  const vectors = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 60; sweep += 1) {
    if (rotateAll(matrix, vectors, size) < 1e-22) break;
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => at(matrix, i, i) - at(matrix, j, j),
  );
  const [least = 0, next = 1] = order;
  const largest = at(matrix, order[size - 1] ?? 0, order[size - 1] ?? 0);
  // Points on a line leave more than one direction free.
  if (at(matrix, next, next) < 1e-9 * largest) return null;
  return vectors.map((row) => row[least] ?? 0);
}

function normalMatrix(rows: readonly number[][], size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  );
}

/** One sweep; returns the sum of the squares that were off the diagonal. */
function rotateAll(matrix: number[][], vectors: number[][], size: number): number {
  let off = 0;
  for (let p = 0; p < size - 1; p += 1) {
    for (let q = p + 1; q < size; q += 1) {
      const apq = at(matrix, p, q);
      off += apq * apq;
      if (Math.abs(apq) < 1e-300) continue;
      const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * apq);
      const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const c = 1 / Math.sqrt(t * t + 1);
      rotateColumns(matrix, p, q, c, t * c);
      rotateRows(matrix, p, q, c, t * c);
      rotateColumns(vectors, p, q, c, t * c);
    }
  }
  return off;
}

function rotateColumns(matrix: number[][], p: number, q: number, c: number, s: number): void {
  for (const row of matrix) {
    const [left, right] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * left - s * right;
    row[q] = s * left + c * right;
  }
}

function rotateRows(matrix: number[][], p: number, q: number, c: number, s: number): void {
  const [upper = [], lower = []] = [matrix[p], matrix[q]];
  for (let column = 0; column < upper.length; column += 1) {
    const [above, below] = [upper[column] ?? 0, lower[column] ?? 0];
    upper[column] = c * above - s * below;
    lower[column] = s * above + c * below;
  }
}

function at(matrix: readonly number[][], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
