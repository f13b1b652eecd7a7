import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import type { Place } from '../core/router';

export type Tab = 'people' | 'search' | 'review' | 'map' | 'cameras' | 'settings';

export interface Page {
  tab: Tab;
  render: (place: Place) => unknown;
}

/** Waits for the page's part of the bundle; once it is there, `view` is rendered at once. */
function lazily(load: () => Promise<unknown>, view: (place: Place) => TemplateResult) {
  let loaded = false;
  return (place: Place): unknown => {
    if (loaded) return view(place);
    const whenLoaded = load().then(() => {
      loaded = true;
      return view(place);
    });
    return until(whenLoaded, html``);
  };
}

const pages: Record<string, Page> = {
  people: {
    tab: 'people',
    render: lazily(
      () => import('../pages/people/people-page'),
      () => html`<people-page></people-page>`,
    ),
  },
  person: {
    tab: 'people',
    render: lazily(
      () => import('../pages/person/person-page'),
      (place) => html`<person-page .identityId=${place.path[1] ?? ''}></person-page>`,
    ),
  },
  review: {
    tab: 'review',
    render: lazily(
      () => import('../pages/review/review-page'),
      () => html`<review-page></review-page>`,
    ),
  },
  search: {
    tab: 'search',
    render: lazily(
      () => import('../pages/search/search-page'),
      (place) => html`<search-page .place=${place}></search-page>`,
    ),
  },
  map: {
    tab: 'map',
    render: lazily(
      () => import('../pages/map/map-page'),
      () => html`<map-page></map-page>`,
    ),
  },
  cameras: {
    tab: 'cameras',
    render: lazily(
      () => import('../pages/cameras/cameras-page'),
      () => html`<cameras-page></cameras-page>`,
    ),
  },
  settings: {
    tab: 'settings',
    render: lazily(
      () => import('../pages/settings/settings-page'),
      () => html`<settings-page></settings-page>`,
    ),
  },
};

export function pageOf(place: Place): Page {
  const [name = 'people', id] = place.path;
  const key = name === 'people' && id !== undefined ? 'person' : name;
  return pages[key] ?? (pages['people'] as Page);
}
