import type { Identity, Seed, Sighting } from '@frigate-reid/shared/api/models';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { cropPath } from '../../ui/fr-picture';

/** The picture of whom a search began with: the seed's own, else that of its sighting or person. */
@customElement('seed-picture')
export class SeedPicture extends ServiceElement {
  @property({ attribute: false }) seed!: Seed;
  @state() private cropId: string | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('seed')) return;
    const before = changed.get('seed') as Seed | undefined;
    if (before?.sighting_id !== this.seed.sighting_id || before === undefined) void this.#read();
  }

  override render() {
    return html`<fr-picture .src=${cropPath(this.cropId)} alt=${t('search.seed')}></fr-picture>`;
  }

  async #read(): Promise<void> {
    const { crop_id, sighting_id, identity_id } = this.seed;
    this.cropId = crop_id;
    const path =
      crop_id !== null
        ? null
        : sighting_id !== null
          ? `sightings/${encodeURIComponent(sighting_id)}`
          : identity_id !== null && `identities/${encodeURIComponent(identity_id)}`;
    if (!path) return;
    try {
      this.cropId = (await this.services.api.get<Sighting | Identity>(path)).crop_id;
    } catch {
      // The silhouette stays.
    }
  }
}
