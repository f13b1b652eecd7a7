import words from '../i18n/en.json';

type Words = typeof words;
export type Key = keyof Words;
type Counted<K> = K extends `${infer Base}_other` ? Base : never;
export type CountedKey = Counted<Key>;
type Values = Record<string, string | number>;

export const LANGUAGE = 'en';

const plurals = new Intl.PluralRules(LANGUAGE);

/** The words for a key; `{name}` in them is replaced by the value of that name. */
export function t(key: Key, values: Values = {}): string {
  return filled(words[key], values);
}

/** The same for a number of things: `key_one` or `key_other`, with `{n}`. */
export function tn(key: CountedKey, n: number, values: Values = {}): string {
  const form = `${key}_${plurals.select(n)}` as Key;
  const text = words[form] ?? words[`${key}_other` as Key];
  return filled(text, { n: n.toLocaleString(LANGUAGE), ...values });
}

/** Words for what the service names with a word of its own; that word where there are none. */
export function tOr(key: string, fallback: string): string {
  return (words as Record<string, string>)[key] ?? fallback;
}

function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
