/** Questions answered by keyboard, and an answer taken back. */
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

test('three keys answer three questions, and U takes the last answer back', async () => {
  const { page, context, faults, go } = await openPage(browser, { site: name });
  const before = await open();
  assert.ok(before.open > 3, 'a weak model has questions');
  await go('review');
  await page.getByRole('heading', { name: 'Same person?' }).waitFor();
  const shown = () => page.locator('review-side h2').allTextContents();

  const asked = await shown();
  await page.keyboard.press('s');
  await page.getByText('Left open.').waitFor();
  assert.notDeepEqual(await shown(), asked);

  await page.keyboard.press('n');
  await page.getByText('stay two people, for good.').waitFor();

  const [, second] = await shown();
  await page.keyboard.press('y');
  await page.getByText('Now one person:').waitFor();
  const merged = await open();
  assert.ok(merged.open < before.open);

  await page.keyboard.press('u');
  await page.getByText('stay two people, for good.').waitFor();
  const people = (await call('GET', 'identities?state=all&limit=200', { name })).json.items;
  assert.ok(
    people.some((each) => each.label === second.trim()),
    'they are two again',
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test('a question that somebody else answered is told, and the next one comes', async () => {
  const { page, context, go } = await openPage(browser, { site: name });
  await go('review');
  // The day's questions may have been asked already.
  const more = page.getByRole('button', { name: 'Ask me more' });
  await page.locator('review-side').first().or(more).first().waitFor();
  if (await more.isVisible()) await more.click();
  await page.locator('review-side').first().waitFor();
  // As if this page had not heard of the other's answer.
  await page.route('**/api/reviews/*/answer', (route) =>
    route.fulfill({ status: 404, json: { code: 'not_found', message: 'Not open any more.' } }),
  );
  await page.keyboard.press('y');
  await page.getByText('That question was answered meanwhile.').waitFor();
  await context.close();
});
