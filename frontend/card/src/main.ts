/** Tells Home Assistant of the card. */
import { RouteCard } from './card';
import { PeopleDots } from './components/dots';
import { LegDialog } from './components/leg-dialog';
import { RouteLegs } from './components/legs';
import { LiveView } from './components/live-view';
import { RoutePlan } from './components/plan';
import { RouteView } from './components/route-view';
import { RouteScrubber } from './components/scrubber';
import { CARD_TYPE } from './config';
import type { Hass } from './ha';
import { isPersonSensor } from './logic/people';
import { say } from './words';

interface CustomCard {
  type: string;
  name: string;
  description: string;
  preview: boolean;
  getEntitySuggestion(hass: Hass, entity_id: string): object | null;
}

declare global {
  interface Window {
    customCards?: CustomCard[];
  }
}

const ELEMENTS: Record<string, CustomElementConstructor> = {
  'frr-dots': PeopleDots,
  'frr-plan': RoutePlan,
  'frr-scrubber': RouteScrubber,
  'frr-legs': RouteLegs,
  'frr-leg-dialog': LegDialog,
  'frr-route': RouteView,
  'frr-live': LiveView,
  [CARD_TYPE]: RouteCard,
};

// Home Assistant swaps the registry of elements while it starts; its own element comes after
// that, and what is defined before would be lost.
void customElements.whenDefined('home-assistant').then(() => {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!window.customElements.get(name)) window.customElements.define(name, element);
  }
});

(window.customCards ??= []).push({
  type: CARD_TYPE,
  name: say('name'),
  description: say('description'),
  preview: true,
  getEntitySuggestion: (hass, entity_id) =>
    isPersonSensor(hass, entity_id)
      ? { config: { type: `custom:${CARD_TYPE}`, people: [entity_id] } }
      : null,
});
