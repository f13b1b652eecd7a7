import type { Identity } from '@frigate-reid/shared/api/models';
import type { Sort } from './people-sort';
import type { Filters } from './people-store';

/** What was read of the people since they were last shown. */
export interface News {
  found: readonly Identity[];
  /** Ids that no longer belong into the list: merged, forgotten, or filtered out by a change. */
  gone: ReadonlySet<string>;
}

type Compare = (a: Identity, b: Identity) => number;

/** As the service lists them, so that its cursor goes on meaning the same place. */
const ORDERS: Record<Sort, Compare> = {
  last_seen: (a, b) => seen_s(b) - seen_s(a) || byId(a, b),
  first_seen: (a, b) => came_s(b) - came_s(a) || byId(a, b),
  sightings: (a, b) => b.sightings - a.sightings || byId(a, b),
  name: (a, b) =>
    Number(a.name === null) - Number(b.name === null) ||
    compareText((a.name ?? '').toLowerCase(), (b.name ?? '').toLowerCase()) ||
    a.number - b.number,
};

function byId(a: Identity, b: Identity): number {
  return a.id < b.id ? 1 : -1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function seen_s(person: Identity): number {
  return person.last_seen_s ?? person.created_s;
}

function came_s(person: Identity): number {
  return person.first_seen_s ?? person.created_s;
}

/** Those shown with the news among them, in order. Whoever lies behind the end comes with its page. */
export function merged(
  shown: readonly Identity[],
  { found, gone }: News,
  isWhole: boolean,
  sort: Sort,
): readonly Identity[] {
  const order = ORDERS[sort];
  const news = new Map(unchangedKept(shown, found).map((each) => [each.id, each]));
  const stay = shown.filter((each) => !news.has(each.id) && !gone.has(each.id));
  const last = shown.at(-1);
  const come = [...news.values()].filter(
    (each) => isWhole || last === undefined || order(each, last) <= 0,
  );
  return sameKept(shown, [...come, ...stay].sort(order));
}

/** Those shown, as they are now and where they were; and how many would come before or between. */
export function held(
  shown: readonly Identity[],
  found: readonly Identity[],
): { people: readonly Identity[]; waiting: number } {
  const now = new Map(unchangedKept(shown, found).map((each) => [each.id, each]));
  const people = shown.map((each) => now.get(each.id) ?? each);
  const known = new Set(shown.map((each) => each.id));
  const waiting = found.filter((each) => !known.has(each.id)).length;
  return { people: sameKept(shown, people), waiting };
}

/** A page that was read anew, then those already shown who may come with the pages after it. */
export function paged(
  shown: readonly Identity[],
  found: readonly Identity[],
  isLast: boolean,
): readonly Identity[] {
  const there = new Set(found.map((each) => each.id));
  const rest = isLast ? [] : shown.filter((each) => !there.has(each.id));
  return sameKept(shown, [...unchangedKept(shown, found), ...rest]);
}

/** Whether somebody belongs into the list; whether they were seen there and then is not asked again. */
export function fits(person: Identity, { state, q }: Filters): boolean {
  if (person.hidden !== (state === 'hidden')) return false;
  if (state === 'named' && person.name === null) return false;
  if (state === 'unnamed' && person.name !== null) return false;
  return person.label.toLocaleLowerCase().includes(q.toLocaleLowerCase());
}

/** Whoever is as before stays the same object: their tiles have nothing to draw anew. */
function unchangedKept(shown: readonly Identity[], found: readonly Identity[]): Identity[] {
  const wanted = new Set(found.map((each) => each.id));
  const before = new Map(
    shown.filter((each) => wanted.has(each.id)).map((each) => [each.id, each]),
  );
  return found.map((each) => {
    const old = before.get(each.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(each) ? old : each;
  });
}

/** The same list where all are the same: then nothing at all is drawn anew. */
function sameKept(shown: readonly Identity[], now: readonly Identity[]): readonly Identity[] {
  return shown.length === now.length && shown.every((each, at) => each === now[at]) ? shown : now;
}
