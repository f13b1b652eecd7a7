/** What a camera sees, as it is drawn: a sector of a circle. */
import type { Point } from './homography';

/** SVG path. Heading 0 looks up (north on the drawing), 90 to the right. */
export function conePath(at: Point, headingDeg: number, viewDeg: number, range: number): string {
  const half = Math.min(359.9, Math.max(1, viewDeg)) / 2;
  const from = onArc(at, headingDeg - half, range);
  const to = onArc(at, headingDeg + half, range);
  const large = viewDeg > 180 ? 1 : 0;
  return `M${show(at)}L${show(from)}A${round(range)} ${round(range)} 0 ${large} 1 ${show(to)}Z`;
}

/** The point so far away in a direction. */
export function onArc(at: Point, headingDeg: number, range: number): Point {
  const angle = (headingDeg * Math.PI) / 180;
  return { x: at.x + range * Math.sin(angle), y: at.y - range * Math.cos(angle) };
}

/** Direction from one point to another in degrees from 0 to 360. */
export function headingTo(from: Point, to: Point): number {
  const degrees = (Math.atan2(to.x - from.x, from.y - to.y) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

function show(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
