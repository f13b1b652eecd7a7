/** What is kept: a camera left out, a backup, everything gone, and everything back. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { call, openBrowser, openPage, site } from '../lib/browser.mjs';
import { startIngress } from '../lib/ingress.mjs';

const SPARE = { site: 'SPARE_SITE' };
const NAME = 'Zwirnlinde';
let browser;
let ingress;

before(async () => {
  browser = await openBrowser();
  ingress = await startIngress(site(SPARE.site).ingress_port);
});

after(async () => {
  ingress.stop();
  await browser.close();
});

const ask = async (path) => (await call('GET', path, { name: SPARE.site })).json;

/** Files of the data folder in which a word stands. */
function holding(word) {
  const { data_dir } = site(SPARE.site);
  const files = readdirSync(data_dir, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(word));
}

async function sightingsOf(camera) {
  return (await ask(`sightings?camera=${camera}&limit=200`)).items;
}

test('a camera is left out, and what is stored of it goes', async () => {
  const { page, context, faults, go } = await openPage(browser, SPARE);
  assert.ok((await sightingsOf('terrace')).length > 0);
  const others = (await sightingsOf('garden')).length;
  await go('settings?tab=privacy');
  await page.getByRole('switch', { name: 'Leave out Terrace' }).click();
  await page.getByRole('heading', { name: 'Leave out Terrace?' }).waitFor();
  await page.getByRole('button', { name: 'Leave out and delete' }).click();
  await page.getByText(/Terrace is left out\. \d+ sightings? (was|were) deleted/).waitFor();
  assert.deepEqual(await sightingsOf('terrace'), []);
  assert.equal((await sightingsOf('garden')).length, others);
  const { items } = await ask('settings/privacy');
  const left = items.filter((each) => each.excluded_since_s !== null);
  assert.deepEqual(
    left.map((each) => [each.camera, each.sightings]),
    [['terrace', 0]],
  );
  assert.equal(await page.getByRole('switch', { name: 'Leave out Terrace' }).isChecked(), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a decision bears the name of who made it in Home Assistant, and is taken back', async () => {
  const { page, context, faults } = await openPage(browser, { ...SPARE, signedIn: false });
  const { items } = await ask('identities?limit=1');
  await page.goto(`${ingress.url}#/people/${items[0].id}`);
  await page.getByRole('heading').first().waitFor();
  const patched = await page.evaluate(
    async ([id, name]) => {
      const answer = await fetch(`api/identities/${id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name }),
      });
      return answer.status;
    },
    [items[0].id, NAME],
  );
  assert.equal(patched, 200);
  await page.goto(`${ingress.url}#/settings?tab=audit`);
  await page.getByRole('combobox', { name: 'By' }).selectOption({ label: 'anna' });
  const row = page.locator('audit-card li', { hasText: `Named ${NAME}` });
  await row.getByText('anna', { exact: true }).waitFor();
  await row.getByRole('link', { name: NAME }).waitFor();
  assert.equal((await ask('decisions?kind=rename')).items[0].actor, 'user:anna');
  await row.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back.', { exact: true }).waitFor();
  assert.equal((await ask(`identities/${items[0].id}`)).name, null);
  assert.deepEqual(faults, []);
  await context.close();
});

test('everything goes, from disk too, and comes back from a backup', async () => {
  const { page, context, faults, go } = await openPage(browser, SPARE);
  const [person] = (await ask('identities?limit=1')).items;
  await call('PATCH', `identities/${person.id}`, { name: SPARE.site, body: { name: NAME } });
  const told = async () => ({
    people: (await ask('identities?limit=200&state=all')).items.map((e) => [e.id, e.label]).sort(),
    sightings: (await ask('sightings?limit=200')).items.map((e) => [e.id, e.identity_id]),
  });
  const kept = await told();
  assert.ok(holding(NAME).length > 0);
  await go('settings?tab=privacy');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a backup' }).click();
  const backup = await (await download).path();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  const last = page.getByRole('button', { name: 'Delete everything for good' });
  assert.equal(await last.isDisabled(), true);
  await page.getByLabel(/Type/).fill('delete everything');
  await last.click();
  await page.getByText('Everything was deleted.').waitFor({ timeout: 60_000 });
  assert.deepEqual(await told(), { people: [], sightings: [] });
  assert.deepEqual(holding(NAME), []);
  assert.deepEqual(holding(person.id), []);

  const chooser = page.locator('data-card input[type=file]');
  await chooser.setInputFiles({
    name: 'other.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no backup'),
  });
  await page
    .getByRole('alert')
    .getByText(/backup/)
    .waitFor();
  await chooser.setInputFiles(backup);
  await page.getByText('This backup is whole and can be restored.').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await page.getByText('The backup was restored.').waitFor({ timeout: 60_000 });
  assert.deepEqual(await told(), kept);
  await go('people');
  await page.getByRole('link', { name: NAME }).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
