/** Starts sites, walks through the app on them in a browser, and stops them again.
 *
 * Needs a browser: CHROMIUM names it. `node e2e/run.mjs people` walks only that journey.
 */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');

/** A good model for most journeys; a weak one, which has many questions, for the review; one whose
 * data may go.
 */
const SITES = { SITE: {}, DOUBTFUL_SITE: { model: { name: 'descriptor' } }, SPARE_SITE: {} };

function startSite(settings) {
  const python = join(ROOT, '.venv', 'bin', 'python');
  const site = spawn(python, [join(HERE, 'site.py'), JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONPATH: ROOT },
  });
  const started = new Promise((resolve, reject) => {
    createInterface({ input: site.stdout }).once('line', resolve);
    site.once('exit', (code) => reject(new Error(`The site ended with code ${code}.`)));
  });
  return { site, started };
}

async function main() {
  const wanted = process.argv.slice(2);
  const files = readdirSync(join(HERE, 'journeys'))
    .filter((file) => wanted.length === 0 || wanted.some((each) => file.startsWith(each)))
    .map((file) => join(HERE, 'journeys', file));
  const needed = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const sites = Object.entries(SITES)
    .filter(([name]) => name === 'SITE' || needed.includes(`'${name}'`))
    .map(([name, settings]) => [name, startSite(settings)]);
  let code = 1;
  try {
    const env = { ...process.env };
    for (const [name, { started }] of sites) env[name] = await started;
    const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...files], {
      stdio: 'inherit',
      env,
    });
    code = await new Promise((resolve) => tests.once('exit', resolve));
  } finally {
    for (const [, { site }] of sites) {
      site.removeAllListeners('exit');
      site.stdin.end();
    }
  }
  return code ?? 1;
}

process.exitCode = await main();
