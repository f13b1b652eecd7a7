import type { Zone } from '@frigate-reid/shared/time/zone';
import { dayAfter, dayOf, offset, startOfDay } from '@frigate-reid/shared/time/zone';

export const ENDS = ['never', 'tonight', 'day', 'week'] as const;
export type End = (typeof ENDS)[number];

const MORNING_S = 6 * 3600;
const DAY_S = 86_400;

/** When a wish is over that lasts so long: epoch seconds, null for until somebody ends it.
 *
 * A night ends at six in the morning of the site, and is the one that has begun or begins next.
 */
export function endOf(end: End, now_s: number, zone: Zone): number | null {
  if (end === 'never') return null;
  if (end !== 'tonight') return now_s + (end === 'day' ? DAY_S : 7 * DAY_S);
  const today = dayOf(now_s, zone);
  const [first, second] = [morning(today, zone), morning(dayAfter(today, 1), zone)];
  return now_s < first ? first : second;
}

/** Clocks may have changed since midnight. */
function morning(day: string, zone: Zone): number {
  const begin_s = startOfDay(day, zone);
  const guess_s = begin_s + MORNING_S;
  return guess_s - (offset(guess_s, zone) - offset(begin_s, zone));
}
