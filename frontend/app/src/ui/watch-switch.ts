import type { Watch } from '@frigate-reid/shared/api/models';
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import './fr-switch';

/** Whether somebody wants to be told when a person is seen again, and the way to say so. */
@customElement('watch-switch')
export class WatchSwitch extends ServiceElement {
  @property() identityId = '';
  @state() private watched = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('identityId')) void this.#read();
  }

  override render() {
    return html`<fr-switch
      data-act
      .checked=${this.watched}
      label=${t('watch.label')}
      @changed=${(event: CustomEvent<boolean>) => void this.#change(event.detail)}
    ></fr-switch>`;
  }

  async #read(): Promise<void> {
    const { identityId } = this;
    this.watched = false;
    try {
      const { items } = await this.services.api.get<{ items: Watch[] }>('watches');
      if (identityId !== this.identityId) return;
      this.watched = items.some((each) => each.identity_id === identityId);
    } catch {
      // An older service knows of no wishes: turning it on says so.
    }
  }

  async #change(watched: boolean): Promise<void> {
    const { api, toasts } = this.services;
    const path = `identities/${encodeURIComponent(this.identityId)}/watch`;
    this.watched = watched;
    try {
      await (watched ? api.put(path, {}) : api.delete(path));
      toasts.done(t(watched ? 'watch.on' : 'watch.off'));
    } catch (error) {
      this.watched = !watched;
      toasts.failed(error);
    }
  }
}
