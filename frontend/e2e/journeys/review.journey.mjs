/** Questions answered by keyboard, answers taken back, and what others answer meanwhile. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';

const name = 'DOUBTFUL_SITE';
let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

const open = async () => (await call('GET', 'reviews/next?count=50&more=true', { name })).json;

const everybody = async () =>
  (await call('GET', 'identities?state=all&limit=200', { name })).json.items;

const personOf = async (id) => (await call('GET', `identities/${id}`, { name })).json;

/** What people decided, newest first. */
const decided = async () =>
  (await call('GET', 'decisions?limit=50', { name })).json.items.filter(
    (each) => each.actor === 'user',
  );

/** The site as it was: what comes after needs its questions. */
async function undoAllBut(known) {
  const kept = new Set(known.map((each) => each.id));
  for (const each of await decided()) {
    if (!kept.has(each.id)) await call('POST', `decisions/${each.id}/undo`, { name });
  }
}

/** The day's questions may have been asked already. */
async function askOn(page) {
  const more = page.getByRole('button', { name: 'Ask me more' });
  const sides = page.locator('review-side');
  await sides.first().or(more).first().waitFor();
  if (await more.isVisible()) await more.click();
  await sides.nth(1).waitFor();
}

/** Labels of the two that are shown, once they stay: the service may settle a question itself. */
async function pairOf(page) {
  const more = page.getByRole('button', { name: 'Ask me more' });
  for (let before = []; ;) {
    if (await more.isVisible()) await more.click();
    const found = await page.locator('review-side h2').allTextContents();
    const pair = found.map((each) => each.trim());
    if (pair.length === 2 && pair.join() === before.join()) return pair;
    before = pair;
    await page.waitForTimeout(800);
  }
}

test('the tile of somebody who looks like a named person leads to the question', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  const known = await decided();
  const [asked] = (await call('GET', 'reviews/next', { name })).json.items;
  await call('PATCH', `identities/${asked.a.id}`, { name, body: { name: 'Ben' } });
  await go('people');
  await page.locator('person-tile').first().waitFor();
  const link = page.getByRole('link', { name: 'looks like Ben: merge?' });
  await link.first().waitFor({ state: 'attached' });
  for (const each of await page.locator('details:has(person-tile)').all()) {
    await each.evaluate((details) => (details.open = true));
  }
  await link.first().click();
  await page.locator('review-side').first().waitFor();
  assert.ok((await pairOf(page)).includes('Ben'));
  assert.deepEqual(faults, []);
  await undoAllBut(known);
  await context.close();
});

test('ten questions are answered by keyboard, and the store says the same', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  const known = await decided();
  await go('review');
  const said = [];
  for (const key of ['y', 'n', 's', 'n', 'n', 'y', 'n', 'n', 'n', 'n']) {
    await askOn(page);
    const people = await everybody();
    const [a, b] = (await pairOf(page)).map((label) => people.find((each) => each.label === label));
    said.push({ key, a, b });
    await page.keyboard.press(key);
    const words = {
      y: /2 people are one now: .*, \d+ sightings\./,
      n: `${a.label} and ${b.label} stay two people, for good.`,
      s: 'Left open. It is asked again only when more is known.',
    };
    await page.locator('.changed', { hasText: words[key] }).waitFor();
  }
  const kinds = (await decided()).map((each) => each.kind);
  const made = kinds.slice(0, kinds.length - known.length).sort();
  assert.deepEqual(made, [...Array(7).fill('distinguish'), 'merge', 'merge', 'unsure']);
  const pairs = (await open()).items.map(({ a, b }) => [a.id, b.id].sort().join());
  for (const { key, a, b } of said) {
    const ids = [(await personOf(a.id)).id, (await personOf(b.id)).id].sort();
    if (key === 'y') assert.equal(ids[0], ids[1], `${a.label} and ${b.label} are one`);
    assert.ok(!pairs.includes(ids.join()), `${a.label} and ${b.label} are not asked about again`);
  }
  assert.deepEqual(faults, []);
  await undoAllBut(known);
  await context.close();
});

