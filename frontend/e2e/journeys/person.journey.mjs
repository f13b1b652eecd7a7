/** One person: the route, what links its legs, a sighting that is somebody else's. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';

let browser;
let person;

before(async () => {
  browser = await openBrowser();
  const { items } = (await call('GET', 'identities?limit=50')).json;
  person = items.reduce((most, each) => (each.sightings > most.sightings ? each : most));
});

after(() => browser.close());

test('the route is drawn, listed and explained', async () => {
  const { page, context, faults, go } = await openPage(browser);
  await go(`people/${person.id}`);
  await page.getByRole('heading', { name: person.label }).waitFor();
  const legs = page.locator('leg-list li');
  assert.equal(await legs.count(), person.sightings);
  assert.ok((await page.locator('fr-plan .stop').count()) > 1, 'stops on the drawing');
  assert.ok((await page.locator('fr-timeline .bar').count()) >= person.sightings);
  await legs.nth(1).getByRole('button').click();
  await page.locator('leg-detail').getByText('They are linked').waitFor();
  await page.locator('term-bars').getByText('Looks', { exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a leg tells how long its way usually takes, and the header how long it is kept', async () => {
  const { page, context, go } = await openPage(browser);
  await go(`people/${person.id}`);
  const gap = page.locator('leg-list .gap', { hasText: /usually \d+:\d\d to \d+:\d\d/ }).first();
  await gap.waitFor();
  const walked = page.locator('leg-list li', { hasText: /usually/ }).first();
  await walked.getByRole('button').click();
  const curve = page.locator('usual-curve');
  await curve.getByText(/^Usually .* on this way, by \d+ walks; \d+:\d\d this time\.$/).waitFor();
  assert.ok((await curve.locator('rect.usual').count()) > 1);
  await page.locator('retention-line').getByRole('link').waitFor();
  await context.close();
});

test('a leg of which nobody can tell stays, says so, and is taken back', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const leg = async () => (await call('GET', `identities/${person.id}/route`)).json.legs[1];
  const detail = page.locator('leg-detail');
  const chip = page.locator('leg-list li').nth(1).locator('.chip');
  const before = await leg();
  await go(`people/${person.id}`);
  await page.locator('leg-list li').nth(1).getByRole('button').click();
  await detail.getByText('They are linked').waitFor();
  await detail.getByRole('button', { name: 'Not sure' }).click();
  await page.getByText('Left open. Nothing moves, and it is not asked about.').waitFor();
  await chip.filter({ hasText: 'not sure' }).waitFor();
  await detail.getByText('Somebody looked and could not tell.').waitFor();
  assert.equal(await detail.getByRole('button', { name: 'Not sure' }).count(), 0);
  assert.deepEqual(await leg(), { ...before, certainty: 'unsure', doubted: true });
  await page.reload();
  await page.locator('leg-list li').nth(1).getByRole('button').click();
  await detail.locator('.open').getByRole('button', { name: 'Undo' }).click();
  await detail.locator('.open').waitFor({ state: 'detached' });
  assert.deepEqual(await leg(), before);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a leg leads to its page in Frigate, where the address is set', async () => {
  const { page, context, go } = await openPage(browser);
  const { legs } = (await call('GET', `identities/${person.id}/route`)).json;
  const shown = page.locator('leg-list li').first().getByRole('button');
  const link = page.locator('leg-detail').getByRole('link', { name: 'Open in Frigate' });
  await go(`people/${person.id}`);
  await shown.click();
  await page.locator('leg-detail').getByRole('button', { name: 'Play recording' }).waitFor();
  assert.equal(await link.count(), 0, 'nobody said where a browser finds Frigate');
  await page.route('**/api/info', async (route) => {
    const info = await (await route.fetch()).json();
    const [instance] = info.frigate_instances;
    return route.fulfill({ json: { ...info, frigate_urls: { [instance]: 'https://nvr.lan' } } });
  });
  await page.reload();
  await shown.click();
  const address = `https://nvr.lan/explore?event_id=${legs[0].event_id}`;
  assert.equal(await link.getAttribute('href'), address);
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  await context.close();
});

test('the route is played along the plan', async () => {
  const { page, context, go } = await openPage(browser);
  await go(`people/${person.id}`);
  await page.getByRole('button', { name: 'Play route' }).click();
  await page.locator('fr-plan .walker').waitFor();
  await page.locator('route-tab').getByRole('button', { name: 'Pause' }).click();
  await page.locator('fr-timeline .head').waitFor();
  await context.close();
});

