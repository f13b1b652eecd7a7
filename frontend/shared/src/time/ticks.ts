import type { Zone } from './zone';
import { offset } from './zone';

const STEPS_S = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];

/** The smallest step that leads to at most `most` ticks. */
export function tickStep(span_s: number, most: number): number {
  const wanted = span_s / Math.max(1, most);
  return STEPS_S.find((step) => step >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
}

/** Round times in the zone within [from, to]: full hours there, not of UTC. */
export function timeTicks(from_s: number, to_s: number, most: number, zone: Zone): number[] {
  const step = tickStep(to_s - from_s, most);
  const ticks: number[] = [];
  const shift = offset(from_s, zone);
  let tick = Math.ceil((from_s + shift) / step) * step - shift;
  for (; tick <= to_s && ticks.length <= most; tick += step) {
    // Where clocks change on the way, the rest follows them.
    const change = shift - offset(tick, zone);
    ticks.push(step >= 3600 ? tick + change : tick);
  }
  return ticks.filter((each) => each >= from_s && each <= to_s);
}
