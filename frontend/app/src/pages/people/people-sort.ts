/** What comes first in the gallery. */
export const SORTS = ['last_seen', 'name', 'first_seen', 'sightings'] as const;

export type Sort = (typeof SORTS)[number];

const KEY = 'frigate-reid-people-sort';

/** The order that was chosen on this device. */
export function keptSort(storage: Storage): Sort {
  const kept = storage.getItem(KEY);
  return SORTS.find((each) => each === kept) ?? 'last_seen';
}

export function keepSort(storage: Storage, sort: Sort): void {
  storage.setItem(KEY, sort);
}