test('another day says that nobody was seen, and leads back', async () => {
  const { page, context, go } = await openPage(browser);
  await go(`people/${person.id}`);
  await page.getByRole('button', { name: 'Day before' }).click();
  await page.getByRole('heading', { name: 'Not seen on this day' }).waitFor();
  await page.getByRole('button', { name: 'Day after' }).click();
  await page.locator('leg-list li').first().waitFor();
  await context.close();
});

test('a sighting is split off and taken back', async () => {
  const { page, context, go } = await openPage(browser);
  await go(`people/${person.id}?tab=sightings`);
  const tiles = page.locator('sightings-tab .one');
  assert.equal(await tiles.count(), person.sightings);
  await tiles.first().getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Split off' }).click();
  await page.getByText(/1 sighting is Person \d+ now\./).waitFor();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back.').waitFor();
  const { json } = await call('GET', `identities/${person.id}`);
  assert.equal(json.sightings, person.sightings);
  await context.close();
});

test('every decision is listed', async () => {
  const { page, context, go } = await openPage(browser);
  await go(`people/${person.id}?tab=history`);
  await page.getByText('Seen for the first time.').first().waitFor();
  assert.ok((await page.locator('history-tab li').count()) >= person.sightings);
  await context.close();
});

test('looks are removed, stand for nobody any more, and come back', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const looks = async () =>
    (await call('GET', `identities/${person.id}/templates?limit=24`)).json.crops.length;
  const before = await looks();
  await go(`people/${person.id}?tab=looks`);
  await page.getByRole('button', { name: 'Remove these looks' }).first().click();
  await page.getByText(/pictures? counts? no longer\./).waitFor();
  assert.ok((await looks()) < before);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back.').waitFor();
  assert.equal(await looks(), before);
  assert.deepEqual(faults, []);
  await context.close();
});

test('whoever was seen just now is expected where people walk to from there', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const { items } = (await call('GET', 'identities?limit=50')).json;
  const [latest] = items.toSorted((one, other) => other.last_seen_s - one.last_seen_s);
  const { json } = await call('GET', `identities/${latest.id}/expected`);
  const told = json.cameras.find((each) => each.walks >= 3);
  assert.ok(told, JSON.stringify(json));
  await go(`people/${latest.id}`);
  const line = page.locator('[data-expected]');
  await line.waitFor();
  const camera = told.camera.replaceAll('_', ' ');
  assert.match(await line.innerText(), new RegExp(`${camera} \\d+ %`, 'i'));
  assert.deepEqual(faults, []);
  await context.close();
});

test('other names are given, find the person, and are taken back', async () => {
  const { page, context, faults, go } = await openPage(browser);
  await go(`people/${person.id}`);
  await page.getByRole('button', { name: 'Add other names' }).click();
  const field = page.getByRole('combobox', { name: 'Other names, with commas between them' });
  await field.fill('The Postman, Pat');
  await field.press('Enter');
  await page.getByText('Also called The Postman, Pat', { exact: true }).waitFor();
  const { items } = (await call('GET', 'identities?q=postman')).json;
  assert.deepEqual(
    items.map((each) => each.id),
    [person.id],
  );
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back.').waitFor();
  await page.getByRole('button', { name: 'Add other names' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('somebody is waited for, which holds and is ended', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const waitedFor = async () =>
    (await call('GET', 'watches')).json.items.map((each) => each.identity_id);
  const alert = page.getByRole('switch', { name: 'Alert me' });
  await go(`people/${person.id}`);
  await alert.click();
  await page.getByText(/^You are told when they are back/).waitFor();
  assert.deepEqual(await waitedFor(), [person.id]);
  await page.reload();
  await page.locator('watch-switch input:checked').waitFor();
  const howLong = page.getByRole('combobox', { name: 'How long to alert' });
  await howLong.selectOption({ label: 'For 24 hours' });
  await page.getByText(/^You are told when they are back, until /).waitFor();
  const [{ since_s, until_s }] = (await call('GET', 'watches')).json.items;
  assert.ok(Math.abs(until_s - since_s - 86_400) < 60);
  await page.reload();
  await page
    .locator('watch-switch option:checked', { hasText: /^\s*Until .* \d\d:\d\d/ })
    .waitFor({ state: 'attached' });
  await alert.click();
  await page.getByText('You are not told any more.').waitFor();
  assert.deepEqual(await waitedFor(), []);
  const ended = { identity_id: person.id, identity_label: person.label, since_s, until_s };
  await page.route('**/api/watches', (route) =>
    route.fulfill({ json: { items: [], ended: [ended] } }),
  );
  await page.reload();
  await page
    .locator('watch-switch')
    .getByText(/^Ended .* \d\d:\d\d\.$/)
    .waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
