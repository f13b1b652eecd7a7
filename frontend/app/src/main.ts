/** Puts the parts together; nothing else in the app reaches for globals. */
import { ApiClient } from '@frigate-reid/shared/api/client';
import type { Socket } from '@frigate-reid/shared/api/live';
import { LiveConnection, subprotocols } from '@frigate-reid/shared/api/live';
import { PictureCache } from './core/pictures';
import { KeptAnswers } from './core/kept';
import { t } from './core/i18n';
import { isCutOff } from './core/offline';
import { Router } from './core/router';
import type { Services } from './core/services';
import { TokenKeeper } from './core/session';
import { SiteStore } from './core/site';
import { Toasts } from './core/toasts';
import type { FrApp } from './shell/fr-app';
import './shell/fr-app';

const TOPICS = ['identities', 'sightings', 'health', 'reviews', 'searches', 'jobs', 'plan'];

function compose(): Services {
  const base = new URL('api/', new URL('.', location.href)).href;
  const keeper = new TokenKeeper(sessionStorage, localStorage);
  const kept = new KeptAnswers(sessionStorage);
  window.addEventListener('pagehide', () => kept.write());
  const api: ApiClient = new ApiClient({
    base,
    token: () => keeper.get(),
    onUnauthorized: () => {
      kept.forget();
      site.lock();
    },
    kept,
    whyNot: () => (isCutOff(site) ? t('offline.act') : null),
  });
  const live = new LiveConnection({
    topics: TOPICS,
    open: () => {
      const address = `${base.replace(/^http/, 'ws')}ws`;
      return new WebSocket(address, subprotocols(keeper.get())) as unknown as Socket;
    },
    later: (seconds, action) => {
      const timer = setTimeout(action, seconds * 1000);
      return () => clearTimeout(timer);
    },
  });
  live.subscribe(({ event, data }) => {
    // Whoever is forgotten elsewhere must not come back here either.
    const isForgotten = (data as { change?: string } | null)?.change === 'forgotten';
    if (event === 'identity_changed' && isForgotten) kept.forget();
  });
  const site = new SiteStore({
    api,
    live,
    hasToken: () => keeper.get() !== null,
    keptAt_ms: () => kept.heard_ms,
    now: () => Date.now(),
  });
  return {
    api,
    live,
    site,
    router: new Router(window),
    pictures: new PictureCache({
      fetch: (path) => api.blob(path),
      toUrl: (blob) => URL.createObjectURL(blob),
      revoke: (url) => URL.revokeObjectURL(url),
    }),
    toasts: new Toasts(api, (seconds, action) => setTimeout(action, seconds * 1000)),
    signIn: async (token, onDevice) => {
      keeper.keep(token, onDevice);
      await site.enter();
      if (site.state.gate !== 'open') keeper.forget();
    },
    signOut: () => {
      keeper.forget();
      kept.forget();
      site.lock();
    },
  };
}

const app = document.querySelector<FrApp>('fr-app');
app?.start(compose());
