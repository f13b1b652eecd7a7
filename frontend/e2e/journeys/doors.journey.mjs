/** A route over two floors goes by the stairs, and a doubted link shows its runner-up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';

// Its data goes in another journey, so nobody misses what is drawn here.
const name = 'SPARE_SITE';
const CAMERAS = [
  ['driveway', 'ground', 200, 500],
  ['entrance', 'ground', 400, 500],
  ['garden', 'upstairs', 600, 300],
  ['terrace', 'upstairs', 800, 300],
];

let browser;
let person;

before(async () => {
  browser = await openBrowser();
  const { items } = (await call('GET', 'identities?limit=50', { name })).json;
  person = items.reduce((most, each) => (each.sightings > most.sightings ? each : most));
  const floors = {};
  for (const [level, floor] of ['ground', 'upstairs'].entries()) {
    const { json } = await call('POST', 'floors', { name, body: { name: floor, level } });
    floors[floor] = json.id;
  }
  for (const [camera, floor, x, y] of CAMERAS) {
    const looks = { heading_deg: 0, view_deg: 80, range_units: 100 };
    const body = { floor_id: floors[floor], x, y, ...looks };
    await call('PUT', `cameras/${camera}/placement?frigate_instance=frigate`, { name, body });
  }
  const ends = [
    { floor_id: floors.ground, x: 500, y: 700 },
    { floor_id: floors.upstairs, x: 500, y: 100 },
  ];
  const { status } = await call('POST', 'passages', { name, body: { kind: 'stairs', ends } });
  assert.equal(status, 200);
});

after(() => browser.close());

test('lines lead to the stairs, and the walker leaves by them', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  await go(`people/${person.id}`);
  await page.locator('fr-plan .passage').first().waitFor();
  const lines = await page
    .locator('fr-plan path.route')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  assert.ok(
    lines.some((each) => /500 (700|100)/.test(each)),
    lines.join('; '),
  );
  await page.getByRole('button', { name: 'Play route' }).click();
  await page.locator('fr-plan .walker').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a doubted link has a thin second line, which leads to why', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  // The demo has nobody who is so much in doubt.
  await page.route(/identities\/[^/]+\/route\?/, async (asked) => {
    const answer = await asked.fetch();
    const route = await answer.json();
    const [first, second] = route.legs;
    const here = CAMERAS.filter(([, floor]) => floor === floorOf(first.camera));
    const [camera] = here.find(([each]) => each !== first.camera);
    route.branches = [
      {
        ...second,
        after: first.sighting_id,
        instead_of: second.sighting_id,
        sighting_id: route.legs[2].sighting_id,
        camera,
        identity_id: 'somebody',
        identity_label: 'Person 99',
        probability: 0.354,
        leg_probability: 0.5,
      },
    ];
    assert.match(asked.request().url(), /branches=true/);
    await asked.fulfill({ response: answer, json: route });
  });
  await go(`people/${person.id}`);
  const words = page.getByRole('link', { name: /^or .*, now Person 99: 35 %$/ });
  await words.waitFor();
  await page.locator('fr-plan .stop').first().waitFor();
  await words.click();
  await page.getByText('likely one person').or(page.getByText('They are linked')).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

function floorOf(camera) {
  return CAMERAS.find(([each]) => each === camera)[1];
}
