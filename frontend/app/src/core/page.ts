import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { OfflineController } from './offline';
import type { Services } from './services';
import { servicesContext } from './services';

/** Base of whatever needs the services; they are there before the first rendering. */
export abstract class ServiceElement extends LitElement {
  @consume({ context: servicesContext })
  services!: Services;

  constructor() {
    super();
    new OfflineController(this);
  }
}
