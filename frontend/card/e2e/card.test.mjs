/** Every mode and state of the card in a real browser. */
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { afterEach, before, test } from 'node:test';
import { addCard, openPage } from './harness.mjs';
import {
  BOTH,
  annasLegs,
  answers,
  live,
  planWithoutPlaces,
  planAnswer,
  routeOf,
  stranger,
} from './site.mjs';

const SHOTS = new URL('../../../reports/screenshots/', import.meta.url);

let opened;

async function shown(config, changes = {}, size = {}) {
  opened = await openPage(size);
  const messages = { ...answers.messages, ...changes.messages };
  const card = await addCard(opened.page, config, { ...answers, ...changes, messages });
  return { page: opened.page, card };
}

const texts = (page, selector) => page.locator(selector).allTextContents();
const calls = (page) => page.evaluate(() => window.calls);

before(() => mkdir(SHOTS, { recursive: true }));

afterEach(async () => {
  const problems = opened?.problems ?? [];
  await opened?.close();
  opened = undefined;
  assert.deepEqual(problems, []);
});

test('a route has its stops in order, on the plan and in words', async () => {
  const { page } = await shown({ people: ['sensor.anna_seen_by'] });
  await page.locator('frr-plan .stop').first().waitFor();

  assert.deepEqual(await texts(page, 'frr-legs section:first-child .leg time'), [
    '14:13:20',
    '14:14:49',
    '14:16:30',
    '14:31:40',
  ]);
  assert.equal(await page.locator('frr-plan .way.dotted').count(), 1);
  assert.equal(await page.locator('frr-plan .way.dashed').count(), 1);
  assert.deepEqual(
    (await calls(page)).find(({ person }) => person),
    {
      type: 'frigate_reid/route/subscribe',
      person: 'anna',
      hours: 24,
      trail: true,
    },
  );
  await page.screenshot({ path: new URL('card-route-light.png', SHOTS).pathname });
});

test('the walker follows the handle', async () => {
  const { page } = await shown({});
  const handle = page.locator('frr-scrubber input');
  await handle.focus();
  await page.keyboard.press('Home');
  const walker = page.locator('frr-dots .dot').first();
  assert.equal(await walker.isVisible(), false);

  await page.keyboard.press('PageDown');
  const [dot, stop] = [
    await walker.boundingBox(),
    await page.locator('.stop').first().boundingBox(),
  ];
  assert.ok(Math.abs(dot.x + dot.width / 2 - (stop.x + stop.width / 2)) < 1);
  assert.ok(Math.abs(dot.y + dot.height / 2 - (stop.y + stop.height / 2)) < 1);
  assert.equal(await page.locator('frr-scrubber output').textContent(), '14:13:20');
});

test('playing moves the handle to the end and stops there', async () => {
  const { page } = await shown({}, { routes: [stranger] });
  await page.locator('frr-scrubber input').focus();
  for (let pages = 0; pages < 2; pages += 1) await page.keyboard.press('PageDown');
  await page.getByRole('button', { name: 'Play the route' }).click();
  const time = page.locator('frr-scrubber output');
  const first = await time.textContent();
  await page.waitForFunction(
    (text) =>
      document
        .querySelector('frigate-reid-route-card')
        .shadowRoot.querySelector('frr-route')
        .shadowRoot.querySelector('frr-scrubber')
        .shadowRoot.querySelector('output').textContent > text,
    first,
  );
  await page.getByRole('button', { name: 'Pause' }).click();
});

test('who wants less motion steps from leg to leg', async () => {
  const { page } = await shown({});
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const play = page.getByRole('button', { name: 'Play the route' });
  await play.click();
  assert.equal(await page.locator('frr-scrubber output').textContent(), '14:13:20');
  await play.click();
  assert.equal(await page.locator('frr-scrubber output').textContent(), '14:14:49');
});

test('a new sighting comes in while the handle stays', async () => {
  const { page } = await shown({});
  await page.locator('frr-legs .leg').first().waitFor();
  const start_s = annasLegs[3].end_s + 30;
  const next = { ...annasLegs[3], sighting_id: 'frigate:9', camera: 'gate', start_s };
  const longer = routeOf('anna', 'Anna', [...annasLegs, { ...next, end_s: start_s + 20 }]);
  await page.evaluate((message) => window.listeners.anna(message), longer);

  await page.locator('frr-plan .stop', { hasText: '5' }).waitFor();
  assert.equal(await page.locator('frr-legs .leg').count(), 5);
});

