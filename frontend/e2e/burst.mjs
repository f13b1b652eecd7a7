/** Prints how long pages block the main thread while the service plays a recording into them.
 *
 * Needs a browser as the journeys do: `npm run burst`. Each page is first watched while nothing
 * happens: that is what the machine itself costs. `script` is the longest stretch in which our own
 * code ran without a pause, as the browser attributes it. `cpu` is the longest task by the time that
 * the processor spent on it: other work on the machine does not lengthen it as it does the others.
 * `npm run burst -- map` measures that page alone.
 */
import { startPlaying } from './lib/playing.mjs';

const IDLE_MS = 6_000;
const BEGUN_S = 300;
const MANY = 2000;
const PAGES = [
  ['people', 550],
  ['map', 800],
  ['review', 1050],
  ['people of 2,000', 1300],
].filter(([place]) => process.argv.length < 3 || process.argv.includes(place));

const site = await startPlaying('SITE', { model: { name: 'descriptor' } }, BEGUN_S);
const { openBrowser, openPage } = await import('./lib/browser.mjs');
const { drawPlan } = await import('./lib/plan.mjs');

/** What the browser says took long since the last call, in the page. */
const takeFrames = () => {
  const frames = globalThis.frames_;
  globalThis.frames_ = [];
  const longest = (values) => Math.round(Math.max(0, ...values));
  return {
    frame: longest(frames.map((each) => each.duration)),
    blocking: longest(frames.map((each) => each.blockingDuration)),
    script: longest(frames.flatMap((each) => each.scripts.map((script) => script.duration))),
    layout: longest(frames.map((each) => each.layout)),
    task: longest(globalThis.tasks_.splice(0)),
    worst: frames
      .flatMap((each) => each.scripts)
      .sort((a, b) => b.duration - a.duration)
      .slice(0, 2)
      .map((each) => `${Math.round(each.duration)} ms ${each.invoker} (${each.name})`),
  };
};

/** The longest task of a page's main thread in a trace, in milliseconds of the processor. */
function longestTask(trace) {
  const { traceEvents: events } = JSON.parse(trace.toString());
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(events.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  );
  return Math.round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}

const TRACED = {
  categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
};

const observe = () => {
  globalThis.frames_ = [];
  globalThis.tasks_ = [];
  new PerformanceObserver((list) => {
    globalThis.tasks_.push(...list.getEntries().map((each) => each.duration));
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      globalThis.frames_.push({
        duration: each.duration,
        blockingDuration: each.blockingDuration,
        layout: each.styleAndLayoutStart
          ? each.startTime + each.duration - each.styleAndLayoutStart
          : 0,
        scripts: each.scripts.map((script) => ({
          duration: script.duration,
          invoker: script.invoker,
          name: script.sourceFunctionName,
        })),
      });
    }
  }).observe({ type: 'long-animation-frame' });
};

/** As if so many had been seen in the last weeks: before the service's own people, who come and go,
 * others who do not, each seen some minutes before the other.
 */
async function crowd(page) {
  let others = null;
  await page.route('**/api/identities?*', async (route) => {
    const query = new URL(route.request().url()).searchParams;
    if (query.get('state') === 'named') return route.fulfill({ json: { items: [], cursor: null } });
    const { items } = await (
      await route.fetch({ url: route.request().url().replace(/[?].*/, '?limit=200') })
    ).json();
    others ??= Array.from({ length: MANY - items.length }, (_, index) => {
      const like = items[index % items.length];
      const number = 1000 + index;
      const last_seen_s = items.at(-1).last_seen_s - 600 * (index + 1);
      const label = `Person ${number}`;
      return { ...like, id: `other-${number}`, number, label, sightings: 2, last_seen_s };
    });
    const all = [...items, ...others];
    const from = all.findIndex((each) => each.id === query.get('cursor')) + 1;
    const to = Math.min(all.length, from + Number(query.get('limit')));
    const cursor = to < all.length ? all[to - 1].id : null;
    return route.fulfill({ json: { items: all.slice(from, to), cursor } });
  });
}

/** To the end of the list, as somebody does who looks through it. */
async function scrollDown(page) {
  const count = () => page.locator('person-tile').count();
  for (let before = -1, now = await count(); now !== before || now < MANY; now = await count()) {
    before = now;
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight }));
    await page.waitForTimeout(150);
  }
}

const table = {};
const browser = await openBrowser();
try {
  await drawPlan();
  for (const [place, until_s] of PAGES) {
    const { page, context, go } = await openPage(browser, { motion: true });
    await context.addInitScript(observe);
    const isMany = place.endsWith('2,000');
    if (isMany) await crowd(page);
    await go(place.split(' ')[0]);
    await page.waitForTimeout(2_000);
    if (isMany) {
      await page.evaluate(takeFrames);
      await browser.startTracing(page, TRACED);
      await scrollDown(page);
      const cpu = longestTask(await browser.stopTracing());
      const { worst, ...scrolled } = await page.evaluate(takeFrames);
      console.log('scrolling through', MANY, { cpu, ...scrolled }, worst.join(', '));
    }
    await page.evaluate(takeFrames);
    await page.waitForTimeout(IDLE_MS);
    const idle = await page.evaluate(takeFrames);
    await browser.startTracing(page, TRACED);
    const begun = Date.now();
    await site.playUntil(until_s);
    const seconds = (Date.now() - begun) / 1000;
    await page.waitForTimeout(1_500);
    const cpu = longestTask(await browser.stopTracing());
    const { worst, ...burst } = await page.evaluate(takeFrames);
    table[place] = {
      'idle task ms': idle.task,
      'cpu ms': cpu,
      'task ms': burst.task,
      'script ms': burst.script,
      'layout ms': burst.layout,
      'frame ms': burst.frame,
      'played s': until_s - BEGUN_S,
      'in s': Number(seconds.toFixed(1)),
    };
    console.log(place, worst.join(', ') || 'no frame took long');
    await context.close();
  }
} finally {
  await browser.close();
  site.stop();
}
console.table(table);
