import { html } from 'lit';
import { css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asApiError } from '@frigate-reid/shared/api/errors';
import type { Search } from '@frigate-reid/shared/api/models';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import type { Place } from '../../core/router';
import { base } from '../../ui/styles';
import './search-session';
import './search-start';

/** Where searches begin, and each of them below its own address. */
@customElement('search-page')
export class SearchPage extends ServiceElement {
  @property({ attribute: false }) place!: Place;
  #begun = '';

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }
    `,
  ];

  override willUpdate(): void {
    const { path, params } = this.place;
    const asked = params.toString();
    if (path[1] === 'new' && asked !== '' && asked !== this.#begun) {
      this.#begun = asked;
      void this.#begin(params);
    }
  }

  override render() {
    const id = this.place.path[1];
    if (id === undefined) return html`<search-start></search-start>`;
    if (id === 'new') return html`<p role="status">${t('search.beginning')}</p>`;
    return html`<search-session .searchId=${id}></search-session>`;
  }

  /** A link from elsewhere names the seed; the search gets an address of its own. */
  async #begin(params: URLSearchParams): Promise<void> {
    const { api, router, toasts } = this.services;
    const seed = Object.fromEntries(
      (['identity', 'sighting', 'event', 'crop'] as const)
        .filter((name) => params.has(name))
        .map((name) => [`${name}_id`, params.get(name)]),
    );
    try {
      const search = await api.post<Search>('searches', seed);
      location.replace(`#/search/${encodeURIComponent(search.id)}`);
    } catch (error) {
      toasts.failed(asApiError(error));
      router.go(['search']);
    }
  }
}
