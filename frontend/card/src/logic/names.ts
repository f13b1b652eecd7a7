/** Two letters that stand for a person on the plan; the number of those without a name. */
export function initials(label: string): string {
  const number = /^\D+ (\d{1,4})$/.exec(label)?.[1];
  if (number !== undefined) return number;
  const words = label.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [...first].slice(0, last ? 1 : 2).join('') + ([...last][0] ?? '');
}
