import type { Zone } from './zone';
import { dayAfter, dayOf, zoned } from './zone';

/** `08:03`, or `08:03:39` with seconds. */
export function clockTime(time_s: number, zone: Zone, seconds = false): string {
  const at = zoned(time_s, zone);
  const parts = seconds ? [at.hour, at.minute, at.second] : [at.hour, at.minute];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A length of time as people read a stop-watch: `0:41`, `12:05`, `1:02:07`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 60), whole % 60];
  if (whole >= 3600) parts.splice(0, 1, Math.floor(whole / 3600), Math.floor(whole / 60) % 60);
  return parts.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':');
}

export type Unit = 'second' | 'minute' | 'hour' | 'day';

/** The largest unit that a length of time fills, and how often. */
export function roughly(seconds: number): { value: number; unit: Unit } {
  const whole = Math.abs(seconds);
  if (whole < 60) return { value: Math.round(whole), unit: 'second' };
  if (whole < 3600) return { value: Math.round(whole / 60), unit: 'minute' };
  if (whole < 86_400) return { value: Math.round(whole / 3600), unit: 'hour' };
  return { value: Math.round(whole / 86_400), unit: 'day' };
}

/** `2 minutes ago`, in the language given. */
export function ago(seconds: number, language: string): string {
  const { value, unit } = roughly(seconds);
  return relative(language).format(-value, unit);
}

/** Made once: making one costs more than hundreds of uses, and lists use one for each row. */
const formats = new Map<string, Intl.RelativeTimeFormat>();

function relative(language: string): Intl.RelativeTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  formats.set(language, format);
  return format;
}

/** `+0:48` or `−2:00`: how far something lies from a moment. */
export function signedOffset(seconds: number): string {
  const rounded = Math.round(seconds);
  return `${rounded < 0 ? '−' : '+'}${duration(Math.abs(rounded))}`;
}

/** `Sun 22 Nov`, or `today` and `yesterday` as the words given say. */
export function dayName(
  day: string,
  now_s: number,
  zone: Zone,
  language: string,
  words: { today: string; yesterday: string },
): string {
  const today = dayOf(now_s, zone);
  if (day === today) return words.today;
  if (day === dayAfter(today, -1)) return words.yesterday;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const sameYear = today.startsWith(String(year));
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' as const }),
  }).format(Date.UTC(year, month - 1, date));
}
