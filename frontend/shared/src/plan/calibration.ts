/** Whether point pairs can be trusted: the same checks as the service has, while they are made. */
import type { Homography, Pair, Point } from './homography';
import { fitHomography, project, residual } from './homography';

export type ProblemCode =
  'too_few' | 'collinear' | 'above_horizon' | 'mirrored' | 'unproven' | 'clustered' | 'inexact';

export interface Assessment {
  homography: Homography | null;
  /** Root mean square distance on the plan; null where it says nothing. */
  residual_units: number | null;
  problems: ProblemCode[];
  usable: boolean;
}

export const LEAST_PAIRS = 4;
/** Points whose spread across a line is below this share of that along it are a line. */
const THIN = 0.02;
/** Share of the frame that the box around the points covers at least. */
const SMALL = 0.03;
/** A residual above this share of what the points span on the plan is large; or in metres. */
const INEXACT = 0.05;
const INEXACT_M = 1;
const ADVICE: ReadonlySet<ProblemCode> = new Set(['unproven', 'clustered', 'inexact']);

export function assess(pairs: readonly Pair[], metresPerUnit: number | null): Assessment {
  if (pairs.length < LEAST_PAIRS) return unfit('too_few');
  const image = pairs.map((pair) => pair.image);
  const plan = pairs.map((pair) => pair.plan);
  if (onALine(image) || onALine(plan)) return unfit('collinear');
  const homography = fitHomography(pairs);
  if (homography === null) return unfit('collinear');
  if (meetsTheHorizon(homography, image)) return unfit('above_horizon', homography);
  if (determinant(homography) <= 0) return unfit('mirrored', homography);
  const problems: ProblemCode[] = isSmall(image) ? ['clustered'] : [];
  if (pairs.length === LEAST_PAIRS) return fit(homography, null, [...problems, 'unproven']);
  const off = residual(homography, pairs);
  if (isInexact(off, metresPerUnit, plan)) problems.push('inexact');
  return fit(homography, off, problems);
}

function fit(homography: Homography, off: number | null, problems: ProblemCode[]): Assessment {
  const usable = problems.every((each) => ADVICE.has(each));
  return { homography, residual_units: off, problems, usable };
}

function unfit(problem: ProblemCode, homography: Homography | null = null): Assessment {
  return { homography, residual_units: null, problems: [problem], usable: false };
}

/** Whether all, or all but one, are on one line: then no four of them span the ground. */
function onALine(points: readonly Point[]): boolean {
  const leftOut = points.map((_, index) => points.filter((_each, at) => at !== index));
  return isThin(points) || leftOut.some(isThin);
}

/** By the spread along and across the best line: roots of the covariance's eigenvalues. */
function isThin(points: readonly Point[]): boolean {
  const { x, y } = middle(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const root = Math.hypot((xx - yy) / 2, xy);
  const along = (xx + yy) / 2 + root;
  // Of the product of both, for their difference loses all digits.
  const across = along > 0 ? Math.max(0, (xx * yy - xy * xy) / along) : 0;
  return Math.sqrt(across) <= THIN * Math.sqrt(along);
}

/** Whether a point is above the horizon, or the ground at the lower edge of the frame is. */
function meetsTheHorizon(homography: Homography, image: readonly Point[]): boolean {
  return [...image, { x: 0.5, y: 1 }].some((point) => project(homography, point) === null);
}

function determinant([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]: Homography) {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

function isSmall(image: readonly Point[]): boolean {
  const { width, height } = extent(image);
  return width * height < SMALL;
}

function isInexact(off: number, metresPerUnit: number | null, plan: readonly Point[]): boolean {
  if (metresPerUnit !== null) return off * metresPerUnit > INEXACT_M;
  const { width, height } = extent(plan);
  return off > INEXACT * Math.hypot(width, height);
}

function middle(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / count,
    y: points.reduce((sum, point) => sum + point.y, 0) / count,
  };
}

function extent(points: readonly Point[]): { width: number; height: number } {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}
