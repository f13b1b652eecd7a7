/** Compares the coverage of the card's logic with the floors of every file, which only grow.
 *
 *   node scripts/coverage-floors.mjs [--raise]
 *
 * Reads what `npm run coverage` wrote. Fails when a file is covered less than its floor, when one has
 * no floor, when a floor has no file, and when a floor can be raised: `--raise` raises it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FRONTEND = join(dirname(fileURLToPath(import.meta.url)), '..');
const FLOORS = join(FRONTEND, 'card', 'coverage-floors.json');
const REPORT = join(FRONTEND, '..', 'reports', 'card-coverage', 'coverage-summary.json');

/** Percent of lines and of branches by file, cut to whole numbers. */
export function measured(summary, folder) {
  return Object.fromEntries(
    Object.entries(summary)
      .filter(([file]) => file !== 'total')
      .map(([file, { lines, branches }]) => [
        relative(folder, file).split(sep).join('/'),
        { lines: Math.floor(lines.pct), branches: Math.floor(branches.pct) },
      ]),
  );
}

/** A sentence for each file that does not fit its floor. */
export function misfits(found, floors) {
  const names = [...new Set([...Object.keys(found), ...Object.keys(floors)])].sort();
  return names.flatMap((name) => {
    if (!(name in found)) return [`${name} has a floor, but was not measured: take it out.`];
    if (!(name in floors)) return [`${name} has no floor: add it with npm run raise.`];
    return ['lines', 'branches'].flatMap((kind) => {
      const [now, least] = [found[name][kind], floors[name][kind]];
      if (now < least) return [`${name} is covered to ${now} % of its ${kind}, not ${least} %.`];
      if (now > least)
        return [`${name} is covered to ${now} % of its ${kind}: raise its ${least} %.`];
      return [];
    });
  });
}

/** The floors after raising: none sinks, and files that are gone go. */
export function raised(found, floors) {
  const higher = (name, kind) => Math.max(found[name][kind], floors[name]?.[kind] ?? 0);
  return Object.fromEntries(
    Object.keys(found)
      .sort()
      .map((name) => [name, { lines: higher(name, 'lines'), branches: higher(name, 'branches') }]),
  );
}

function main([option]) {
  const found = measured(JSON.parse(readFileSync(REPORT, 'utf8')), FRONTEND);
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8'));
  if (option === '--raise') {
    const lines = Object.entries(raised(found, floors)).map(
      ([name, { lines: l, branches: b }]) => `  "${name}": { "lines": ${l}, "branches": ${b} }`,
    );
    writeFileSync(FLOORS, `{\n${lines.join(',\n')}\n}\n`);
    return;
  }
  const sentences = misfits(found, floors);
  for (const sentence of sentences) console.error(`Coverage: ${sentence}`);
  if (sentences.length > 0) process.exitCode = 1;
  else console.log(`Coverage floors of the card hold: ${Object.keys(floors).length} files`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
