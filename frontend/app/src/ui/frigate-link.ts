import { mdiOpenInNew } from '@mdi/js';
import type { Info } from '@frigate-reid/shared/api/models';
import { html, nothing } from 'lit';
import { t } from '../core/i18n';
import './fr-icon';

interface TrackedObject {
  frigate_instance: string;
  event_id: string;
}

/** Frigate's own page of a tracked object; null where nobody said at which address a browser finds it. */
export function frigatePage(info: Info | null, shown: TrackedObject): string | null {
  const base = info?.frigate_urls[shown.frigate_instance];
  if (!base) return null;
  return `${base}/explore?event_id=${encodeURIComponent(shown.event_id)}`;
}

export function frigateLink(info: Info | null, shown: TrackedObject) {
  const page = frigatePage(info, shown);
  if (page === null) return nothing;
  return html`<a class="button quiet" href=${page} target="_blank" rel="noopener noreferrer">
    <fr-icon path=${mdiOpenInNew}></fr-icon>${t('leg.openInFrigate')}
  </a>`;
}
