import type { ApiClient } from '@frigate-reid/shared/api/client';
import type { LiveConnection } from '@frigate-reid/shared/api/live';
import { createContext } from '@lit/context';
import type { PictureCache } from './pictures';
import type { Router } from './router';
import type { SiteStore } from './site';
import type { Toasts } from './toasts';

/** The parts that every page gets; put together once, in `main.ts`. */
export interface Services {
  api: ApiClient;
  live: LiveConnection;
  pictures: PictureCache;
  router: Router;
  site: SiteStore;
  toasts: Toasts;
  signIn: (token: string, keepOnDevice: boolean) => Promise<void>;
  signOut: () => void;
}

export const servicesContext = createContext<Services>('services');
