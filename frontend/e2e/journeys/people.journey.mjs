/** Signing in, naming, merging, taking back: by keyboard. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage, site } from '../lib/browser.mjs';

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

const labels = async () =>
  (await call('GET', 'identities?state=all&limit=200')).json.items
    .map(({ id, label, sightings }) => `${id} ${label} ${sightings}`)
    .sort();

test('a stranger is asked for the token, once', async () => {
  const { page, context } = await openPage(browser, { signedIn: false });
  await page.goto(site().url);
  await page.getByLabel('Token').fill('wrong');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('This is not the token').waitFor();
  await page.getByLabel('Token').fill(site().token);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'not kept on the device');
  await context.close();
});

test('how fast the model is stands in the first steps and in the settings', async () => {
  const { page, context, go } = await openPage(browser);
  await go('people');
  await page
    .locator('first-run')
    .getByText(/^[\d.]+ ms per picture$/)
    .waitFor();
  await go('settings');
  await page
    .locator('connections-card')
    .getByText(/ · [\d.]+ ms per picture$/)
    .waitFor();
  await context.close();
});

test('somebody is named by keyboard and the name is taken back', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const unchanged = await labels();
  await go('people');
  await page.locator('person-tile').first().locator('a').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Anna');
  await page.keyboard.press('Enter');
  await page.locator('person-tile', { hasText: 'Anna' }).waitFor();
  assert.notDeepEqual(await labels(), unchanged);
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
  await page.locator('person-tile', { hasText: 'Anna' }).waitFor({ state: 'detached' });
  assert.deepEqual(await labels(), unchanged);
  assert.deepEqual(faults, []);
  await context.close();
});

test('an existing name asks whether it is the same person, and merging can be undone', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const [first, second] = (await call('GET', 'identities?limit=2')).json.items;
  const done = await call('PATCH', `identities/${first.id}`, { body: { name: 'Ben' } });
  const named = await labels();
  await go('people');
  await page.getByRole('button', { name: `Rename ${second.label}` }).click();
  await page.getByLabel(`Name of ${second.label}`).fill('Ben');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'There is a Ben already' }).waitFor();
  await page.getByRole('button', { name: 'Same person: merge' }).click();
  await page.getByRole('heading', { name: 'Are these one person?' }).waitFor();
  await page.getByText('Ben keeps name').waitFor();
  await page.getByRole('button', { name: /^Make 2 people one/ }).click();
  await page.getByText('2 people are Ben now.').waitFor();
  assert.equal((await labels()).length, named.length - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.').waitFor();
  assert.deepEqual(await labels(), named);
  await call('POST', `decisions/${done.json.decision_ids[0]}/undo`);
  assert.deepEqual(faults, []);
  await context.close();
});

test('several are selected by keyboard, hidden and shown again', async () => {
  const { page, context, go } = await openPage(browser);
  const unchanged = await labels();
  await go('people');
  await page.locator('person-tile').first().locator('a').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  const before = await page.locator('person-tile').count();
  await page.keyboard.press('h');
  await page.getByText('2 people are hidden').waitFor();
  await page.waitForFunction(
    (count) =>
      document
        .querySelector('fr-app')
        .shadowRoot.querySelector('people-page')
        .shadowRoot.querySelectorAll('person-tile').length ===
      count - 2,
    before,
  );
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
  assert.deepEqual(await labels(), unchanged);
  await context.close();
});

test('the eight most seen are named one after another by keyboard', async () => {
  const { page, context, faults, go } = await openPage(browser);
  const unchanged = await labels();
  const known = (await call('GET', 'decisions?limit=1')).json.items[0]?.id;
  const { items } = (await call('GET', 'identities?state=unnamed&limit=200')).json;
  const most = items.sort((a, b) => b.sightings - a.sightings || a.number - b.number).slice(0, 8);
  await go('people');
  await page.getByRole('link', { name: 'Name your household' }).click();
  const names = ['Anna', 'Ben', '', 'Carla', 'Dario', 'Eva', 'Finn', 'Gerd'];
  for (const [index, person] of most.entries()) {
    await page
      .locator('naming-guide')
      .getByText(`${index + 1} of ${most.length}`)
      .waitFor();
    await page.locator(`naming-guide input[aria-label="Name of ${person.label}"]:focus`).waitFor();
    await page.keyboard.type(names[index]);
    await page.keyboard.press('Enter');
  }
  await page.getByText('That was everybody.').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('naming-guide').waitFor({ state: 'detached' });
  await page.locator('person-tile', { hasText: 'Carla' }).waitFor();
  for (const [index, person] of most.entries()) {
    const { json } = await call('GET', `identities/${person.id}`);
    assert.equal(json.name ?? '', names[index], `${person.label} has its name`);
  }
  for (const each of (await call('GET', 'decisions?limit=50')).json.items) {
    if (each.id === known) break;
    await call('POST', `decisions/${each.id}/undo`);
  }
  assert.deepEqual(await labels(), unchanged);
  assert.deepEqual(faults, []);
  await context.close();
});

test('without the service the last known people stay, and nothing can be changed', async () => {
  const { page, context, go } = await openPage(browser);
  const sockets = [];
  let away = false;
  await page.routeWebSocket(/\/api\/ws/, (socket) => {
    if (away) void socket.close();
    else socket.connectToServer();
    sockets.push(socket);
  });
  await go('people');
  const tiles = await page.locator('person-tile').count();
  await page.locator('person-tile').first().locator('.box').click();
  away = true;
  await page.route('**/api/**', (route) => route.abort());
  for (const socket of sockets) await socket.close();
  await page.getByText(/^Not connected\. What you see is/).waitFor();
  assert.equal(await page.locator('person-tile').count(), tiles);
  const name = page.locator('person-tile').first().locator('.name');
  assert.ok(await name.isDisabled());
  assert.match(await name.getAttribute('title'), /^Not connected/);
  assert.ok(await page.locator('selection-bar').getByRole('button', { name: 'Hide' }).isDisabled());
  await context.close();
});

test('the order that was chosen stays after a reload', async () => {
  const { page, context, faults, go } = await openPage(browser);
  await go('people');
  await page.locator('person-tile').first().waitFor();
  await page.getByLabel('Sort').selectOption({ label: 'Sort: name' });
  const listed = async () =>
    (await call('GET', 'identities?sort=name')).json.items.map((each) => each.label);
  await page.reload();
  await page.locator('person-tile').first().waitFor();
  assert.equal(await page.getByLabel('Sort').inputValue(), 'name');
  // One list without sections: nobody is without an e.
  const answered = page.waitForResponse((each) => each.url().includes('q=e'));
  await page.getByPlaceholder('Search names').fill('e');
  await answered;
  await page.waitForTimeout(800);
  const wanted = (await listed()).filter((label) => label.toLowerCase().includes('e'));
  const shown = await page.locator('person-tile .name').allTextContents();
  assert.deepEqual(
    shown.map((each) => each.trim()),
    wanted,
  );
  assert.deepEqual(faults, []);
  await context.close();
});