test('those who look alike are confirmed with one answer, but for the wrong one', async () => {
  const { page, context, go } = await openPage(browser, { site: name });
  const known = await decided();
  // As the service has it, but with those first who have most lookalikes.
  await page.route('**/api/reviews/next?*', async (route) => {
    const found = await (await route.fetch()).json();
    found.items.sort((a, b) => b.group.length - a.group.length);
    await route.fulfill({ json: found });
  });
  await go('review');
  await askOn(page);
  const tiles = page.locator('review-group .one');
  await tiles.nth(1).waitFor();
  const wrong = (await tiles.first().locator('.name .cut').textContent()).trim();
  const people = await everybody();
  const all = await tiles.count();
  await page.keyboard.press('a');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: `Same: all ${all + 1}` }).waitFor();
  await page.keyboard.press('y');
  await page.getByText(`${all + 1} people are one now:`).waitFor();
  const left = await everybody();
  assert.equal(left.length, people.length - all);
  assert.ok(
    left.some((each) => each.label === wrong),
    'the wrong one stays',
  );
  await page.keyboard.press('u');
  await page.locator('.changed', { hasText: 'people are one now:' }).waitFor({ state: 'detached' });
  assert.equal((await everybody()).length, people.length);
  await page.unrouteAll({ behavior: 'wait' });
  await undoAllBut(known);
  await context.close();
});

test('a bad picture is evidence no longer, until that is taken back', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  await go('review');
  await askOn(page);
  await pairOf(page);
  await page.keyboard.press('b');
  await page.getByText(/That picture of .* counts no longer\./).waitFor();
  const [called] = await decided();
  assert.deepEqual([called.kind, called.changes[0].after], ['picture', true]);
  await page.keyboard.press('u');
  await page.getByText(/counts no longer/).waitFor({ state: 'detached' });
  assert.equal((await decided())[0].reverses, called.id);
  assert.deepEqual(faults, []);
  await context.close();
});

test('three keys answer three questions, and U takes the last answer back', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  const before = await open();
  assert.ok(before.open > 3, 'a weak model has questions');
  await go('review');
  await askOn(page);
  await page.getByRole('heading', { name: 'Same person?' }).waitFor();

  const asked = await pairOf(page);
  await page.keyboard.press('s');
  await page.getByText('Left open.').waitFor();
  assert.notDeepEqual(await pairOf(page), asked);
  const [leftOpen] = await decided();
  assert.equal(leftOpen.kind, 'unsure');
  await page.keyboard.press('u');
  await page.getByText('Left open.').waitFor({ state: 'detached' });
  assert.equal((await decided())[0].reverses, leftOpen.id);
  assert.equal((await open()).open, before.open, 'it is asked again');
  await pairOf(page);
  await page.keyboard.press('s');
  await page.getByText('Left open.').waitFor();
  await pairOf(page);

  await page.keyboard.press('n');
  await page.getByText('stay two people, for good.').waitFor();

  const [, second] = await pairOf(page);
  await page.keyboard.press('y');
  await page.getByText('2 people are one now:').waitFor();
  const merged = await open();
  assert.ok(merged.open < before.open);

  await page.keyboard.press('u');
  await page.getByText('stay two people, for good.').waitFor();
  const people = await everybody();
  assert.ok(
    people.some((each) => each.label === second),
    'they are two again',
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('a question that somebody else answered is told, and can be taken back', async () => {
  const { page, context, go } = await openPage(browser, { site: name });
  await go('review');
  await askOn(page);
  const labels = await pairOf(page);
  const asked = (await open()).items.find(
    ({ a, b }) => labels.includes(a.label) && labels.includes(b.label),
  );
  const body = { answer: 'different' };
  await call('POST', `reviews/${asked.id}/answer`, { name, body });
  const told = `${asked.a.label} and ${asked.b.label} were told apart meanwhile.`;
  await page.locator('.elsewhere', { hasText: told }).waitFor();
  const [answered] = await decided();
  assert.equal(answered.kind, 'distinguish');
  await page.locator('.elsewhere').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.elsewhere').waitFor({ state: 'detached' });
  assert.equal((await decided())[0].reverses, answered.id);
  await context.close();
});
