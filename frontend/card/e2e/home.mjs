/** Walks through the card in a real Home Assistant, as a person would.
 *
 *   node home.mjs URL USER PASSWORD < orders
 *
 * Each line of the input is an order as JSON, {"do": "..."}; the answer is one line of JSON.
 */
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [url, user, password] = process.argv.slice(2);
const origin = new URL(url).origin;
const SHOTS = new URL('../../../reports/screenshots/', import.meta.url);
const PATIENT = { timeout: 60_000 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 1100 },
  timezoneId: 'Europe/Amsterdam',
});
const problems = [];
page.on('console', (message) => {
  if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url}`);
});
page.on('pageerror', (error) => problems.push(`${error} ${error.stack}`));
// Nothing outside this machine is asked for.
await page.route('**/*', (route) => {
  const asked = new URL(route.request().url());
  const ours = asked.origin === origin || ['data:', 'blob:'].includes(asked.protocol);
  return ours ? route.continue() : route.abort();
});

const card = page.locator('frigate-reid-route-card').first();
const legs = card.locator('frr-legs li');

/** What the list of legs says, whether it is shown or only read aloud. */
async function readLegs() {
  return legs.evaluateAll((items) =>
    items.map((item) => ({
      camera: item.querySelector('.what').innerText.split('\n')[0].trim(),
      words: item.querySelector('.what .dim').textContent,
      time: item.querySelector('time').textContent,
    })),
  );
}

const orders = {
  async login() {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.locator('input[name="username"]').first().fill(user, PATIENT);
    await page.locator('input[name="password"]').first().fill(password);
    await page.keyboard.press('Enter');
    await page
      .locator('home-assistant-main')
      .first()
      .waitFor({ state: 'attached', ...PATIENT });
    return true;
  },

  /** Adds the card to an empty dashboard by clicking, and returns what the picker shows of it. */
  async pick({ path }) {
    await page.setViewportSize({ width: 1280, height: 1100 });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${origin}${path}?edit=1`, { waitUntil: 'domcontentloaded' });
    await page
      .getByRole('button', { name: /add card/i })
      .first()
      .click(PATIENT);
    await page.getByText('By card', { exact: true }).click(PATIENT);
    const search = page.locator('hui-card-picker input, hui-dialog-create-card input').first();
    await search.fill('Frigate', PATIENT);
    const tile = page.locator('hui-card-picker .card', { hasText: 'Frigate Re-ID route' }).first();
    const shown = (await tile.textContent(PATIENT)).replace(/\s+/g, ' ').trim();
    await tile.locator('.overlay').click();
    await page.locator('hui-dialog-edit-card ha-form').first().waitFor(PATIENT);
    await page.screenshot({ path: new URL('card-editor.png', SHOTS).pathname });
    const fields = await page
      .locator('hui-dialog-edit-card ha-form')
      .first()
      .evaluate((form) => form.schema.length);
    // Home Assistant tells the card that it is edited: it warns then, if there is no plan.
    const edited = await page
      .locator('hui-dialog-edit-card frigate-reid-route-card')
      .first()
      .evaluate((element) => element.preview);
    await page
      .getByRole('button', { name: /^save$/i })
      .first()
      .click(PATIENT);
    await page
      .locator('hui-dialog-edit-card')
      .waitFor({ state: 'detached', ...PATIENT })
      .catch(() => undefined);
    return { shown, fields, edited };
  },

  async open({ path }) {
    await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
    await legs.first().waitFor({ state: 'attached', ...PATIENT });
    return readLegs();
  },

  async wait({ count }) {
    await legs.nth(count - 1).waitFor({ state: 'attached', ...PATIENT });
    return readLegs();
  },

  /** Opens the newest leg's film; the length that the browser reads from it, in seconds. */
  async clip() {
    await legs.last().locator('button').click();
    const video = card.locator('frr-leg-dialog video');
    await video.waitFor(PATIENT);
    return video.evaluate(
      (element) =>
        new Promise((resolve, reject) => {
          if (element.readyState > 0) resolve(element.duration);
          element.onloadedmetadata = () => resolve(element.duration);
          element.onerror = () => reject(new Error(element.error.message));
        }),
    );
  },

  async search() {
    await card.getByRole('button', { name: 'Find this person on other cameras' }).click();
    const outcome = card.locator('frr-leg-dialog [role=status]', { hasText: /sightings|Nothing/ });
    const words = (await outcome.textContent(PATIENT)).trim();
    await page.keyboard.press('Escape');
    return words;
  },

  async shoot({ name, width = 1280, height = 1100, scheme = 'light' }) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(1000);
    await page.screenshot({ path: new URL(`${name}.png`, SHOTS).pathname });
    return true;
  },

  async problems() {
    // Home Assistant's own pages complain of what was kept from leaving this machine.
    return problems.filter((text) => text.includes('frigate'));
  },
};

await mkdir(SHOTS, { recursive: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { do: name, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = { result: await orders[name](given) };
  } catch (error) {
    await page.screenshot({ path: new URL(`failed-${name}.png`, SHOTS).pathname });
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