test('the floor follows the person and can be chosen', async () => {
  const upstairs = { ...annasLegs[3], camera: 'stairs' };
  const way = routeOf('anna', 'Anna', [...annasLegs.slice(0, 3), upstairs]);
  const { page } = await shown({}, { routes: [way] });
  const drawing = page.locator('frr-plan svg');
  await page.locator('frr-plan .stop').first().waitFor();
  assert.equal(await drawing.getAttribute('aria-label'), 'Upstairs');
  await page.locator('frr-scrubber input').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  assert.equal(await drawing.getAttribute('aria-label'), 'Ground');

  await page.getByLabel('Floor').selectOption('Upstairs');
  assert.equal(await drawing.getAttribute('aria-label'), 'Upstairs');
});

test('without a plan cameras lie as people walk, and the words say so', async () => {
  const { page } = await shown({}, { messages: { 'frigate_reid/plan/get': planWithoutPlaces } });
  await page.locator('frr-plan .stop').first().waitFor();
  assert.match((await texts(page, '.notice'))[0], /No floor plan yet/);
});

test('with no place at all the list has every leg', async () => {
  const nothing = { plan: null, pictures: {} };
  const { page } = await shown({}, { messages: { 'frigate_reid/plan/get': nothing } });
  await page.locator('frr-legs .leg').first().waitFor();
  assert.equal(await page.locator('frr-plan').count(), 0);
  assert.match((await texts(page, '.notice'))[0], /No camera has a place/);
});

test('live shows everybody who is there', async () => {
  const { page } = await shown({ mode: 'live' });
  await page.locator('frr-dots .dot').first().waitFor();
  assert.equal(await page.locator('frr-dots .dot').count(), 2);
  assert.deepEqual(
    (await texts(page, 'li')).map((text) => text.replace(/\s+/g, ' ').trim()),
    ['Anna garden', 'Person 47 garden'],
  );
});

test('live with nobody says so', async () => {
  const { page } = await shown(
    { mode: 'live' },
    { messages: { 'frigate_reid/live/subscribe': { ...live, people: [], unknown: [] } } },
  );
  await page.getByText('Nobody is in sight.').waitFor();
});

test('a strip needs no plan and asks for none', async () => {
  const { page } = await shown({ mode: 'strip', people: BOTH }, {}, { width: 390, height: 700 });
  await page.locator('frr-scrubber .bar').first().waitFor();
  assert.deepEqual(await texts(page, 'frr-scrubber .name'), ['Anna', 'Person 47']);
  assert.equal(
    (await calls(page)).some(({ type }) => type?.includes('plan')),
    false,
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
});

test('nobody seen, nobody exposed, no answer: each says what is the matter', async () => {
  const { page } = await shown({}, { routes: [routeOf('anna', 'Anna', [])] });
  await page.getByText('Not seen in the last 24 hours.').waitFor();
  await addCard(page, { people: ['sensor.gone_seen_by'] }, answers);
  await page.getByText(/No person is shown in Home Assistant yet/).waitFor();
  await addCard(
    page,
    {},
    {
      ...answers,
      failures: { 'frigate_reid/route/subscribe': 'The service is away.' },
    },
  );
  await page.getByText('No answer: The service is away.').waitFor();
});

test('a lost connection keeps the last known route', async () => {
  const { page, card } = await shown({ people: BOTH });
  await page.locator('frr-legs .leg').first().waitFor();
  await card.evaluate((element) => {
    element.hass = { ...element.home, connected: false };
  });
  await page.getByText('Not connected. Last known.').waitFor();
  assert.equal(await page.locator('frr-plan .stop').count(), 6);
});

test('a tapped leg opens its menu, from which a search starts', async () => {
  const candidates = [
    { sighting_id: 'a', camera: 'gate', start_s: 1, band: 'likely' },
    { sighting_id: 'b', camera: 'yard', start_s: 2, band: 'unsure' },
    { sighting_id: 'c', camera: 'yard', start_s: 3, band: 'weak' },
  ];
  const { page } = await shown(
    { tap_action: { action: 'menu' } },
    { messages: { search: { search_id: 's', candidates } } },
  );
  await page.locator('frr-plan .stop').first().click();
  await page.getByRole('button', { name: 'Find this person on other cameras' }).click();

  await page.getByText('2 likely or possible sightings on 2 cameras').waitFor();
  const [search] = (await calls(page)).filter(({ service }) => service === 'search');
  assert.deepEqual(search.data, { event_id: '1.5-abc' });
});

test('a sighting is named, confirmed or refused; who may not does not see how', async () => {
  const { page } = await shown({ tap_action: { action: 'menu' } });
  await page.locator('frr-legs .leg').first().click();
  await page.getByRole('button', { name: 'It is somebody else' }).click();
  await page.getByText('Done.').waitFor();
  await page.getByLabel('Name').fill('Berta');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForFunction(() => window.calls.some(({ service }) => service === 'rename_person'));
  const writes = (await calls(page)).filter(({ service }) => service);
  assert.deepEqual(writes, [
    { service: 'assign_sighting', data: { sighting_id: 'frigate:1' } },
    { service: 'rename_person', data: { person: 'anna', name: 'Berta' } },
  ]);
  await page.keyboard.press('Escape');

  await addCard(page, { tap_action: { action: 'menu' } }, { ...answers, admin: false });
  await page.locator('frr-legs .leg').nth(4).click();
  await page.getByRole('button', { name: 'Find this person' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'It is somebody else' }).count(), 0);
});

