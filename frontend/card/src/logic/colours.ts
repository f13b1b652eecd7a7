/** One colour a person, from Home Assistant's own palette so that themes can change it. */
const PALETTE = [
  ['blue', '#2196f3'],
  ['orange', '#ff9800'],
  ['green', '#4caf50'],
  ['purple', '#926bc7'],
  ['red', '#f44336'],
  ['teal', '#009688'],
  ['pink', '#e91e63'],
  ['brown', '#795548'],
] as const;

/** A CSS colour; people keep theirs as long as their place in the list is the same. */
export function colourOf(index: number): string {
  const [name, otherwise] = PALETTE[index % PALETTE.length] ?? PALETTE[0];
  return `var(--${name}-color, ${otherwise})`;
}
