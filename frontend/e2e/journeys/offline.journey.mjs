/** While the service is away: on every page whatever changes something waits, and says why. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from '../lib/browser.mjs';
import { allPlaces } from '../lib/places.mjs';
import { drawPlan } from '../lib/plan.mjs';

const WAITS = 'this has to wait until the service answers';

let browser;
let places;

before(async () => {
  browser = await openBrowser();
  await drawPlan();
  places = await allPlaces();
});

after(() => browser.close());

/** Lets a page lose the service, and have it back. */
async function cutting(page) {
  const sockets = [];
  let away = false;
  await page.routeWebSocket(/\/api\/ws/, (socket) => {
    if (away) void socket.close();
    else socket.connectToServer();
    sockets.push(socket);
  });
  return {
    cut: async () => {
      away = true;
      await page.route('**/api/**', (route) => route.abort());
      for (const socket of sockets) await socket.close();
      await page.getByText(/^Not connected\. What you see is/).waitFor();
      await page.waitForTimeout(4_500);
    },
    mend: async () => {
      away = false;
      await page.unroute('**/api/**');
    },
  };
}

/** Presses everything that can be pressed, dialogs that open included; returns what tried to act. */
const pressAll = async (waits) => {
  const PRESSED = 'button:not([role=tab]), input:not([type=file]), select, summary, fr-switch';
  const deep = (root, found = []) => {
    for (const each of root.querySelectorAll('*')) {
      found.push(each);
      if (each.shadowRoot) deep(each.shadowRoot, found);
    }
    return found;
  };
  const nameOf = (each) =>
    `${each.getRootNode().host?.localName ?? ''} ${each.localName} ` +
    `${each.getAttribute('aria-label') ?? each.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}`;
  const isOpen = (each) =>
    each.checkVisibility() && !each.disabled && each.getAttribute('aria-disabled') !== 'true';
  const said = () =>
    deep(document).some(
      (each) => each.localName === 'fr-toasts' && each.shadowRoot.textContent.includes(waits),
    );
  const acted = [];
  const tried = new Set();
  for (let presses = 0; presses < 150; presses += 1) {
    const main = deep(document.querySelector('fr-app').shadowRoot);
    const next = main.find(
      (each) => each.matches(PRESSED) && isOpen(each) && !tried.has(nameOf(each)),
    );
    if (next === undefined) break;
    tried.add(nameOf(next));
    next.click();
    if (next.localName === 'select') next.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 60));
    if (said()) {
      acted.push(nameOf(next));
      for (const each of deep(document)) {
        if (each.localName === 'fr-toasts')
          each.shadowRoot.querySelectorAll('button').forEach((x) => x.click());
      }
      await new Promise((done) => setTimeout(done, 30));
    }
  }
  return { acted, presses: tried.size };
};

/** A few pages at a time: most of it is waiting. */
async function onEach(names, visit) {
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const site = name === 'review' ? 'DOUBTFUL_SITE' : 'SITE';
      const { page, context, faults, go } = await openPage(browser, { site });
      const { cut, mend } = await cutting(page);
      await go(places[name]);
      await page.getByRole('heading').first().waitFor();
      await cut();
      await visit({ name, page, mend });
      assert.deepEqual(faults, [], `${name} has faults`);
      await context.close();
    }
  };
  await Promise.all([work(), work(), work()]);
}

test('on every page whatever changes something is out of reach', async () => {
  const acted = {};
  let pressed = 0;
  await onEach(Object.keys(places), async ({ name, page }) => {
    const found = await page.evaluate(pressAll, WAITS);
    pressed += found.presses;
    if (found.acted.length) acted[name] = found.acted;
  });
  assert.deepEqual(acted, {});
  assert.ok(pressed > 100, `only ${pressed} things were pressed`);
});

test('what a key would change waits, too', async () => {
  await onEach(['review'], async ({ page }) => {
    const question = await page.locator('review-side h2').allTextContents();
    await page.keyboard.press('y');
    await page.locator('fr-toasts').getByText(WAITS).waitFor();
    assert.deepEqual(await page.locator('review-side h2').allTextContents(), question);
  });
});

test('a reload shows what was there, as of when, without pictures, until the service is back', async () => {
  const shown = {
    people: 'person-tile',
    'person-route': 'leg-list li',
    review: 'review-side',
    map: 'map-page ol li',
    cameras: 'camera-list li, camera-list tr, camera-list article',
    settings: 'connections-card li',
    'search-candidates': 'candidate-tile',
  };
  await onEach(Object.keys(shown), async ({ name, page, mend }) => {
    await page.reload();
    await page.getByText(/^Not connected\. What you see is/).waitFor();
    await page.locator(shown[name]).first().waitFor();
    const kept = await page.evaluate(() => sessionStorage.getItem('frigate-reid-kept'));
    assert.doesNotMatch(kept, /data:image|blob:/, 'no picture is kept');
    if (name !== 'people') return;
    await mend();
    await page.getByText(/^Not connected\./).waitFor({ state: 'detached', timeout: 40_000 });
    await page.locator('person-tile fr-picture img').first().waitFor();
  });
});
