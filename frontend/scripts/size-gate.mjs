/** Fails when what a browser loads first has grown beyond its budget. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const WEB = join(ROOT, 'reid_service', 'web');
const FIRST_LOAD_BYTES = 110_000;
const CARD = join(ROOT, 'custom_components/frigate_reid/frontend/frigate-reid-route-card.js');
const CARD_BYTES = 45_000;

/** The page, what it names, and the scripts of the first page (People) with all they import. */
function firstLoad() {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  const named = [...page.matchAll(/="\.\/(assets\/[^"]+)"/g)].map(([, name]) => name);
  const people = readdirSync(join(WEB, 'assets')).find((name) => /^people-page.*\.js$/.test(name));
  const found = new Set(['index.html']);
  const waiting = [...named, `assets/${people}`];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    if (name.endsWith('.js')) waiting.push(...importsOf(readFileSync(join(WEB, name), 'utf8')));
  }
  return [...found];
}

function importsOf(source) {
  return [...source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
    ([, name]) => `assets/${name}`,
  );
}

function zipped(name) {
  return gzipSync(readFileSync(join(WEB, name)), { level: 9 }).length;
}

const files = firstLoad();
const bytes = files.reduce((sum, name) => sum + zipped(name), 0);
const all = readdirSync(join(WEB, 'assets')).reduce(
  (sum, name) => sum + zipped(`assets/${name}`),
  0,
);
console.log(
  `web app: ${(bytes / 1000).toFixed(1)} kB at first load (at most ${FIRST_LOAD_BYTES / 1000}), ` +
    `${(all / 1000).toFixed(1)} kB in all, gzipped`,
);
if (bytes > FIRST_LOAD_BYTES) {
  console.error('The first load is too large: load pages or libraries later, or leave them out.');
  process.exitCode = 1;
}

const card = gzipSync(readFileSync(CARD), { level: 9 }).length;
console.log(`card: ${(card / 1000).toFixed(1)} kB gzipped (at most ${CARD_BYTES / 1000})`);
if (card > CARD_BYTES) {
  console.error('The card is too large: every page of Home Assistant loads it.');
  process.exitCode = 1;
}
