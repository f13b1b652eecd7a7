/** Measures and prints: first paint after data, and frames a second of a full dashboard.
 *
 * 20 cards show 100 people with 1,000 legs; the handles of all move in every frame.
 */
import { addCard, openPage } from './harness.mjs';
import { answers, crowd } from './site.mjs';

const CARDS = 20;
const FRAMES = 300;

const { page, close } = await openPage({ width: 1280, height: 900 });
const routes = crowd(5, 10);
const people = routes.map(({ identity_id }) => `sensor.${identity_id}_seen_by`);
const full = { ...answers, routes };

await addCard(page, { people }, { ...full, routes: [] });
const paint_ms = await page.evaluate(async (full) => {
  const card = document.querySelector('frigate-reid-route-card');
  card.hass = window.makeHass(full);
  await new Promise((resolve) => setTimeout(resolve, 0));
  const begun = performance.now();
  while (!card.shadowRoot.querySelector('frr-route')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - begun;
}, full);

for (let index = 1; index < CARDS; index += 1) await addCard(page, { people }, full);
await page.waitForTimeout(500);
const measure = async ([count, moving]) => {
  const scrubbers = [...document.querySelectorAll('frigate-reid-route-card')].map((card) =>
    card.shadowRoot.querySelector('frr-route').shadowRoot.querySelector('frr-scrubber'),
  );
  const times = [];
  const work = [];
  for (let frame = 0; frame < count; frame += 1) {
    times.push(await new Promise((resolve) => requestAnimationFrame(resolve)));
    const begun = performance.now();
    for (const each of moving ? scrubbers : []) {
      each.move(each.from_s + ((each.to_s - each.from_s) * frame) / count);
    }
    work.push(performance.now() - begun);
  }
  const gaps = times
    .slice(1)
    .map((time, index) => time - times[index])
    .sort((a, b) => a - b);
  const sorted = work.sort((a, b) => a - b);
  const at = (list, share) => list[Math.floor(share * (list.length - 1))];
  return {
    frames_per_second: (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0),
    gap_p95_ms: at(gaps, 0.95),
    script_p50_ms: at(sorted, 0.5),
    script_p95_ms: at(sorted, 0.95),
  };
};
// How many frames this machine draws at all, in the same run: it may be busy or without a GPU.
const idle = await page.evaluate(measure, [FRAMES, false]);
const scrubbing = await page.evaluate(measure, [FRAMES, true]);
await close();

console.log(
  JSON.stringify({ cards: CARDS, people: 100, legs: 1000, paint_ms, idle, scrubbing }, null, 2),
);
