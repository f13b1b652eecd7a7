/** From a frame to a saved route: the wizard. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage } from '../lib/browser.mjs';

let browser;
const { status } = await call('GET', 'searches');
const skip = status === 200 ? false : 'this service has no searches';

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

test('a search goes from a frame over ticks and crosses to a saved route', { skip }, async () => {
  const { page, context, faults, go } = await openPage(browser);
  await go('search');
  await page.locator('frame-people button').first().waitFor();
  await page.getByRole('button', { name: 'Previous', exact: true }).click();
  await page.locator('frame-people button').first().click();
  await page.getByRole('heading', { name: 'Where else were they?' }).waitFor();

  await page.getByRole('button', { name: 'Widen ×2' }).click();
  await page.getByRole('button', { name: 'Widen ×2' }).click();
  const likely = page.locator('candidate-tile', { hasText: 'likely' });
  await likely.first().waitFor();
  await likely.first().locator('button.picture').focus();
  await page.keyboard.press(' ');
  await page.getByText('1 confirmed').waitFor();
  const weak = page.locator('candidate-tile', { hasText: 'weak' });
  await weak.first().locator('button.picture').focus();
  await page.keyboard.press('x');
  await page.locator('candidate-tile article.cross').waitFor();
  await page.keyboard.press('r');
  await page.getByText(/newcomer|Nothing more/).waitFor();

  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.locator('leg-list li').nth(1).waitFor();
  assert.ok((await page.locator('fr-plan .stop').count()) > 0);
  await page.getByRole('button', { name: 'Save as person' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/sighting is .* now\.|sightings are .* now\./).waitFor();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByText('Taken back.').waitFor();
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
    await context.close();
  },
);
