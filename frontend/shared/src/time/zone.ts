/** Days and times of day in the site's zone, whatever the browser's own is. */

export interface ZonedTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export type Zone = string | undefined;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in the zone show at `time_s`. An undefined zone is the browser's own. */
export function zoned(time_s: number, zone: Zone): ZonedTime {
  const parts = partsFormat(zone).formatToParts(time_s * 1000);
  const value = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
    second: value('second'),
  };
}

/** The day as `YYYY-MM-DD`. */
export function dayOf(time_s: number, zone: Zone): string {
  const { year, month, day } = zoned(time_s, zone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day that lies so many days after another; negative goes back. */
export function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Seconds since the epoch at which the day begins in the zone. */
export function startOfDay(day: string, zone: Zone): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const guess_s = Date.UTC(year, month - 1, date) / 1000;
  // A first step may land on the other side of a change of clocks; the second mends that.
  const once_s = guess_s - offset(guess_s, zone);
  return guess_s - offset(once_s, zone);
}

/** Beginning and end of a day: 23 to 25 hours, as the zone has it. */
export function spanOfDay(day: string, zone: Zone): [number, number] {
  return [startOfDay(day, zone), startOfDay(dayAfter(day, 1), zone)];
}

/** Seconds that the zone's clocks are ahead of UTC. */
export function offset(time_s: number, zone: Zone): number {
  const at = zoned(time_s, zone);
  const shown_ms = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  return Math.round(shown_ms / 1000 - Math.floor(time_s));
}

function partsFormat(zone: Zone): Intl.DateTimeFormat {
  const key = zone ?? '';
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  return format;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
