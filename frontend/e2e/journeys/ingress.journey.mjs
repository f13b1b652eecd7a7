/** Through Home Assistant: below another path, without a token, live. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, site } from '../lib/browser.mjs';
import { startIngress } from '../lib/ingress.mjs';

let browser;
let ingress;

before(async () => {
  browser = await openBrowser();
  ingress = await startIngress(site().ingress_port);
});

after(async () => {
  ingress.stop();
  await browser.close();
});

test('the app works below any path without a token, with pictures and live', async () => {
  const { page, context, faults } = await openPage(browser, { signedIn: false });
  const outside = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(ingress.url) && !url.startsWith('blob:')) outside.push(url);
  });
  await page.goto(ingress.url);
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
  await page.getByText('anna', { exact: true }).waitFor();
  await page.getByText('All is well').waitFor();
  await page.locator('person-tile img').first().waitFor();
  await page.locator('person-tile a').first().click();
  await page.locator('leg-list li').first().waitFor();
  assert.deepEqual(outside, [], 'nothing is asked for elsewhere');
  assert.deepEqual(faults, []);
  await context.close();
});
