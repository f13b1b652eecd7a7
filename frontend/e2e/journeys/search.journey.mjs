/** From a frame to a film and a saved route: the wizard. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';
import { drawPlan } from '../lib/plan.mjs';

let browser;
const { status } = await call('GET', 'searches');
const skip = status === 200 ? false : 'this service has no searches';

before(async () => {
  browser = await openBrowser();
  await drawPlan();
});

after(() => browser.close());

const searchOf = async (page) => {
  const id = decodeURIComponent(/#\/search\/([^?]+)/.exec(page.url())[1]);
  return (await call('GET', `searches/${id}`)).json;
};

const legsOf = async (id) =>
  (await call('GET', `searches/${id}/route`)).json.legs.map((leg) => leg.sighting_id);

/** Waits until the service says so, for the page may show a mark before it is kept. */
async function settled(read, isSo) {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await read();
    if (isSo(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('the service never said so');
}

test(
  'a whole search: from a frame over ticks, crosses and an order to one film',
  { skip },
  async () => {
    const { page, context, faults, go } = await openPage(browser, { motion: true });
    await go('search');
    await page.locator('frame-people button').first().waitFor();
    const { items } = (await call('GET', 'identities?limit=50')).json;
    const most = items.reduce((one, each) => (each.sightings > one.sightings ? each : one));
    const seed = page.getByRole('button', { name: `Search for ${most.label}`, exact: true });
    while (!(await seed.isVisible())) {
      await Promise.all([
        page.waitForResponse((answer) => answer.url().includes('frames/people')),
        page.getByRole('button', { name: 'Previous', exact: true }).click(),
      ]);
      await page.waitForTimeout(50);
    }
    await seed.click();
    await page.getByRole('heading', { name: 'Where else were they?' }).waitFor();
    const { id } = await searchOf(page);

    // Cameras, on the list and on the plan.
    await page.getByRole('tab', { name: 'Cameras' }).click();
    const lit = page.locator('cameras-step fr-plan .camera:not(.dim)');
    await lit.nth(3).waitFor();
    await page.locator('cameras-step li').first().hover();
    await lit.nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Next door' }).click();
    await settled(
      () => searchOf(page),
      (search) => search.cameras !== null,
    );
    await page.locator('cameras-step').getByRole('button', { name: 'All', exact: true }).click();
    await settled(
      () => searchOf(page),
      (search) => search.cameras === null,
    );
    await page.getByRole('button', { name: 'To the candidates' }).click();

    // Candidates, by keyboard; a mouse that rests plays.
    const narrow = await searchOf(page);
    for (const times of [2, 4, 8]) {
      await page.getByRole('button', { name: 'Widen ×2' }).click();
      await settled(
        () => searchOf(page),
        (now) => Math.round((now.to_s - now.from_s) / (narrow.to_s - narrow.from_s)) === times,
      );
    }
    const likely = page.locator('candidate-tile', { hasText: 'likely' });
    await likely.nth(1).waitFor();
    await likely.first().locator('button.picture').hover();
    await likely.first().locator('hover-clip video').waitFor();
    await page.mouse.move(0, 0);
    await likely.first().locator('hover-clip video').waitFor({ state: 'detached' });
    for (const at of [0, 1]) {
      await likely.nth(at).locator('button.picture').focus();
      await page.keyboard.press(' ');
      await page.getByText(`${at + 1} confirmed`).waitFor();
    }
    const crossed = page.locator('candidate-tile', { hasText: 'weak' }).first();
    await crossed.locator('button.picture').focus();
    await page.keyboard.press('x');
    await page.locator('candidate-tile article.cross').waitFor();
    await page.keyboard.press('p');
    await crossed.locator('fr-clip video').waitFor();
    await page.keyboard.press('p');
    await crossed.locator('fr-clip').waitFor({ state: 'detached' });
    const marked = await settled(
      () => searchOf(page),
      (now) => now.ticked + now.crossed === 3,
    );
    assert.deepEqual([marked.ticked, marked.crossed, marked.refined], [2, 1, 0]);
    await page.keyboard.press('r');
    await page.getByText(/newcomer|Nothing more/).waitFor();
    assert.equal((await searchOf(page)).refined, 1);

    // The result: in another order, one left out and taken in again, after a reload as well.
    await page.getByRole('button', { name: 'View', exact: true }).click();
    const legs = page.locator('result-legs .leg');
    await legs.nth(2).waitFor();
    const [first, second, third] = await legsOf(id);
    assert.ok((await page.locator('fr-plan .stop').count()) > 0);
    await page.locator('result-legs .down').first().click();
    await page.getByRole('button', { name: 'All, by time' }).waitFor();
    assert.deepEqual(await legsOf(id), [second, first, third]);
    await page.locator('result-legs .drop').last().click();
    await page.getByRole('heading', { name: 'Left out of the result' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Left out of the result' }).waitFor();
    assert.equal(await legs.count(), 2);
    assert.deepEqual(await legsOf(id), [second, first]);
    assert.deepEqual((await searchOf(page)).dropped, [third]);

    // One of which nobody is sure is no longer confirmed, is shown so, and is again.
    const doubt = page.getByRole('button', { name: /^Not sure: / }).first();
    await doubt.click();
    await page.locator('result-legs li.unsure', { hasText: 'Not sure' }).waitFor();
    const [doubted] = (await searchOf(page)).unsure;
    assert.deepEqual(await legsOf(id), [second, first], 'it stays where it was');
    assert.ok([first, second].includes(doubted));
    assert.equal((await searchOf(page)).ticked, 1);
    await page.reload();
    await page.getByRole('button', { name: /^Yes, this is the person: / }).click();
    await page.locator('result-legs li.unsure').waitFor({ state: 'detached' });
    assert.deepEqual([(await searchOf(page)).unsure, (await searchOf(page)).ticked], [[], 2]);

    // Played in that order, with a word about what is between.
    await page.getByRole('button', { name: /^Play all/ }).click();
    await page.locator('result-step fr-clip video').waitFor();
    assert.match(await page.locator('result-legs .chosen').textContent(), /1/);
    await page.locator('result-step video').evaluate(async (video) => {
      if (!video.readyState) await new Promise((ready) => (video.onloadedmetadata = ready));
      video.currentTime = video.duration;
    });
    await page.getByText(/ in \d s/).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('result-legs li.chosen', { hasText: '2' }).waitFor();

    // Taken away as one film of what is shown.
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Start export' }).click();
    const save = page.getByRole('button', { name: 'Save file' });
    await save.waitFor({ timeout: 120_000 });
    const downloading = page.waitForEvent('download');
    await save.click();
    const file = await (await downloading).path();
    const film = readFileSync(file);
    assert.equal(film.subarray(4, 8).toString('latin1'), 'ftyp');
    const [job] = (await call('GET', 'jobs?kind=export&limit=1')).json.items;
    assert.equal(job.state, 'done');
    assert.equal(job.result.legs, 2);
    assert.equal(job.result.bytes, film.length);
    await page.keyboard.press('Escape');

    // Saved: ticks are this person, whoever was crossed is not; and all of it is taken back.
    await page.getByRole('button', { name: 'Take in again' }).click();
    await legs.nth(2).waitFor();
    await page.getByRole('button', { name: 'Save as person' }).click();
    await page.getByLabel('Name').fill('Walker');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/sightings? (is|are) Walker now\./).waitFor();
    const saved = await searchOf(page);
    assert.equal(saved.state, 'finished');
    await page.locator('result-step').getByRole('switch', { name: 'Alert me' }).waitFor();
    const whose = await Promise.all(
      [first, second, third].map(
        async (each) =>
          (await call('GET', `sightings/${encodeURIComponent(each)}`)).json.identity_id,
      ),
    );
    assert.deepEqual(whose, Array(3).fill(saved.identity_id));
    assert.equal((await call('GET', `identities/${saved.identity_id}`)).json.name, 'Walker');
    const kinds = (await call('GET', 'decisions?limit=9')).json.items.map((each) => each.kind);
    assert.ok(kinds.includes('distinguish'), 'whoever was crossed is somebody else');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByText('Taken back.').waitFor();
    assert.deepEqual(faults, []);
    await context.close();
  },
);

test('a candidate plays in its tile, and says so where the footage is gone', { skip }, async () => {
  const { items } = (await call('GET', 'sightings?limit=1')).json;
  const seed = { sighting_id: items[0].id, window_s: 600 };
  const begun = await call('POST', 'searches', { body: seed });
  const { page, context, faults, go } = await openPage(browser);
  await go(`search/${begun.json.id}`);
  const tiles = page.locator('candidate-tile');
  const [first, second] = [tiles.nth(0), tiles.nth(1)];
  await first.locator('button.picture').focus();
  await page.keyboard.press('p');
  await first.locator('fr-clip video').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.route('**/clip.mp4*', (route) =>
    route.fulfill({ status: 404, json: { code: 'not_found', message: 'The footage is gone.' } }),
  );
  await page.keyboard.press('p');
  await second.getByText('The footage is gone.').waitFor();
  await first.locator('fr-clip').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await second.locator('fr-clip').waitFor({ state: 'detached' });
  assert.equal(await page.locator('candidate-tile article.tick').count(), 0, 'nothing is marked');
  assert.deepEqual(faults, []);
  await context.close();
});

test(
  'a search is still there after a reload, and its cameras can be chosen',
  { skip },
  async () => {
    const { items } = (await call('GET', 'sightings?limit=1')).json;
    const begun = await call('POST', 'searches', { body: { sighting_id: items[0].id } });
    const { page, context, go } = await openPage(browser);
    await go('search');
    await page.getByRole('heading', { name: 'Recent searches' }).waitFor();
    await page.locator(`search-start li a[href*="${begun.json.id}"]`).click();
    await page.getByRole('tab', { name: 'Cameras' }).click();
    const first = page.locator('cameras-step input[type=checkbox]').first();
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'PATCH'),
      first.uncheck(),
    ]);
    await page.reload();
    await page.locator('cameras-step input[type=checkbox]').first().waitFor();
    assert.equal(
      await page.locator('cameras-step input[type=checkbox]').first().isChecked(),
      false,
    );
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await settled(
      () => searchOf(page),
      (search) => search.cameras === null,
    );

    // Another search begins with all cameras, and takes those of the search before on request.
    const chosen = (await call('GET', 'cameras')).json.items.slice(0, 2).map((each) => each.name);
    await call('PATCH', `searches/${begun.json.id}`, { body: { cameras: chosen } });
    const next = await call('POST', 'searches', { body: { sighting_id: items[0].id } });
    await go(`search/${next.json.id}?step=cameras`);
    await page.getByRole('button', { name: 'Last used' }).click();
    const taken = await settled(
      () => searchOf(page),
      (search) => search.cameras !== null,
    );
    assert.deepEqual(taken.cameras, chosen.sort());
    await context.close();
  },
);

test('who is not found can be waited for', { skip }, async () => {
  const { items } = (await call('GET', 'sightings?limit=1')).json;
  const begun = await call('POST', 'searches', { body: { sighting_id: items[0].id } });
  const { page, context, faults, go } = await openPage(browser);
  await page.route(/\/candidates/, async (asked) => {
    const answer = await asked.fetch();
    await asked.fulfill({ json: { ...(await answer.json()), items: [], total: 0, cursor: null } });
  });
  await go(`search/${begun.json.id}`);
  await page.getByRole('tab', { name: 'Candidates' }).click();
  await page.getByRole('heading', { name: 'Nobody found' }).waitFor();
  const alert = page.locator('candidates-step').getByRole('switch', { name: 'Alert me' });
  await alert.click();
  await page.getByText(/^You are told when they are back/).waitFor();
  const path = `identities/${items[0].identity_id}/watch`;
  assert.equal((await call('DELETE', path)).status, 200);
  assert.deepEqual(faults, []);
  await context.close();
});
