import type { Identity } from '@frigate-reid/shared/api/models';

/** Who stays when people are made one: the named before the unnamed, then the older. */
export function byPrecedence(people: readonly Identity[]): Identity[] {
  return [...people].sort(
    (a, b) => Number(a.name === null) - Number(b.name === null) || a.number - b.number,
  );
}

/** The same people with another one in the first place. */
export function withPrimary(people: readonly Identity[], id: string): Identity[] {
  const first = people.filter((each) => each.id === id);
  return [...first, ...people.filter((each) => each.id !== id)];
}
