/** Prints how long pages block the main thread while the service plays a recording into them.
 *
 * Needs a browser as the journeys do: `npm run burst`. Each page is first watched while nothing
 * happens: that is what the machine itself costs. `script` is the longest stretch in which our own
 * code ran without a pause, as the browser attributes it.
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
];

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

/** As if so many had been seen: the service's own people, over and over. */
async function crowd(page) {
  await page.route('**/api/identities?*', async (route) => {
    const query = new URL(route.request().url()).searchParams;
    if (query.get('state') === 'named') return route.fulfill({ json: { items: [], cursor: null } });
    const { items } = await (
      await route.fetch({ url: route.request().url().replace(/[?].*/, '?limit=60') })
    ).json();
    const asked = new URL(route.request().url()).searchParams;
    const from = Number(asked.get('cursor') ?? 0);
    const to = Math.min(MANY, from + Number(asked.get('limit')));
    const people = Array.from({ length: to - from }, (_, index) => {
      const number = from + index + 1;
      const like = items[number % items.length];
      return { ...like, id: `${like.id}-${number}`, label: `Person ${number}`, sightings: 2 };
    });
    return route.fulfill({ json: { items: people, cursor: to < MANY ? String(to) : null } });
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
      await scrollDown(page);
      const { worst, ...scrolled } = await page.evaluate(takeFrames);
      console.log('scrolling through', MANY, scrolled, worst.join(', '));
    }
    await page.evaluate(takeFrames);
    await page.waitForTimeout(IDLE_MS);
    const idle = await page.evaluate(takeFrames);
    const begun = Date.now();
    await site.playUntil(until_s);
    const seconds = (Date.now() - begun) / 1000;
    await page.waitForTimeout(1_500);
    const { worst, ...burst } = await page.evaluate(takeFrames);
    table[place] = {
      'idle task ms': idle.task,
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