test('a held leg opens the app at that person', async () => {
  const { page } = await shown({});
  await page.evaluate(() => {
    history.pushState = (_state, _title, path) => (window.went = path);
  });
  await page.locator('frr-legs .leg').first().click({ delay: 700 });
  assert.equal(await page.evaluate(() => window.went), '/0ab_frigate_reid#/people/anna');
});

test('a card that is taken away unsubscribes, and follows again when it is back', async () => {
  const { page, card } = await shown({});
  await page.locator('frr-legs .leg').first().waitFor();
  await card.evaluate((element) => {
    const { parentElement } = element;
    element.remove();
    setTimeout(() => parentElement.append(element), 50);
  });
  await page.waitForFunction(() => window.calls.filter(({ type }) => type).length === 4);
  const left = (await calls(page)).filter((call) => call.unsubscribed);
  assert.equal(left.length, 2);
});

test('dark and on a phone it fits', async () => {
  const { page } = await shown(
    { people: BOTH },
    {},
    { width: 390, height: 844, colorScheme: 'dark' },
  );
  await page.locator('frr-plan .stop').first().waitFor();
  await page.screenshot({ path: new URL('card-route-phone-dark.png', SHOTS).pathname });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
});

test('written from right to left the bars run the other way', async () => {
  const { page } = await shown({ mode: 'strip' });
  await page.evaluate(() => (document.dir = 'rtl'));
  await addCard(page, { mode: 'strip' }, answers);
  const bars = page.locator('frigate-reid-route-card').nth(1).locator('.bar');
  await bars.first().waitFor();
  const [first, last] = [await bars.nth(0).boundingBox(), await bars.nth(3).boundingBox()];
  assert.ok(first.x > last.x);
});

test('axe finds no serious violation in any mode', async () => {
  const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url));
  const { page } = await shown({});
  await addCard(page, { mode: 'live' }, answers);
  await addCard(page, { mode: 'strip' }, answers);
  await page.locator('frr-plan .stop').first().waitFor();
  await page.evaluate(axe.toString('utf8'));
  const { violations } = await page.evaluate(() => axe.run('main'));
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  assert.deepEqual(
    serious.map(({ id, nodes }) => [id, nodes[0].html]),
    [],
  );
});

test('the plan of a floor without a picture is still drawn', async () => {
  const answer = { ...planAnswer, pictures: {} };
  const { page } = await shown({}, { messages: { 'frigate_reid/plan/get': answer } });
  await page.locator('frr-plan .stop').first().waitFor();
  assert.equal(await page.locator('frr-plan image').count(), 0);
});

test('whoever edits the card is told that there is no plan, and where it is made', async () => {
  const bare = { 'frigate_reid/plan/get': { plan: null, pictures: {} } };
  const { page, card } = await shown({}, { messages: bare });
  await page.locator('frr-legs .leg').first().waitFor();
  assert.equal(await page.locator('.warning').count(), 0);

  await card.evaluate((element) => (element.preview = true));
  const link = page.locator('.warning a');
  await link.waitFor();
  assert.match(await page.locator('.warning').textContent(), /There is no floor plan yet/);
  assert.equal(await link.getAttribute('href'), '/0ab_frigate_reid#/cameras?tab=plan');
  await page.screenshot({ path: new URL('card-editor-no-plan.png', SHOTS).pathname });
});

test('with a plan, or where bars need none, nobody is warned', async () => {
  const { page, card } = await shown({});
  await card.evaluate((element) => (element.preview = true));
  await page.locator('frr-plan .stop').first().waitFor();
  assert.equal(await page.locator('.warning').count(), 0);
});

test('where the service is no app the link explains plans', async () => {
  const bare = { 'frigate_reid/plan/get': { plan: null, pictures: {} } };
  const { page, card } = await shown({}, { messages: bare, hass: { panels: {} } });
  await card.evaluate((element) => (element.preview = true));
  assert.match(await page.locator('.warning a').getAttribute('href'), /floor-plan\.md$/);
});
