/** A browser on one of the sites, signed in. */
import { chromium } from 'playwright-core';

export const site = (name = 'SITE') => JSON.parse(process.env[name]);

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

/** A page of the app; errors of its scripts and breaches of its policy are gathered in `faults`. */
export async function openPage(browser, options = {}) {
  const { url, token } = site(options.site);
  const width = options.width ?? 1440;
  const context = await browser.newContext({
    viewport: { width, height: width < 700 ? 844 : 900 },
    colorScheme: options.theme ?? 'light',
    hasTouch: width < 700,
    reducedMotion: options.motion ? 'no-preference' : 'reduce',
  });
  if (options.signedIn ?? true) {
    await context.addInitScript((kept) => {
      sessionStorage.setItem('frigate-reid-token', kept);
    }, token);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });
  const go = async (place) => {
    await page.goto(`${url}/#/${place}`);
    await page.waitForLoadState('networkidle');
  };
  return { page, context, faults, go };
}

/** A call of the API beside the app. */
export async function call(method, path, { body, type = 'application/json', name } = {}) {
  const { url, token } = site(name);
  const response = await fetch(`${url}/api/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json().catch(() => null) };
}
