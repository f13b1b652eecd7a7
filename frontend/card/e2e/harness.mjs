/** A page with the built card in it and just enough of Home Assistant around it. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const BUNDLE = new URL(
  '../../../custom_components/frigate_reid/frontend/frigate-reid-route-card.js',
  import.meta.url,
);

/** Opens a page; `close` ends the browser. Errors of the page are gathered in `problems`. */
export async function openPage({ width = 800, height = 900, colorScheme = 'light' } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setContent(SHELL);
  await page.addScriptTag({ type: 'module', content: await readFile(BUNDLE, 'utf8') });
  await page.waitForFunction(() => customElements.get('frigate-reid-route-card'));
  return { page, problems, close: () => browser.close() };
}

/** Puts a card on the page and returns a handle to it. */
export async function addCard(page, config, answers) {
  return page.evaluateHandle(
    ([config, answers]) => {
      const card = document.createElement('frigate-reid-route-card');
      card.setConfig({ type: 'custom:frigate-reid-route-card', ...config });
      card.hass = window.makeHass(answers);
      document.querySelector('main').append(card);
      return card;
    },
    [config, answers],
  );
}

const SHELL = `<!doctype html>
<html lang="en">
  <head>
    <style>
      :root { --card-background-color: #fff; --primary-text-color: #212121;
        --secondary-text-color: #6b6b6b; --secondary-background-color: #eef0f2;
        --divider-color: #0002; font-family: Roboto, 'Noto Sans', sans-serif; }
      @media (prefers-color-scheme: dark) {
        :root { --card-background-color: #1c1c1c; --primary-text-color: #e1e1e1;
          --secondary-text-color: #9b9b9b; --secondary-background-color: #282a2d;
          --divider-color: #fff3; }
      }
      body { margin: 0; background: #fafafa; }
      @media (prefers-color-scheme: dark) { body { background: #111; } }
      main { padding: 12px; display: grid; gap: 12px; }
    </style>
  </head>
  <body>
    <home-assistant></home-assistant>
    <main></main>
    <script>
      customElements.define('home-assistant', class extends HTMLElement {});
      // Home Assistant's own card gives its host these, wherever it is.
      customElements.define('ha-card', class extends HTMLElement {
        connectedCallback() {
          if (this.shadowRoot) return;
          this.attachShadow({ mode: 'open' }).innerHTML =
            '<style>:host { background: var(--card-background-color); border-radius: 12px;' +
            ' border: 1px solid var(--divider-color); }</style><slot></slot>';
        }
      });
      window.calls = [];
      window.listeners = {};
      window.makeHass = ({ messages = {}, routes = [], failures = {}, admin = true, hass = {} }) => {
        const people = routes.map((route) => 'sensor.' + route.identity_id + '_seen_by');
        const answer = (message) => {
          if (failures[message.type]) throw { message: failures[message.type] };
          return message.person
            ? routes.find((route) => route.identity_id === message.person)
            : messages[message.type];
        };
        return {
          connected: true,
          states: Object.fromEntries(people.map((entity_id, index) => [entity_id, {
            entity_id, state: 'garden', attributes: { identity_id: routes[index].identity_id },
          }])),
          entities: Object.fromEntries(people.map((entity_id) => [entity_id, {
            entity_id, platform: 'frigate_reid', translation_key: 'seen_by',
          }])),
          panels: { app: { url_path: '0ab_frigate_reid', config: { app: '0ab_frigate_reid' } } },
          config: { time_zone: 'UTC' },
          locale: { language: 'en' },
          user: { is_admin: admin },
          connection: {
            addEventListener: () => undefined,
            removeEventListener: () => undefined,
            subscribeMessage: async (callback, message) => {
              window.calls.push(message);
              const first = answer(message);
              window.listeners[message.person ?? message.type] = callback;
              if (first) setTimeout(() => callback(first), 0);
              return async () => window.calls.push({ unsubscribed: message.type });
            },
          },
          callWS: async (message) => {
            window.calls.push(message);
            return answer(message) ?? new Promise(() => undefined);
          },
          callService: async (domain, service, data) => {
            window.calls.push({ service, data });
            return { response: messages[service] };
          },
          ...hass,
        };
      };
    </script>
  </body>
</html>`;
