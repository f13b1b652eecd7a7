/** The card's texts. Home Assistant has none for cards of integrations, so they come along. */
import en from '../translations/en.json';

/** `{name}` in a text is replaced by the value of that name. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const text = key.split('.').reduce<unknown>((tree, part) => branch(tree, part), en);
  if (typeof text !== 'string') throw new Error(`There is no text called ${key}.`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function branch(tree: unknown, part: string): unknown {
  return typeof tree === 'object' && tree !== null
    ? (tree as Record<string, unknown>)[part]
    : undefined;
}
