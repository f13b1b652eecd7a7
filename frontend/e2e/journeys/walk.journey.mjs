/** The walk test, walked by somebody of the demo: past all four cameras, while nobody else does. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';
import { startPlaying } from '../lib/playing.mjs';

const name = 'WALKED_SITE';
/** Seconds of the recording: one walker has just left, the next one is alone for so long. */
const [BEGUN_S, MIDWAY_S, OVER_S] = [806, 864, 879];
const CAMERAS = ['driveway', 'garden', 'terrace', 'entrance'];

let browser;
let playing;

before(async () => {
  playing = await startPlaying(name, {}, BEGUN_S);
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  playing?.stop();
});

test('a walk shows while it is walked, and stays beside what was learned', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  const card = page.locator('walk-card');
  const rows = card.locator('tbody tr');
  await go('cameras?tab=ways');
  await card.getByRole('button', { name: 'Start walk' }).click();
  await card.getByText('nobody was seen yet').waitFor();

  await playing.playUntil(MIDWAY_S);
  await rows.nth(1).waitFor();
  assert.match(await rows.first().textContent(), /Driveway → Garden/);
  await card.getByText('last seen by Terrace').waitFor();

  await playing.playUntil(OVER_S);
  await rows.nth(2).waitFor();
  await card.getByRole('button', { name: 'Stop walk' }).click();
  await card.getByRole('button', { name: 'Start walk' }).waitFor();
  const walk = (await call('GET', 'walk-test', { name })).json;
  assert.deepEqual(
    walk.legs.map((each) => each.camera),
    CAMERAS,
  );
  assert.equal(walk.people, 1, 'nobody else was taken for the walker');
  for (const [at, { walked_s, learned }] of walk.steps.entries()) {
    const out_s = walk.legs[at + 1].start_s - walk.legs[at].end_s;
    assert.ok(Math.abs(walked_s - out_s) < 0.01);
    const words = await rows.nth(at).textContent();
    assert.match(words, learned.p50_s === null ? /nothing yet/ : /times/);
  }

  await page.reload();
  await rows.nth(2).waitFor();
  await card.getByText(/4 sightings/).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
