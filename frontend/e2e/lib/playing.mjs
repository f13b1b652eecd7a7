/** A site of one's own, which plays on when told. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..', '..');

/** A site that has played its first seconds; `pages` of the browser find it by this name. */
export async function startPlaying(name, settings, begun_s) {
  const site = spawn(
    join(ROOT, '.venv', 'bin', 'python'),
    [join(HERE, '..', 'site.py'), JSON.stringify(settings), String(begun_s)],
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, PYTHONPATH: ROOT } },
  );
  const lines = createInterface({ input: site.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value } = await lines.next();
    if (value === undefined) throw new Error('The site has ended.');
    return value;
  };
  process.env[name] = await next();
  return {
    /** Plays until that second of the recording, as fast as it can. */
    playUntil: async (until_s) => {
      site.stdin.write(`${until_s}\n`);
      await next();
    },
    stop: () => site.stdin.end(),
  };
}
