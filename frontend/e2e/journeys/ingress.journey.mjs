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

test('without the service what was read stays, and acts wait and say why', async () => {
  const own = await startIngress(site().ingress_port);
  const { page, context, faults } = await openPage(browser, { signedIn: false });
  await page.goto(`${own.url}#/settings?tab=privacy`);
  await page.getByText('All is well').waitFor();
  await page.getByRole('switch', { name: 'Leave out Garden' }).waitFor();
  const erase = page.getByRole('button', { name: 'Delete everything' });
  assert.equal(await erase.getAttribute('aria-disabled'), null);

  own.stop();
  await page.getByText(/Not connected\. What you see is .* old/).waitFor();
  await page.locator('data-card button.danger[aria-disabled=true]').waitFor();
  assert.match(await erase.getAttribute('title'), /has to wait until the service answers/);
  assert.equal(await page.getByRole('switch', { name: 'Leave out Garden' }).isDisabled(), true);
  await erase.click({ force: true });
  assert.equal(await page.getByRole('dialog').count(), 0, 'nothing is begun');
  await page.getByRole('tab', { name: 'Service' }).click();
  await page.getByRole('heading', { name: 'Connections' }).waitFor();
  await page.getByRole('tab', { name: 'Privacy and data' }).click();

  const again = await startIngress(site().ingress_port, own.port);
  await page.getByText('All is well').waitFor({ timeout: 60_000 });
  await page.locator('data-card button.danger:not([aria-disabled])').click();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
  again.stop();
});
