import { mdiSourceBranch } from '@mdi/js';
import type { Branch } from '@frigate-reid/shared/api/models';
import { clockTime } from '@frigate-reid/shared/time/format';
import type { Zone } from '@frigate-reid/shared/time/zone';
import { html } from 'lit';
import { t } from '../../core/i18n';
import { cameraName, percent } from '../../ui/words';
import '../../ui/fr-icon';

/** The runner-up of a leg in words; leads to why it is one. */
export function legBranch(branch: Branch, zone: Zone) {
  const pair = [branch.after, branch.sighting_id].map(encodeURIComponent).join(',');
  return html`<p class="gap branch">
    <fr-icon path=${mdiSourceBranch}></fr-icon>
    <a href="#/settings?why=${pair}"
      >${t('route.branch', {
        camera: cameraName(branch.camera),
        time: clockTime(branch.start_s, zone, true),
        name: branch.identity_label,
        percent: percent(branch.probability),
      })}</a
    >
  </p>`;
}
