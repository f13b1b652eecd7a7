/** Every page, wide and narrow, light and dark: looked at, no sideways scrolling, accessible. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, openPage } from '../lib/browser.mjs';
import { allPlaces } from '../lib/places.mjs';
import { drawPlan } from '../lib/plan.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const SHOTS = join(ROOT, 'reports', 'screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1440, 390];
const THEMES = ['light', 'dark'];

let browser;
let places;

before(async () => {
  browser = await openBrowser();
  mkdirSync(SHOTS, { recursive: true });
  await drawPlan();
  places = await allPlaces();
});

after(() => browser.close());

/** What axe finds that is serious or worse, in words. */
async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

for (const width of WIDTHS) {
  for (const theme of THEMES) {
    test(`every page at ${width} px in ${theme} colours`, async () => {
      for (const [name, place] of Object.entries(places)) {
        const site = name === 'review' ? 'DOUBTFUL_SITE' : 'SITE';
        const { page, context, faults, go } = await openPage(browser, { site, width, theme });
        await go(place);
        await page.getByRole('heading').first().waitFor();
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}.png`) });
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(sideways, 0, `${name} scrolls sideways`);
        assert.deepEqual(await violations(page), [], `${name} is not accessible`);
        assert.deepEqual(faults, [], `${name} has faults`);
        await context.close();
      }
    });
  }
}
