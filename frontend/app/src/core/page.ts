import { consume } from '@lit/context';
import { LitElement } from 'lit';
import type { Services } from './services';
import { servicesContext } from './services';

/** Base of whatever needs the services; they are there before the first rendering. */
export abstract class ServiceElement extends LitElement {
  @consume({ context: servicesContext })
  services!: Services;
}
